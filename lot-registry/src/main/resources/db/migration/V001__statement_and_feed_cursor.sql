-- What the feed brought, in the order of the log, and how far it has been read.

CREATE TABLE statement (
    log_index  bigint      NOT NULL,
    actor      uuid        NOT NULL,
    id         uuid        NOT NULL,
    kind       text        NOT NULL,
    digest     bytea       NOT NULL,
    bytes      bytea       NOT NULL,
    entry_time timestamptz NOT NULL,
    CONSTRAINT statement_pk PRIMARY KEY (log_index),
    CONSTRAINT statement_once UNIQUE (actor, id),
    CONSTRAINT statement_index_positive CHECK (log_index > 0),
    CONSTRAINT statement_digest_length CHECK (octet_length(digest) = 32)
);

CREATE TABLE feed_cursor (
    only_row  boolean NOT NULL DEFAULT true,
    log_index bigint  NOT NULL,
    CONSTRAINT feed_cursor_pk PRIMARY KEY (only_row),
    CONSTRAINT feed_cursor_one_row CHECK (only_row),
    CONSTRAINT feed_cursor_not_negative CHECK (log_index >= 0)
);

INSERT INTO feed_cursor (log_index) VALUES (0);

GRANT SELECT, INSERT ON statement TO "${app_role}";
GRANT SELECT, UPDATE ON feed_cursor TO "${app_role}";
