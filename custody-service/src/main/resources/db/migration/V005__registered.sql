-- What else has been registered, each by the statement at its index.
CREATE TABLE party (
    party uuid NOT NULL,
    log_index bigint NOT NULL,
    CONSTRAINT party_pk PRIMARY KEY (party),
    CONSTRAINT party_log_index UNIQUE (log_index)
);

CREATE TABLE facility (
    facility uuid NOT NULL,
    operator uuid NOT NULL,
    country text NOT NULL,
    log_index bigint NOT NULL,
    CONSTRAINT facility_pk PRIMARY KEY (facility),
    CONSTRAINT facility_country_length CHECK (length(country) = 2)
);

CREATE TABLE assay (
    assay uuid NOT NULL,
    lot uuid NOT NULL,
    log_index bigint NOT NULL,
    CONSTRAINT assay_pk PRIMARY KEY (assay)
);

CREATE TABLE ruleset (
    digest bytea NOT NULL,
    log_index bigint NOT NULL,
    CONSTRAINT ruleset_pk PRIMARY KEY (digest),
    CONSTRAINT ruleset_digest_length CHECK (octet_length(digest) = 32)
);

CREATE TABLE certificate (
    certificate uuid NOT NULL,
    log_index bigint NOT NULL,
    CONSTRAINT certificate_pk PRIMARY KEY (certificate)
);

GRANT SELECT, INSERT ON party, facility, assay, ruleset, certificate TO ${app_role};
