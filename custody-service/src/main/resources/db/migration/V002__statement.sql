-- What parties stated, and what was decided about it. Rows are added and never changed.
CREATE TABLE statement (
    log_index bigint NOT NULL,
    digest bytea NOT NULL,
    actor uuid NOT NULL,
    id uuid NOT NULL,
    bytes bytea NOT NULL,
    CONSTRAINT statement_pk PRIMARY KEY (log_index),
    CONSTRAINT statement_of_actor UNIQUE (actor, id),
    CONSTRAINT statement_index_positive CHECK (log_index > 0),
    CONSTRAINT statement_digest_length CHECK (octet_length(digest) = 32),
    CONSTRAINT statement_bytes_length CHECK (octet_length(bytes) BETWEEN 1 AND 1048576)
);

CREATE TABLE annex (
    log_index bigint NOT NULL,
    digest bytea NOT NULL,
    bytes bytea NOT NULL,
    CONSTRAINT annex_pk PRIMARY KEY (log_index, digest),
    CONSTRAINT annex_index_positive CHECK (log_index > 0),
    CONSTRAINT annex_digest_length CHECK (octet_length(digest) = 32),
    CONSTRAINT annex_bytes_length CHECK (octet_length(bytes) BETWEEN 1 AND 1048576)
);

CREATE TABLE acceptance_record (
    log_index bigint NOT NULL,
    digest bytea NOT NULL,
    bytes bytea NOT NULL,
    CONSTRAINT acceptance_record_pk PRIMARY KEY (log_index),
    CONSTRAINT acceptance_record_index_positive CHECK (log_index > 0),
    CONSTRAINT acceptance_record_digest_length CHECK (octet_length(digest) = 32)
);

CREATE TABLE decision (
    actor uuid NOT NULL,
    id uuid NOT NULL,
    digest bytea NOT NULL,
    log_index bigint,
    code text,
    path text,
    reason text,
    CONSTRAINT decision_pk PRIMARY KEY (actor, id),
    CONSTRAINT decision_log_index UNIQUE (log_index),
    CONSTRAINT decision_index_positive CHECK (log_index > 0),
    CONSTRAINT decision_digest_length CHECK (octet_length(digest) = 32),
    CONSTRAINT decision_accepted_or_refused CHECK ((log_index IS NULL) = (code IS NOT NULL)),
    CONSTRAINT decision_refusal_is_whole
        CHECK ((code IS NULL) = (path IS NULL) AND (code IS NULL) = (reason IS NULL))
);

GRANT SELECT, INSERT ON statement, annex, acceptance_record, decision TO ${app_role};
