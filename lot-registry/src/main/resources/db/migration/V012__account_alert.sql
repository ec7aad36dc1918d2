-- What went into each party's facilities, and what of it was lost, is unaccounted for, or was measured above the book.
-- Sums of masses may be more than a bigint holds.

CREATE TABLE account (
    party             uuid    NOT NULL,
    facility          uuid    NOT NULL,
    element           text    NOT NULL,
    throughput_ug     numeric NOT NULL,
    loss_ug           numeric NOT NULL,
    unaccounted_ug    numeric NOT NULL,
    observed_ug       numeric NOT NULL,
    squares           numeric NOT NULL,
    last_index        bigint  NOT NULL,
    CONSTRAINT account_pk PRIMARY KEY (party, facility, element),
    CONSTRAINT account_facility_fk FOREIGN KEY (facility) REFERENCES facility (id),
    CONSTRAINT account_not_negative CHECK (throughput_ug >= 0 AND loss_ug >= 0 AND unaccounted_ug >= 0
        AND observed_ug >= 0 AND squares >= 0)
);

CREATE TABLE account_posting (
    log_index  bigint  NOT NULL,
    element    text    NOT NULL,
    kind       text    NOT NULL,
    party      uuid    NOT NULL,
    facility   uuid    NOT NULL,
    happened   date    NOT NULL,
    ug         numeric NOT NULL,
    squares    numeric NOT NULL,
    CONSTRAINT account_posting_pk PRIMARY KEY (log_index, element, kind),
    CONSTRAINT account_posting_statement_fk FOREIGN KEY (log_index) REFERENCES statement (log_index),
    CONSTRAINT account_posting_kind_known CHECK (kind IN ('throughput', 'loss', 'unaccounted', 'observed')),
    CONSTRAINT account_posting_not_negative CHECK (ug >= 0 AND squares >= 0)
);

CREATE INDEX account_posting_by_account ON account_posting (facility, party, element, happened, log_index);

-- A party's own monitoring setting and no statement; every one it ever set stays, with who set it. It counts after the
-- statement that the feed had reached then, so that an account that is built again is judged as it was.
CREATE TABLE account_limit (
    facility    uuid        NOT NULL,
    element     text        NOT NULL,
    position    integer     NOT NULL,
    party       uuid        NOT NULL,
    share       text        NOT NULL,
    least_ug    bigint      NOT NULL,
    person      text        NOT NULL,
    after_index bigint      NOT NULL,
    set_at      timestamptz NOT NULL,
    CONSTRAINT account_limit_pk PRIMARY KEY (facility, element, position),
    CONSTRAINT account_limit_position CHECK (position > 0),
    CONSTRAINT account_limit_least CHECK (least_ug >= 0)
);

CREATE INDEX account_limit_by_index ON account_limit (after_index);

GRANT SELECT, INSERT, UPDATE ON account TO "${app_role}";
GRANT SELECT, INSERT ON account_posting, account_limit TO "${app_role}";

-- What the rules look at beside a statement: when a lot was last made or handed over, and what was presented before.
CREATE TABLE lot_moment (
    lot       uuid   NOT NULL,
    happened  text   NOT NULL,
    log_index bigint NOT NULL,
    CONSTRAINT lot_moment_pk PRIMARY KEY (lot),
    CONSTRAINT lot_moment_lot_fk FOREIGN KEY (lot) REFERENCES lot (id)
);

CREATE TABLE presented (
    log_index bigint  NOT NULL,
    how       text    NOT NULL,
    key       bytea   NOT NULL,
    party     uuid    NOT NULL,
    lot       uuid    NOT NULL,
    looks     bytea   NOT NULL,
    happened  text    NOT NULL,
    head      bytea   NOT NULL,
    CONSTRAINT presented_pk PRIMARY KEY (log_index, how, lot, key),
    CONSTRAINT presented_lot_fk FOREIGN KEY (lot) REFERENCES lot (id),
    CONSTRAINT presented_how_known CHECK (how IN ('REGISTERED', 'RECEIVED', 'DEPARTED'))
);

CREATE INDEX presented_by_key ON presented (party, key, log_index);

CREATE TABLE offered_lot (
    log_index bigint NOT NULL,
    lot       uuid   NOT NULL,
    CONSTRAINT offered_lot_pk PRIMARY KEY (log_index, lot)
);

CREATE TABLE offered_document (
    document  bytea  NOT NULL,
    log_index bigint NOT NULL,
    CONSTRAINT offered_document_pk PRIMARY KEY (document, log_index)
);

