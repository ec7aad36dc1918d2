package io.lodestone.evidence.archive;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.TileRow;
import io.lodestone.evidence.merkle.TileTree;
import io.lodestone.evidence.merkle.TileTree.Growth;
import io.lodestone.evidence.merkle.TreeSize;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tree over the entries so far, of which only the partial tiles at the right edge are kept. */
final class GrowingTree {

    private final Map<Integer, TileRow> edge = new TreeMap<>();
    private TreeSize size = TreeSize.ZERO;

    /** Appends leaves; returns the tiles that are full now, which are not kept. */
    List<TileRow> append(List<Digest> leaves) {
        Growth growth = TileTree.of((level, index) -> bytes(level), size).append(leaves);
        size = growth.size();
        for (TileRow row : growth.tiles()) {
            edge.remove(row.tile().level());
            if (!row.tile().full()) {
                edge.put(row.tile().level(), row);
            }
        }
        return growth.tiles().stream().filter(row -> row.tile().full()).toList();
    }

    private byte[] bytes(int level) {
        TileRow row = edge.get(level);
        return row == null ? new byte[0] : row.bytes();
    }

    TreeSize size() {
        return size;
    }

    Digest root() {
        return TileTree.of((level, index) -> bytes(level), size).root();
    }

    /** The tiles that are partial at this size. */
    Collection<TileRow> partial() {
        return List.copyOf(edge.values());
    }
}
