-- What may be corrected, who made what of what, and what a correction has touched: projections of the accepted
-- statements that decide corrections and what follows from them.
CREATE TABLE material_statement (
    digest bytea NOT NULL,
    log_index bigint NOT NULL,
    void boolean NOT NULL DEFAULT false,
    CONSTRAINT material_statement_pk PRIMARY KEY (digest),
    CONSTRAINT material_statement_log_index UNIQUE (log_index),
    CONSTRAINT material_statement_digest_length CHECK (octet_length(digest) = 32)
);

CREATE TABLE lot_made (
    log_index bigint NOT NULL,
    lot uuid NOT NULL,
    CONSTRAINT lot_made_pk PRIMARY KEY (log_index, lot)
);

-- Digest of what the lot held before the transformation at that index, and its deficit then, as last computed.
CREATE TABLE draw (
    lot uuid NOT NULL,
    log_index bigint NOT NULL,
    vector bytea NOT NULL,
    owed_ug bigint NOT NULL,
    CONSTRAINT draw_pk PRIMARY KEY (lot, log_index),
    CONSTRAINT draw_vector_length CHECK (octet_length(vector) = 32),
    CONSTRAINT draw_owed_not_negative CHECK (owed_ug >= 0)
);

CREATE INDEX draw_by_transformation ON draw (log_index);

CREATE TABLE correction (
    log_index bigint NOT NULL,
    digest bytea NOT NULL,
    corrects bytea NOT NULL,
    CONSTRAINT correction_pk PRIMARY KEY (log_index),
    CONSTRAINT correction_digest UNIQUE (digest)
);

CREATE INDEX correction_of_statement ON correction (corrects, log_index);

-- One row a lot and correction, until the lot's vector is final.
CREATE TABLE stale_mark (
    correction bigint NOT NULL,
    lot uuid NOT NULL,
    vector bytea,
    mass_ug bigint,
    owed_ug bigint,
    next_draw bigint,
    CONSTRAINT stale_mark_pk PRIMARY KEY (correction, lot),
    CONSTRAINT stale_mark_settled_is_whole
        CHECK ((vector IS NULL) = (mass_ug IS NULL) AND (vector IS NULL) = (owed_ug IS NULL)),
    CONSTRAINT stale_mark_vector_length CHECK (octet_length(vector) = 32)
);

CREATE INDEX stale_mark_by_lot ON stale_mark (lot);

ALTER TABLE holding
    ADD COLUMN deficit_ug bigint NOT NULL DEFAULT 0,
    ADD CONSTRAINT holding_deficit_not_negative CHECK (deficit_ug >= 0),
    DROP CONSTRAINT holding_state_known,
    ADD CONSTRAINT holding_state_known
        CHECK (state IN ('HELD', 'OFFERED', 'CONSUMED', 'BLOCKED', 'VOIDED', 'POOL')),
    DROP CONSTRAINT holding_consumed_is_empty,
    ADD CONSTRAINT holding_consumed_is_empty
        CHECK (state = 'POOL' OR (state IN ('CONSUMED', 'BLOCKED', 'VOIDED')) = (remaining_ug = 0));

GRANT SELECT, INSERT ON lot_made, correction TO ${app_role};
GRANT SELECT, INSERT, UPDATE ON material_statement TO ${app_role};
GRANT SELECT, INSERT, UPDATE, DELETE ON draw, stale_mark TO ${app_role};