GRANT SELECT, INSERT, UPDATE ON lot_moment TO "${app_role}";
GRANT SELECT, INSERT ON presented, offered_lot, offered_document TO "${app_role}";

-- Alerts that follow from the feed. Their ids follow from what they are about, so that a rebuild gives the same ones.
CREATE TABLE alert (
    id         bytea       NOT NULL,
    kind       text        NOT NULL,
    subject    text        NOT NULL,
    severity   text        NOT NULL,
    party      uuid        NOT NULL,
    facility   uuid,
    first_seen timestamptz NOT NULL,
    last_seen  timestamptz NOT NULL,
    times      integer     NOT NULL,
    what       text        NOT NULL,
    next       text        NOT NULL,
    closed_at  timestamptz,
    CONSTRAINT alert_pk PRIMARY KEY (id),
    CONSTRAINT alert_severity_known CHECK (severity IN ('low', 'medium', 'high')),
    CONSTRAINT alert_times_positive CHECK (times > 0)
);

CREATE INDEX alert_by_party ON alert (party, first_seen, id);
CREATE INDEX alert_open_accounts ON alert (facility, subject) WHERE kind = 'unaccounted' AND closed_at IS NULL;

CREATE TABLE alert_lot (
    alert bytea NOT NULL,
    lot   uuid  NOT NULL,
    CONSTRAINT alert_lot_pk PRIMARY KEY (alert, lot),
    CONSTRAINT alert_lot_alert_fk FOREIGN KEY (alert) REFERENCES alert (id)
);

CREATE INDEX alert_lot_by_lot ON alert_lot (lot);

CREATE TABLE alert_statement (
    alert     bytea  NOT NULL,
    log_index bigint NOT NULL,
    CONSTRAINT alert_statement_pk PRIMARY KEY (alert, log_index),
    CONSTRAINT alert_statement_alert_fk FOREIGN KEY (alert) REFERENCES alert (id)
);

GRANT SELECT, INSERT, UPDATE ON alert TO "${app_role}";
GRANT SELECT, INSERT ON alert_lot, alert_statement TO "${app_role}";

-- Refused statements are in no log: what they tried is kept here, and does not come back with the feed.
CREATE TABLE overdraft (
    id       bytea       NOT NULL,
    party    uuid        NOT NULL,
    lot      uuid        NOT NULL,
    facility uuid,
    CONSTRAINT overdraft_pk PRIMARY KEY (id),
    CONSTRAINT overdraft_once UNIQUE (party, lot)
);

CREATE INDEX overdraft_by_lot ON overdraft (lot);

CREATE TABLE overdraft_attempt (
    overdraft    bytea       NOT NULL,
    statement_id uuid        NOT NULL,
    seen_at      timestamptz NOT NULL,
    CONSTRAINT overdraft_attempt_pk PRIMARY KEY (overdraft, statement_id),
    CONSTRAINT overdraft_attempt_of FOREIGN KEY (overdraft) REFERENCES overdraft (id)
);

GRANT SELECT, INSERT ON overdraft, overdraft_attempt TO "${app_role}";

-- Each party acknowledges for itself; no foreign key, because alerts are built again and this stays.
CREATE TABLE alert_acknowledgement (
    alert  bytea       NOT NULL,
    party  uuid        NOT NULL,
    person text        NOT NULL,
    reason text        NOT NULL,
    at     timestamptz NOT NULL,
    CONSTRAINT alert_acknowledgement_pk PRIMARY KEY (alert, party)
);

GRANT SELECT, INSERT ON alert_acknowledgement TO "${app_role}";

-- Alerts of both sources in the same columns. What an overdraft says is put into words where it is read.
CREATE VIEW any_alert AS
SELECT id, kind, severity, party, facility, first_seen, last_seen, times, what, next, closed_at FROM alert
UNION ALL
SELECT o.id, 'overdraft', CASE WHEN a.times >= 3 THEN 'high' ELSE 'medium' END, o.party, o.facility, a.first_seen,
       a.last_seen, a.times, '', '', NULL
FROM overdraft o
JOIN LATERAL (SELECT count(*)::integer AS times, min(seen_at) AS first_seen, max(seen_at) AS last_seen
              FROM overdraft_attempt t WHERE t.overdraft = o.id) a ON true;

CREATE VIEW any_alert_lot AS
SELECT alert, lot FROM alert_lot UNION ALL SELECT id, lot FROM overdraft;

GRANT SELECT ON any_alert, any_alert_lot TO "${app_role}";
