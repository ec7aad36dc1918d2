-- A pool is a holding of its own, which may be empty and is still there.
ALTER TABLE holding DROP CONSTRAINT holding_state_known;
ALTER TABLE holding ADD CONSTRAINT holding_state_known CHECK (state IN ('HELD', 'OFFERED', 'CONSUMED', 'POOL'));
ALTER TABLE holding DROP CONSTRAINT holding_consumed_is_empty;
ALTER TABLE holding ADD CONSTRAINT holding_consumed_is_empty
    CHECK (state = 'POOL' OR (state = 'CONSUMED') = (remaining_ug = 0));

-- What is known of a pool beside its holding: its open period, and what credits lay claim to.
CREATE TABLE pool (
    pool uuid NOT NULL,
    facility uuid NOT NULL,
    period text NOT NULL,
    since timestamptz NOT NULL,
    latest timestamptz NOT NULL,
    claimed bytea NOT NULL,
    CONSTRAINT pool_pk PRIMARY KEY (pool),
    CONSTRAINT pool_holding FOREIGN KEY (pool) REFERENCES holding (lot),
    CONSTRAINT pool_period_length CHECK (length(period) BETWEEN 1 AND 32),
    CONSTRAINT pool_latest_in_period CHECK (latest >= since)
);

-- Closed periods. Rows are added and never changed.
CREATE TABLE pool_period (
    pool uuid NOT NULL,
    period text NOT NULL,
    log_index bigint NOT NULL,
    CONSTRAINT pool_period_pk PRIMARY KEY (pool, period),
    CONSTRAINT pool_period_log_index UNIQUE (log_index),
    CONSTRAINT pool_period_name_length CHECK (length(period) BETWEEN 1 AND 32)
);

-- Lots that came out of a pool, with the masses that credits are claimed for.
CREATE TABLE withdrawal (
    lot uuid NOT NULL,
    pool uuid NOT NULL,
    custody_model text NOT NULL,
    credited bytea NOT NULL,
    CONSTRAINT withdrawal_pk PRIMARY KEY (lot),
    CONSTRAINT withdrawal_lot FOREIGN KEY (lot) REFERENCES holding (lot),
    CONSTRAINT withdrawal_pool FOREIGN KEY (pool) REFERENCES holding (lot)
);

GRANT SELECT, INSERT, UPDATE ON pool, withdrawal TO ${app_role};
GRANT SELECT, INSERT ON pool_period TO ${app_role};
