-- What was asked of a lot, what was answered, and by whom it was asked. Nothing of it is signed.
CREATE TABLE determination (
    id          uuid        NOT NULL,
    asked_at    timestamptz NOT NULL,
    party       uuid        NOT NULL,
    person      text        NOT NULL,
    lot         uuid        NOT NULL,
    lot_version bigint      NOT NULL,
    ruleset     bytea       NOT NULL,
    request     bytea       NOT NULL,
    answer      bytea       NOT NULL,
    CONSTRAINT determination_pk PRIMARY KEY (id),
    CONSTRAINT determination_lot_version_positive CHECK (lot_version > 0),
    CONSTRAINT determination_ruleset_length CHECK (octet_length(ruleset) = 32)
);

GRANT SELECT, INSERT ON determination TO ${app_role};
