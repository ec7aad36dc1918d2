-- The callers' own keys, and the order of the outbox.

-- Which statement was made of a document of the caller's. Kept for ever; the key itself stands in the statement's annex.
CREATE TABLE source (
    party          uuid   NOT NULL,
    key_digest     bytea  NOT NULL,
    statement_id   uuid   NOT NULL,
    request_digest bytea  NOT NULL,
    log_index      bigint,
    CONSTRAINT source_pk PRIMARY KEY (party, key_digest),
    CONSTRAINT source_outbox_fk FOREIGN KEY (party, statement_id) REFERENCES outbox (actor, statement_id),
    CONSTRAINT source_key_length CHECK (octet_length(key_digest) = 32),
    CONSTRAINT source_index_positive CHECK (log_index > 0)
);

CREATE INDEX source_by_statement ON source (party, statement_id);

GRANT SELECT, INSERT, UPDATE ON source TO "${app_role}";

-- Statements leave in the order in which they were kept; those of one bulk may build on each other.
ALTER TABLE outbox
    ADD COLUMN seq bigint GENERATED ALWAYS AS IDENTITY,
    ADD COLUMN bulk uuid;

CREATE INDEX outbox_bulk ON outbox (bulk) WHERE state = 'QUEUED' AND bulk IS NOT NULL;
