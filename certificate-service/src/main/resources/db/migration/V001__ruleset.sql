-- Rulesets that were signed, and where the log holds their publication. A refused one may be published anew.
CREATE TABLE ruleset (
    digest       bytea       NOT NULL,
    ruleset_id   text        NOT NULL,
    edition      text        NOT NULL,
    document     bytea       NOT NULL,
    jws          text        NOT NULL,
    publisher    uuid        NOT NULL,
    statement_id uuid        NOT NULL,
    statement    bytea       NOT NULL,
    annexes      bytea       NOT NULL,
    state        text        NOT NULL,
    log_index    bigint,
    refusal      bytea,
    CONSTRAINT ruleset_pk PRIMARY KEY (digest),
    CONSTRAINT ruleset_digest_length CHECK (octet_length(digest) = 32),
    CONSTRAINT ruleset_edition_once UNIQUE (ruleset_id, edition),
    CONSTRAINT ruleset_statement_once UNIQUE (publisher, statement_id),
    CONSTRAINT ruleset_state_known CHECK (state IN ('PREPARED', 'PUBLISHED', 'REFUSED')),
    CONSTRAINT ruleset_published_has_index CHECK ((state = 'PUBLISHED') = (log_index IS NOT NULL)),
    CONSTRAINT ruleset_refused_has_refusal CHECK ((state = 'REFUSED') = (refusal IS NOT NULL)),
    CONSTRAINT ruleset_index_after_genesis CHECK (log_index > 0)
);

GRANT SELECT, INSERT, UPDATE ON ruleset TO ${app_role};
