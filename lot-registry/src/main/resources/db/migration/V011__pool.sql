-- A pool is booked as a lot of its own, which may be empty and may hold more than it began with.
ALTER TABLE lot DROP CONSTRAINT lot_mass_bounds;
ALTER TABLE lot ADD CONSTRAINT lot_mass_bounds
    CHECK (mass_ug >= 0 AND mass_ug <= 1000000000000000000 AND (mass_ug > 0 OR standing = 'POOL'));
ALTER TABLE lot DROP CONSTRAINT lot_remaining_bounds;
ALTER TABLE lot ADD CONSTRAINT lot_remaining_bounds
    CHECK (remaining_ug >= 0 AND remaining_ug <= 1000000000000000000 AND (remaining_ug <= mass_ug OR standing = 'POOL'));
ALTER TABLE lot DROP CONSTRAINT lot_standing_known;
ALTER TABLE lot ADD CONSTRAINT lot_standing_known CHECK (standing IN ('HELD', 'OFFERED', 'CONSUMED', 'POOL'));

CREATE TABLE pool (
    pool     uuid        NOT NULL,
    facility uuid        NOT NULL,
    period   text        NOT NULL,
    since    timestamptz NOT NULL,
    latest   timestamptz NOT NULL,
    claimed  bytea       NOT NULL,
    CONSTRAINT pool_pk PRIMARY KEY (pool),
    CONSTRAINT pool_lot_fk FOREIGN KEY (pool) REFERENCES lot (id)
);

-- A period is open until it has the index of the statement that closed it; then nothing about it changes.
CREATE TABLE pool_period (
    pool         uuid        NOT NULL,
    period       text        NOT NULL,
    opened_index bigint      NOT NULL,
    opened_at    timestamptz NOT NULL,
    closed_index bigint,
    closed_at    timestamptz,
    CONSTRAINT pool_period_pk PRIMARY KEY (pool, period),
    CONSTRAINT pool_period_pool_fk FOREIGN KEY (pool) REFERENCES pool (pool),
    CONSTRAINT pool_period_closed_whole CHECK ((closed_index IS NULL) = (closed_at IS NULL))
);

CREATE UNIQUE INDEX pool_period_one_open ON pool_period (pool) WHERE closed_index IS NULL;

-- The balance sheet of a period by element and profile; 'open' with no profile is the mass of no tracked element.
-- What flows through in a period may be more than any one lot can weigh.
CREATE TABLE pool_sheet (
    pool           uuid    NOT NULL,
    period         text    NOT NULL,
    element        text    NOT NULL,
    profile        bytea   NOT NULL,
    opening_ug     numeric NOT NULL DEFAULT 0,
    receipts_ug    numeric NOT NULL DEFAULT 0,
    withdrawals_ug numeric NOT NULL DEFAULT 0,
    losses_ug      numeric NOT NULL DEFAULT 0,
    counted_ug     numeric NOT NULL DEFAULT 0,
    adjusted_ug    numeric NOT NULL DEFAULT 0,
    CONSTRAINT pool_sheet_pk PRIMARY KEY (pool, period, element, profile),
    CONSTRAINT pool_sheet_period_fk FOREIGN KEY (pool, period) REFERENCES pool_period (pool, period)
);

CREATE TABLE pool_count (
    log_index      bigint NOT NULL,
    pool           uuid   NOT NULL,
    period         text   NOT NULL,
    element        text   NOT NULL,
    book_ug        bigint NOT NULL,
    counted_ug     bigint NOT NULL,
    uncertainty_ug bigint NOT NULL,
    CONSTRAINT pool_count_pk PRIMARY KEY (log_index, element)
);

CREATE INDEX pool_count_by_period ON pool_count (pool, period, log_index);

CREATE TABLE pool_adjustment (
    log_index bigint NOT NULL,
    pool      uuid   NOT NULL,
    period    text   NOT NULL,
    frozen    text   NOT NULL,
    assay     uuid,
    CONSTRAINT pool_adjustment_pk PRIMARY KEY (log_index)
);

CREATE INDEX pool_adjustment_by_period ON pool_adjustment (pool, period, log_index);

-- Which lots flowed into a pool, and which came out of it.
CREATE TABLE pool_receipt (
    log_index   bigint NOT NULL,
    pool        uuid   NOT NULL,
    lot         uuid   NOT NULL,
    consumed_ug bigint NOT NULL,
    CONSTRAINT pool_receipt_pk PRIMARY KEY (log_index, lot)
);

CREATE INDEX pool_receipt_by_lot ON pool_receipt (lot);

CREATE TABLE withdrawal (
    lot           uuid   NOT NULL,
    pool          uuid   NOT NULL,
    custody_model text   NOT NULL,
    mass_ug       bigint NOT NULL,
    credited      bytea  NOT NULL,
    log_index     bigint NOT NULL,
    CONSTRAINT withdrawal_pk PRIMARY KEY (lot),
    CONSTRAINT withdrawal_lot_fk FOREIGN KEY (lot) REFERENCES lot (id)
);

CREATE INDEX withdrawal_by_pool ON withdrawal (pool, log_index);

CREATE TABLE credit (
    log_index bigint NOT NULL,
    lot       uuid   NOT NULL,
    pool      uuid   NOT NULL,
    element   text   NOT NULL,
    profile   bytea  NOT NULL,
    ug        bigint NOT NULL,
    CONSTRAINT credit_pk PRIMARY KEY (log_index, element, profile),
    CONSTRAINT credit_lot_fk FOREIGN KEY (lot) REFERENCES withdrawal (lot)
);

CREATE INDEX credit_by_lot ON credit (lot, log_index);

GRANT SELECT, INSERT, UPDATE ON pool, pool_period, pool_sheet, withdrawal TO "${app_role}";
GRANT SELECT, INSERT ON pool_count, pool_adjustment, pool_receipt, credit TO "${app_role}";
