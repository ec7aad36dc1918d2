-- A certificate from its claims to its bundle. What was stored before the log decided never changes afterwards.
CREATE TABLE certificate (
    id             uuid        NOT NULL,
    issuer         uuid        NOT NULL,
    lot            uuid        NOT NULL,
    statement_id   uuid        NOT NULL,
    request_digest bytea       NOT NULL,
    ruleset        bytea       NOT NULL,
    claims         bytea       NOT NULL,
    statement      bytea       NOT NULL,
    annexes        bytea       NOT NULL,
    state          text        NOT NULL,
    log_index      bigint,
    refusal        bytea,
    jws            text,
    bundle         bytea,
    attempted_at   timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT certificate_pk PRIMARY KEY (id),
    CONSTRAINT certificate_statement_once UNIQUE (issuer, statement_id),
    CONSTRAINT certificate_request_digest_length CHECK (octet_length(request_digest) = 32),
    CONSTRAINT certificate_ruleset_fk FOREIGN KEY (ruleset) REFERENCES ruleset (digest),
    CONSTRAINT certificate_state_known CHECK (state IN ('PREPARED', 'ACCEPTED', 'SIGNED', 'REFUSED')),
    CONSTRAINT certificate_accepted_has_index CHECK ((state IN ('ACCEPTED', 'SIGNED')) = (log_index IS NOT NULL)),
    CONSTRAINT certificate_refused_has_refusal CHECK ((state = 'REFUSED') = (refusal IS NOT NULL)),
    CONSTRAINT certificate_signed_has_jws CHECK ((state = 'SIGNED') = (jws IS NOT NULL)),
    CONSTRAINT certificate_signed_has_bundle CHECK ((state = 'SIGNED') = (bundle IS NOT NULL))
);

CREATE INDEX certificate_unfinished ON certificate (attempted_at) WHERE state IN ('PREPARED', 'ACCEPTED');

-- Column by column: claims, statement and annexes are written once.
GRANT SELECT, INSERT ON certificate TO ${app_role};
GRANT UPDATE (state, log_index, refusal, jws, bundle, attempted_at) ON certificate TO ${app_role};
