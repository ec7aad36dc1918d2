-- Statements made here, with what became of them. Annexes are emptied when the statement is decided.

CREATE TABLE outbox (
    actor          uuid        NOT NULL,
    statement_id   uuid        NOT NULL,
    request_digest bytea       NOT NULL,
    statement      bytea       NOT NULL,
    annexes        bytea       NOT NULL,
    state          text        NOT NULL,
    log_index      bigint,
    entry_time     timestamptz,
    refusal_code   text,
    refusal_path   text,
    refusal_reason text,
    refusal_status integer,
    queued_at      timestamptz NOT NULL,
    due_at         timestamptz NOT NULL,
    CONSTRAINT outbox_pk PRIMARY KEY (actor, statement_id),
    CONSTRAINT outbox_state_known CHECK (state IN ('QUEUED', 'ACCEPTED', 'REFUSED')),
    CONSTRAINT outbox_accepted_has_index
        CHECK ((state = 'ACCEPTED') = (log_index IS NOT NULL) AND (log_index IS NULL) = (entry_time IS NULL)),
    CONSTRAINT outbox_refused_has_code
        CHECK ((state = 'REFUSED') = (refusal_code IS NOT NULL) AND (refusal_code IS NULL) = (refusal_status IS NULL))
);

CREATE INDEX outbox_due ON outbox (due_at) WHERE state = 'QUEUED';

-- Lots that a statement in the outbox would make.
CREATE TABLE draft_lot (
    actor        uuid   NOT NULL,
    statement_id uuid   NOT NULL,
    lot          uuid   NOT NULL,
    form         text   NOT NULL,
    mass_ug      bigint NOT NULL,
    CONSTRAINT draft_lot_pk PRIMARY KEY (actor, statement_id, lot),
    CONSTRAINT draft_lot_outbox_fk FOREIGN KEY (actor, statement_id) REFERENCES outbox (actor, statement_id)
);

CREATE INDEX draft_lot_by_lot ON draft_lot (lot, actor);

GRANT SELECT, INSERT, UPDATE ON outbox TO "${app_role}";
GRANT SELECT, INSERT ON draft_lot TO "${app_role}";
