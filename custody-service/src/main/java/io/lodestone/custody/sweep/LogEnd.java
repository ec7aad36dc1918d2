package io.lodestone.custody.sweep;

import io.lodestone.custody.log.TileMap;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.TreeSize;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the database says that the log ends, at one moment.
 *
 * @param tiles those at the right edge of the published tree, of the checkpoint kept outside and of what was swept
 * @param beyond tiles at and beyond the right edge of the published tree
 * @param unpublished leaf hashes that the checkpoint kept outside covers and the published tree does not
 * @param strays with rows of entries or checkpoints that the log does not have, or without that of the publication
 */
public record LogEnd(
        Optional<HeadRow> head,
        Optional<PublicationRow> publication,
        TileMap tiles,
        List<EdgeTile> beyond,
        List<Digest> unpublished,
        List<Stray> strays) {

    /** A column that is a key. */
    public record Stray(String table, String column) {}

    /** The head row, and the entry that it says is the last. */
    public record HeadRow(
            String origin,
            long size,
            Optional<Digest> leaf,
            Optional<Instant> time,
            Optional<Digest> lastLeaf,
            Optional<Instant> lastTime,
            long lastIndex) {}

    public record PublicationRow(TreeSize size, Digest root, Optional<String> checkpoint) {}

    public record EdgeTile(int level, long index, int bytes) {}

    public LogEnd {
        beyond = List.copyOf(beyond);
        unpublished = List.copyOf(unpublished);
        strays = List.copyOf(strays);
    }
}
