package io.lodestone.evidence.merkle;

import io.lodestone.evidence.merkle.TileTree.Growth;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tiles in a map, the widest row of each kept, as a table would; counts what is written. */
final class MemoryTiles implements TileStore {

    final Map<String, byte[]> rows = new HashMap<>();

    void write(Growth growth) {
        for (TileRow row : growth.tiles()) {
            byte[] before = rows.put(key(row.tile().level(), row.tile().index()), row.bytes());
            if (before != null && before.length >= row.bytes().length) {
                throw new IllegalStateException("a tile was written again: " + row.tile());
            }
        }
    }

    static String key(int level, long index) {
        return level + "/" + index;
    }

    @Override
    public byte @Nullable [] read(int level, long index) {
        byte[] row = rows.get(key(level, index));
        return row == null ? null : row.clone();
    }
}
