package io.lodestone.evidence.merkle;

import org.jspecify.annotations.Nullable;

/** Where tiles are kept: one row of 32-byte hashes for each level and index, the widest that was written. */
@FunctionalInterface
public interface TileStore {

    /** The row, 32 to 8192 bytes, or null where none was written. Beyond what a size needs a row is not looked at. */
    byte @Nullable [] read(int level, long index);
}
