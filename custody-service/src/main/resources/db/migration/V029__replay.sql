-- Where a sweep computes again, from the statements, every table that follows from them, to compare the two. Nothing
-- here is lost that cannot be computed again, so it is not logged. A later migration that adds to such a table, or adds
-- one, does so here too.
CREATE SCHEMA replay;

DO $$
DECLARE
    name text;
BEGIN
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public'
        -- What was stated and decided, and the tree over it: hashed again, not computed again.
        AND tablename NOT IN ('log_head', 'entry', 'statement', 'annex', 'statement_signature', 'acceptance_record', 'decision', 'tile',
            'publication', 'published_checkpoint', 'cosignature')
        -- What follows from no statement.
        AND tablename NOT IN ('prepared', 'webhook', 'webhook_cursor', 'webhook_delivery', 'sweep', 'sweep_finding',
            'cosigning')
        AND tablename NOT LIKE 'flyway%'
    LOOP
        EXECUTE format('CREATE UNLOGGED TABLE replay.%I (LIKE public.%I INCLUDING ALL)', name, name);
    END LOOP;
END $$;

-- How far the tables beside it have come, and for which sweep. It is lost with them.
CREATE UNLOGGED TABLE replay.replay_position (
    sweep uuid NOT NULL,
    next_index bigint NOT NULL,
    compared integer NOT NULL,
    CONSTRAINT replay_position_pk PRIMARY KEY (sweep)
);

GRANT USAGE ON SCHEMA replay TO ${app_role};
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON ALL TABLES IN SCHEMA replay TO ${app_role};

-- Deciding a correction reads statements. No other table of the ledger can be reached from here, or written by a replay.
CREATE VIEW replay.statement AS SELECT log_index, digest, actor, id, bytes FROM public.statement;
GRANT SELECT ON replay.statement TO ${app_role};
