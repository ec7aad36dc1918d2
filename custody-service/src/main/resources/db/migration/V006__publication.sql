-- The tree in tiles, 256 hashes a row, and the checkpoint that is served.
CREATE TABLE tile (
    level smallint NOT NULL,
    tile_index bigint NOT NULL,
    hashes bytea NOT NULL,
    CONSTRAINT tile_pk PRIMARY KEY (level, tile_index),
    CONSTRAINT tile_level_known CHECK (level BETWEEN 0 AND 7),
    CONSTRAINT tile_index_not_negative CHECK (tile_index >= 0),
    CONSTRAINT tile_of_whole_hashes CHECK (octet_length(hashes) % 32 = 0 AND octet_length(hashes) BETWEEN 32 AND 8192)
);

CREATE TABLE publication (
    one boolean NOT NULL DEFAULT true,
    size bigint NOT NULL,
    root bytea NOT NULL,
    checkpoint text,
    CONSTRAINT publication_pk PRIMARY KEY (one),
    CONSTRAINT publication_one_row CHECK (one),
    CONSTRAINT publication_size_not_negative CHECK (size >= 0),
    CONSTRAINT publication_root_length CHECK (octet_length(root) = 32),
    CONSTRAINT publication_checkpoint_of_something CHECK ((size = 0) = (checkpoint IS NULL))
);

GRANT SELECT, INSERT, UPDATE ON tile, publication TO ${app_role};
