-- By which keys parties sign, and which of them require that of themselves: what the statements at these indexes said.
CREATE TABLE party_key (
    party uuid NOT NULL,
    thumbprint bytea NOT NULL,
    info bytea NOT NULL,
    name text NOT NULL,
    from_time timestamptz NOT NULL,
    until_time timestamptz NOT NULL,
    added_index bigint NOT NULL,
    revoked_index bigint,
    CONSTRAINT party_key_pk PRIMARY KEY (party, thumbprint),
    CONSTRAINT party_key_added_index UNIQUE (added_index),
    CONSTRAINT party_key_thumbprint_length CHECK (octet_length(thumbprint) = 32),
    CONSTRAINT party_key_info_length CHECK (octet_length(info) BETWEEN 32 AND 128),
    CONSTRAINT party_key_name_length CHECK (length(name) BETWEEN 1 AND 64),
    CONSTRAINT party_key_period CHECK (from_time < until_time),
    CONSTRAINT party_key_revoked_after CHECK (revoked_index > added_index)
);

CREATE TABLE party_signing (
    party uuid NOT NULL,
    required boolean NOT NULL,
    log_index bigint NOT NULL,
    CONSTRAINT party_signing_pk PRIMARY KEY (party),
    CONSTRAINT party_signing_index_positive CHECK (log_index > 0)
);

-- The signatures of which acceptance records hold the digests. Rows are added and never changed.
CREATE TABLE statement_signature (
    log_index bigint NOT NULL,
    jws text NOT NULL,
    CONSTRAINT statement_signature_pk PRIMARY KEY (log_index),
    CONSTRAINT statement_signature_length CHECK (length(jws) BETWEEN 1 AND 320)
);

-- The service itself can end a key and cannot swap one.
GRANT SELECT, INSERT ON party_key, statement_signature TO ${app_role};
GRANT UPDATE (revoked_index) ON party_key TO ${app_role};
GRANT SELECT, INSERT, UPDATE ON party_signing TO ${app_role};
