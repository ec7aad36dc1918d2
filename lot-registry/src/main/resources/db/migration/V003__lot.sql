-- Lots as the log made them. A lot that is only asked for stands with its statement in the outbox.

CREATE TABLE lot (
    id           uuid   NOT NULL,
    form         text   NOT NULL,
    mass_ug      bigint NOT NULL,
    remaining_ug bigint NOT NULL,
    version      bigint NOT NULL,
    maker        uuid   NOT NULL,
    holder       uuid   NOT NULL,
    owner        uuid   NOT NULL,
    standing     text   NOT NULL,
    log_index    bigint NOT NULL,
    CONSTRAINT lot_pk PRIMARY KEY (id),
    CONSTRAINT lot_mass_bounds CHECK (mass_ug > 0 AND mass_ug <= 1000000000000000000),
    CONSTRAINT lot_remaining_bounds CHECK (remaining_ug >= 0 AND remaining_ug <= mass_ug),
    CONSTRAINT lot_version_positive CHECK (version > 0),
    CONSTRAINT lot_standing_known CHECK (standing IN ('HELD', 'OFFERED', 'CONSUMED')),
    CONSTRAINT lot_statement_fk FOREIGN KEY (log_index) REFERENCES statement (log_index)
);

CREATE INDEX lot_by_holder ON lot (holder, id);
CREATE INDEX lot_by_owner ON lot (owner, id);

-- Canonical bytes of the vector the lot was made with, and of what remains of it.
CREATE TABLE lot_vector (
    lot       uuid  NOT NULL,
    original  bytea NOT NULL,
    remaining bytea NOT NULL,
    CONSTRAINT lot_vector_pk PRIMARY KEY (lot),
    CONSTRAINT lot_vector_lot_fk FOREIGN KEY (lot) REFERENCES lot (id)
);

CREATE TABLE profile (
    digest bytea NOT NULL,
    bytes  bytea NOT NULL,
    CONSTRAINT profile_pk PRIMARY KEY (digest),
    CONSTRAINT profile_digest_length CHECK (octet_length(digest) = 32)
);

-- Who made, held or owned a lot at any time, and so may see it.
CREATE TABLE lot_party (
    lot       uuid   NOT NULL,
    party     uuid   NOT NULL,
    log_index bigint NOT NULL,
    CONSTRAINT lot_party_pk PRIMARY KEY (lot, party),
    CONSTRAINT lot_party_lot_fk FOREIGN KEY (lot) REFERENCES lot (id)
);

GRANT SELECT, INSERT, UPDATE ON lot, lot_vector TO "${app_role}";
GRANT SELECT, INSERT ON profile, lot_party TO "${app_role}";
