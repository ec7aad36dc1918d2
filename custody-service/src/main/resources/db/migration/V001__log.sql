-- The log itself: its head, which is the one row every batch locks first, and its leaves.
CREATE TABLE log_head (
    one boolean NOT NULL DEFAULT true,
    origin text NOT NULL,
    size bigint NOT NULL,
    last_leaf bytea,
    last_time timestamptz,
    CONSTRAINT log_head_pk PRIMARY KEY (one),
    CONSTRAINT log_head_one_row CHECK (one),
    CONSTRAINT log_head_origin_length CHECK (length(origin) BETWEEN 1 AND 128),
    CONSTRAINT log_head_size_not_negative CHECK (size >= 0),
    CONSTRAINT log_head_last_leaf_length CHECK (octet_length(last_leaf) = 32),
    CONSTRAINT log_head_last_of_something CHECK ((size = 0) = (last_leaf IS NULL) AND (size = 0) = (last_time IS NULL))
);

CREATE TABLE entry (
    log_index bigint NOT NULL,
    time timestamptz NOT NULL,
    leaf_hash bytea NOT NULL,
    bytes bytea NOT NULL,
    CONSTRAINT entry_pk PRIMARY KEY (log_index),
    CONSTRAINT entry_index_not_negative CHECK (log_index >= 0),
    CONSTRAINT entry_leaf_hash_length CHECK (octet_length(leaf_hash) = 32),
    CONSTRAINT entry_bytes_length CHECK (octet_length(bytes) BETWEEN 1 AND 65535)
);

-- A nullifier seen twice would be two histories of one lot.
CREATE TABLE nullifier (
    nullifier bytea NOT NULL,
    log_index bigint NOT NULL,
    CONSTRAINT nullifier_pk PRIMARY KEY (nullifier),
    CONSTRAINT nullifier_length CHECK (octet_length(nullifier) = 32),
    CONSTRAINT nullifier_index_positive CHECK (log_index > 0)
);

GRANT SELECT, INSERT, UPDATE ON log_head TO ${app_role};
GRANT SELECT, INSERT ON entry, nullifier TO ${app_role};
