-- What parties and facilities say of themselves, who may see what a party sees, and who had which lot when.

-- Each description of a party with the day from which it holds; null where the annex could not be read.
CREATE TABLE party_description (
    log_index  bigint      NOT NULL,
    party      uuid        NOT NULL,
    event_time timestamptz NOT NULL,
    content    bytea,
    CONSTRAINT party_description_pk PRIMARY KEY (log_index),
    CONSTRAINT party_description_party_fk FOREIGN KEY (party) REFERENCES party (id),
    CONSTRAINT party_description_statement_fk FOREIGN KEY (log_index) REFERENCES statement (log_index)
);

CREATE INDEX party_description_by_party ON party_description (party, event_time, log_index);

ALTER TABLE facility ADD COLUMN description bytea;
CREATE INDEX facility_by_operator ON facility (operator, id);

CREATE TABLE access_grant (
    id              uuid        NOT NULL,
    granter         uuid        NOT NULL,
    auditor         uuid        NOT NULL,
    from_time       timestamptz NOT NULL,
    until_time      timestamptz NOT NULL,
    lots            uuid[],
    log_index       bigint      NOT NULL,
    withdrawn_index bigint,
    CONSTRAINT access_grant_pk PRIMARY KEY (id),
    CONSTRAINT access_grant_period CHECK (from_time < until_time),
    CONSTRAINT access_grant_some_lots CHECK (cardinality(lots) BETWEEN 1 AND 1000),
    CONSTRAINT access_grant_statement_fk FOREIGN KEY (log_index) REFERENCES statement (log_index)
);

CREATE INDEX access_grant_by_auditor ON access_grant (auditor);

-- Periods are of log time; entries are in the order of their times, so a period is a range of indices.
CREATE INDEX statement_by_time ON statement (entry_time, log_index);

-- From which statement to which a party held or owned a lot, and the last one that touched the lot meanwhile.
CREATE TABLE lot_tenure (
    lot         uuid   NOT NULL,
    party       uuid   NOT NULL,
    since_index bigint NOT NULL,
    last_index  bigint NOT NULL,
    until_index bigint,
    CONSTRAINT lot_tenure_pk PRIMARY KEY (lot, party, since_index),
    CONSTRAINT lot_tenure_lot_fk FOREIGN KEY (lot) REFERENCES lot (id),
    CONSTRAINT lot_tenure_ends CHECK (until_index > since_index),
    CONSTRAINT lot_tenure_last CHECK (last_index >= since_index)
);

CREATE UNIQUE INDEX lot_tenure_open ON lot_tenure (lot, party) WHERE until_index IS NULL;
CREATE INDEX lot_tenure_by_party ON lot_tenure (party, lot);

GRANT SELECT, INSERT ON party_description TO "${app_role}";
GRANT SELECT, INSERT, UPDATE ON access_grant, lot_tenure TO "${app_role}";
