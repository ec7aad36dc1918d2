-- Corrections, what they have touched, and how far what follows from them has been computed again.
ALTER TABLE lot
    ADD COLUMN stale bigint NOT NULL DEFAULT 0,
    ADD COLUMN deficit_ug bigint NOT NULL DEFAULT 0,
    ADD CONSTRAINT lot_stale_not_negative CHECK (stale >= 0),
    ADD CONSTRAINT lot_deficit_not_negative CHECK (deficit_ug >= 0),
    DROP CONSTRAINT lot_standing_known,
    ADD CONSTRAINT lot_standing_known
        CHECK (standing IN ('HELD', 'OFFERED', 'CONSUMED', 'BLOCKED', 'VOIDED', 'POOL'));

-- The lot's deficit before it was drawn from, as last computed.
ALTER TABLE transformation_input ADD COLUMN owed_ug bigint NOT NULL DEFAULT 0;

CREATE INDEX statement_by_digest ON statement (digest);

-- What drew from a lot: a transformation, or a pool that took from it.
CREATE VIEW lot_draw AS
SELECT lot, log_index FROM transformation_input
UNION ALL
SELECT lot, log_index FROM pool_receipt;

DROP INDEX pool_receipt_by_lot;
CREATE INDEX pool_receipt_by_lot ON pool_receipt (lot, log_index);

CREATE TABLE correction (
    log_index    bigint  NOT NULL,
    digest       bytea   NOT NULL,
    corrects     bytea   NOT NULL,
    corrected    bigint  NOT NULL,
    actor        uuid    NOT NULL,
    statement_id uuid    NOT NULL,
    reason       text    NOT NULL,
    void         boolean NOT NULL,
    marked       bigint  NOT NULL,
    done         bigint  NOT NULL,
    reached      bigint  NOT NULL,
    deficit_ug   numeric NOT NULL,
    unknown_ug   numeric NOT NULL,
    CONSTRAINT correction_pk PRIMARY KEY (log_index),
    CONSTRAINT correction_digest UNIQUE (digest),
    CONSTRAINT correction_statement_fk FOREIGN KEY (log_index) REFERENCES statement (log_index),
    CONSTRAINT correction_done_of_marked CHECK (done BETWEEN 0 AND marked)
);

CREATE INDEX correction_of_statement ON correction (corrects, log_index);
CREATE INDEX correction_pending ON correction (log_index) WHERE done < marked;

-- A lot that a correction has touched: what it was made with and what is left of it, as far as it is computed again.
CREATE TABLE stale_lot (
    correction bigint NOT NULL,
    lot        uuid   NOT NULL,
    last_draw  bigint NOT NULL,
    original   bytea,
    remaining  bytea,
    owed_ug    bigint NOT NULL,
    done_index bigint,
    CONSTRAINT stale_lot_pk PRIMARY KEY (correction, lot),
    CONSTRAINT stale_lot_correction_fk FOREIGN KEY (correction) REFERENCES correction (log_index)
);

CREATE INDEX stale_lot_by_lot ON stale_lot (lot);
CREATE INDEX stale_lot_settled ON stale_lot (correction, last_draw) WHERE remaining IS NOT NULL AND done_index IS NULL;

-- The transformations that have to be drawn again for a correction.
CREATE TABLE stale_step (
    correction bigint NOT NULL,
    log_index  bigint NOT NULL,
    CONSTRAINT stale_step_pk PRIMARY KEY (correction, log_index)
);

-- The statement by which a transformation was last drawn again.
CREATE TABLE redrawn (
    log_index  bigint NOT NULL,
    recomputed bigint NOT NULL,
    CONSTRAINT redrawn_pk PRIMARY KEY (log_index)
);

-- What a lot's vectors were up to and with this version.
CREATE TABLE lot_superseded (
    lot        uuid   NOT NULL,
    version    bigint NOT NULL,
    original   bytea  NOT NULL,
    remaining  bytea  NOT NULL,
    superseded bigint NOT NULL,
    CONSTRAINT lot_superseded_pk PRIMARY KEY (lot, version)
);

-- The one row that who computes again holds, and what makes its statements' ids and salts unguessable and repeatable.
CREATE TABLE recompute_run (
    only_row boolean NOT NULL DEFAULT true,
    seed     bytea   NOT NULL,
    CONSTRAINT recompute_run_pk PRIMARY KEY (only_row),
    CONSTRAINT recompute_run_one_row CHECK (only_row)
);

GRANT SELECT, INSERT, UPDATE ON correction, stale_lot, redrawn, recompute_run TO "${app_role}";
GRANT SELECT, INSERT ON stale_step, lot_superseded TO "${app_role}";
GRANT SELECT ON lot_draw TO "${app_role}";
GRANT UPDATE, DELETE ON transformation_input, transformation_output TO "${app_role}";
GRANT DELETE ON account_posting TO "${app_role}";
-- What a lot is searched by follows what it is computed again to hold.
CREATE INDEX lot_element_by_lot ON lot_element (lot);
CREATE INDEX lot_country_by_lot ON lot_country (lot);
GRANT DELETE ON lot_element, lot_country TO "${app_role}";
