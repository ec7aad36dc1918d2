-- The callers' own keys, the order of the outbox, and when things happened beside when they were recorded.

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

-- With its zone, so as text; null where the statement has none.
ALTER TABLE statement
    ADD COLUMN event_time text,
    ADD COLUMN late boolean NOT NULL DEFAULT false;

UPDATE statement SET event_time = convert_from(bytes, 'UTF8')::jsonb #>> '{body,eventTime}';
UPDATE statement SET late = true WHERE entry_time - event_time::timestamptz > interval '24 hours';
