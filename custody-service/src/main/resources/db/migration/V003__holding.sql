-- How every lot stands now: a projection of the accepted statements that decides the next one.
CREATE TABLE holding (
    lot uuid NOT NULL,
    version bigint NOT NULL,
    holder uuid NOT NULL,
    owner uuid NOT NULL,
    state text NOT NULL,
    form text NOT NULL,
    remaining_ug bigint NOT NULL,
    vector bytea NOT NULL,
    last_record bytea NOT NULL,
    spend_secret bytea NOT NULL,
    CONSTRAINT holding_pk PRIMARY KEY (lot),
    CONSTRAINT holding_version_positive CHECK (version >= 1),
    CONSTRAINT holding_state_known CHECK (state IN ('HELD', 'OFFERED', 'CONSUMED')),
    CONSTRAINT holding_remaining_in_bounds CHECK (remaining_ug BETWEEN 0 AND 1000000000000000000),
    CONSTRAINT holding_consumed_is_empty CHECK ((state = 'CONSUMED') = (remaining_ug = 0)),
    CONSTRAINT holding_vector_length CHECK (octet_length(vector) = 32),
    CONSTRAINT holding_last_record_length CHECK (octet_length(last_record) = 32),
    CONSTRAINT holding_spend_secret_length CHECK (octet_length(spend_secret) = 32)
);

-- Certified mass never exceeds what remains of the lot; the rule stands in the kernel, which sees both rows.
CREATE TABLE holding_certified (
    lot uuid NOT NULL,
    purpose text NOT NULL,
    mass_ug bigint NOT NULL,
    CONSTRAINT holding_certified_pk PRIMARY KEY (lot, purpose),
    CONSTRAINT holding_certified_lot FOREIGN KEY (lot) REFERENCES holding (lot),
    CONSTRAINT holding_certified_in_bounds CHECK (mass_ug BETWEEN 0 AND 1000000000000000000)
);

GRANT SELECT, INSERT, UPDATE ON holding, holding_certified TO ${app_role};
