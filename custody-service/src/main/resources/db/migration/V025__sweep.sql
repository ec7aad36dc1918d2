-- Sweeps of the whole log for disagreements, as far as each has come. Its row is locked by the instance that works at it.
CREATE TABLE sweep (
    sweep uuid NOT NULL,
    started timestamptz NOT NULL,
    size bigint NOT NULL,
    next_index bigint NOT NULL,
    subtrees bytea NOT NULL,
    previous bytea,
    last_time timestamptz,
    replayed bigint NOT NULL DEFAULT 0,
    compared boolean NOT NULL DEFAULT false,
    found bigint NOT NULL,
    finished timestamptz,
    report text,
    CONSTRAINT sweep_pk PRIMARY KEY (sweep),
    CONSTRAINT sweep_next_within CHECK (next_index BETWEEN 0 AND size),
    CONSTRAINT sweep_found_not_negative CHECK (found >= 0),
    CONSTRAINT sweep_reports_when_finished CHECK ((finished IS NULL) = (report IS NULL))
);

CREATE UNIQUE INDEX sweep_one_runs ON sweep ((finished IS NULL)) WHERE finished IS NULL;
CREATE INDEX sweep_by_start ON sweep (started);

-- The first that a sweep found; sweep.found counts all. Rows are added and never changed.
CREATE TABLE sweep_finding (
    sweep uuid NOT NULL,
    number integer NOT NULL,
    found_in text NOT NULL,
    found_at text NOT NULL,
    row_key text,
    log_index bigint,
    message text NOT NULL,
    CONSTRAINT sweep_finding_pk PRIMARY KEY (sweep, number),
    CONSTRAINT sweep_finding_sweep FOREIGN KEY (sweep) REFERENCES sweep (sweep)
);

GRANT SELECT, INSERT, UPDATE ON sweep TO ${app_role};
GRANT SELECT, INSERT ON sweep_finding TO ${app_role};
