-- What else becomes of an offer: it is disputed, taken back, or its time runs out.
ALTER TABLE transfer
    ADD COLUMN expires timestamptz,
    ADD COLUMN disputed_index bigint,
    ADD COLUMN reason text,
    DROP CONSTRAINT transfer_state_known,
    ADD CONSTRAINT transfer_state_known
        CHECK (state IN ('OFFERED', 'DISPUTED', 'ACCEPTED', 'CANCELLED', 'EXPIRED')),
    DROP CONSTRAINT transfer_open_until_answered,
    ADD CONSTRAINT transfer_open_until_answered CHECK ((state IN ('OFFERED', 'DISPUTED')) = (answered_index IS NULL)),
    ADD CONSTRAINT transfer_disputed_index UNIQUE (disputed_index),
    ADD CONSTRAINT transfer_disputed_after_offer CHECK (disputed_index > offered_index),
    ADD CONSTRAINT transfer_answered_after_dispute CHECK (answered_index > disputed_index),
    ADD CONSTRAINT transfer_disputed_at_some_index CHECK (state <> 'DISPUTED' OR disputed_index IS NOT NULL),
    ADD CONSTRAINT transfer_disputed_for_a_reason CHECK ((disputed_index IS NULL) = (reason IS NULL));

CREATE INDEX transfer_due ON transfer (expires) WHERE state = 'OFFERED';
CREATE INDEX transfer_lot_by_lot ON transfer_lot (lot);

-- The transfer a lot is on offer under: a correction can take it off one, and then it may be offered anew.
ALTER TABLE holding ADD COLUMN offer uuid;
UPDATE holding SET offer = (
    SELECT t.transfer FROM transfer t JOIN transfer_lot l ON l.transfer = t.transfer
    WHERE l.lot = holding.lot AND t.state = 'OFFERED' ORDER BY t.offered_index DESC LIMIT 1)
WHERE state = 'OFFERED';
ALTER TABLE holding ADD CONSTRAINT holding_on_offer_under_a_transfer CHECK ((state = 'OFFERED') = (offer IS NOT NULL));

-- What recipients weighed, in disputes and acceptances. Rows are added and never changed.
CREATE TABLE transfer_weighing (
    log_index bigint NOT NULL,
    transfer uuid NOT NULL,
    lot uuid NOT NULL,
    gross_ug bigint,
    net_ug bigint NOT NULL,
    uncertainty_ug bigint NOT NULL,
    CONSTRAINT transfer_weighing_pk PRIMARY KEY (transfer, log_index, lot),
    CONSTRAINT transfer_weighing_lot FOREIGN KEY (transfer, lot) REFERENCES transfer_lot (transfer, lot),
    CONSTRAINT transfer_weighing_gross_above_net CHECK (gross_ug >= net_ug),
    CONSTRAINT transfer_weighing_net_in_bounds CHECK (net_ug BETWEEN 1 AND 1000000000000000000),
    CONSTRAINT transfer_weighing_uncertainty_in_bounds CHECK (uncertainty_ug BETWEEN 0 AND 1000000000000000000)
);

GRANT SELECT, INSERT ON transfer_weighing TO ${app_role};
