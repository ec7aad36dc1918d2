-- Whom a party lets see what it sees itself, for which period of log time and which lots; without lots, for all.
CREATE TABLE access_grant (
    access_grant uuid NOT NULL,
    granter uuid NOT NULL,
    auditor uuid NOT NULL,
    from_time timestamptz NOT NULL,
    until_time timestamptz NOT NULL,
    lots uuid[],
    granted_index bigint NOT NULL,
    withdrawn_index bigint,
    CONSTRAINT access_grant_pk PRIMARY KEY (access_grant),
    CONSTRAINT access_grant_granted_index UNIQUE (granted_index),
    CONSTRAINT access_grant_two_parties CHECK (granter <> auditor),
    CONSTRAINT access_grant_period CHECK (from_time < until_time),
    CONSTRAINT access_grant_some_lots CHECK (cardinality(lots) BETWEEN 1 AND 1000),
    CONSTRAINT access_grant_withdrawn_after CHECK (withdrawn_index > granted_index)
);

CREATE INDEX access_grant_by_granter ON access_grant (granter, granted_index);
CREATE INDEX access_grant_by_auditor ON access_grant (auditor, granted_index);

GRANT SELECT, INSERT, UPDATE ON access_grant TO ${app_role};
