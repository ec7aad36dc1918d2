-- The latest of each kind is looked for, whatever number of lots look alike.
DROP INDEX presented_by_key;
CREATE INDEX presented_by_key ON presented (party, key, how, log_index, lot);
