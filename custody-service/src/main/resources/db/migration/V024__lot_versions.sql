-- Which statement made which version of a lot, and how the lot stood then: the lot's own history. Holder and owner stand
-- where they changed. State, mass and secret are not known of versions that were spent before this table was there.
CREATE TABLE lot_version (
    lot uuid NOT NULL,
    version bigint NOT NULL,
    log_index bigint NOT NULL,
    holder uuid,
    owner uuid,
    state text,
    remaining_ug bigint,
    spend_secret bytea,
    CONSTRAINT lot_version_pk PRIMARY KEY (lot, version),
    CONSTRAINT lot_version_positive CHECK (version >= 1),
    CONSTRAINT lot_version_index_positive CHECK (log_index > 0),
    CONSTRAINT lot_version_first_has_a_holder CHECK (version > 1 OR holder IS NOT NULL),
    CONSTRAINT lot_version_holder_and_owner CHECK ((holder IS NULL) = (owner IS NULL)),
    CONSTRAINT lot_version_kept_whole
        CHECK ((state IS NULL) = (remaining_ug IS NULL) AND (state IS NULL) = (spend_secret IS NULL)),
    CONSTRAINT lot_version_remaining_in_bounds CHECK (remaining_ug BETWEEN 0 AND 1000000000000000000),
    CONSTRAINT lot_version_spend_secret_length CHECK (octet_length(spend_secret) = 32)
);

-- Who had the lot before is whoever handed it over next.
INSERT INTO lot_version (lot, version, log_index, holder, owner, state, remaining_ug, spend_secret)
    SELECT made.lot, made.version, made.log_index,
        CASE WHEN made.handed THEN coalesce((
            SELECT t.sender FROM transfer t JOIN transfer_lot l ON l.transfer = t.transfer
            WHERE l.lot = made.lot AND t.state = 'ACCEPTED' AND t.answered_index > made.log_index
            ORDER BY t.answered_index LIMIT 1), h.holder) END,
        CASE WHEN made.handed THEN coalesce((
            SELECT t.sender FROM transfer t JOIN transfer_lot l ON l.transfer = t.transfer
            WHERE l.lot = made.lot AND t.state = 'ACCEPTED' AND t.answered_index > made.log_index AND t.title_passes
            ORDER BY t.answered_index LIMIT 1), h.owner) END,
        CASE WHEN made.version = h.version THEN h.state END,
        CASE WHEN made.version = h.version THEN h.remaining_ug END,
        CASE WHEN made.version = h.version THEN h.spend_secret END
    FROM (
        SELECT r.log_index, (link ->> 'lot')::uuid AS lot, (link ->> 'lotVersion')::bigint AS version,
            link ->> 'previous' IS NULL OR EXISTS (
                SELECT FROM transfer t WHERE t.answered_index = r.log_index AND t.state = 'ACCEPTED') AS handed
        FROM acceptance_record r, jsonb_array_elements(convert_from(r.bytes, 'UTF8')::jsonb -> 'lots') AS link
    ) AS made
    JOIN holding h ON h.lot = made.lot;

CREATE INDEX lot_version_handed_over ON lot_version (lot, version) WHERE holder IS NOT NULL;

GRANT SELECT, INSERT ON lot_version TO ${app_role};
