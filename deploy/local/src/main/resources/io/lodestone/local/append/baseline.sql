-- The rows of an accepted offer, as plain tables with the keys that custody-service's have, and the audit table of the
-- classic kind: each row's hash covers the one before, kept in order by a lock.
CREATE SEQUENCE next_index;
CREATE TABLE statement (
    log_index bigint PRIMARY KEY, digest bytea NOT NULL, actor uuid NOT NULL, id uuid NOT NULL, bytes bytea NOT NULL,
    UNIQUE (actor, id));
CREATE TABLE acceptance_record (log_index bigint PRIMARY KEY, digest bytea NOT NULL, bytes bytea NOT NULL);
CREATE TABLE entry (
    log_index bigint PRIMARY KEY, time timestamptz NOT NULL, leaf_hash bytea NOT NULL, bytes bytea NOT NULL);
CREATE TABLE holding (
    lot bigint PRIMARY KEY, version bigint NOT NULL, holder uuid NOT NULL, owner uuid NOT NULL, state text NOT NULL,
    form text NOT NULL, remaining_ug bigint NOT NULL, vector bytea NOT NULL, last_record bytea NOT NULL,
    spend_secret bytea NOT NULL);
INSERT INTO holding
    SELECT lot, 1, gen_random_uuid(), gen_random_uuid(), 'HELD', 'oxide', 27107000000, sha256('vector'), sha256('record'),
        sha256('secret')
    FROM generate_series(1, 300000) AS lot;
CREATE TABLE plain (LIKE statement INCLUDING ALL);
CREATE SEQUENCE next_plain;
CREATE TABLE chain_head (one boolean PRIMARY KEY, size bigint NOT NULL, hash bytea NOT NULL);
INSERT INTO chain_head VALUES (true, 0, sha256(''));
CREATE TABLE chained (log_index bigint PRIMARY KEY, hash bytea NOT NULL, bytes bytea NOT NULL);
CREATE FUNCTION chain() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    head chain_head;
BEGIN
    SELECT * INTO head FROM chain_head FOR UPDATE;
    NEW.log_index := head.size;
    NEW.hash := sha256(head.hash || NEW.bytes);
    UPDATE chain_head SET size = head.size + 1, hash = NEW.hash;
    RETURN NEW;
END $$;
CREATE TRIGGER chain BEFORE INSERT ON chained FOR EACH ROW EXECUTE FUNCTION chain();
ANALYZE holding;
