package io.lodestone.custody.log;

import io.lodestone.evidence.merkle.TileRow;
import io.lodestone.evidence.merkle.TileStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tiles that a computation needs, loaded before it begins. */
public final class TileMap implements TileStore {

    /** Where a tile stands. */
    public record Place(int level, long index) {}

    private final Map<Place, byte[]> rows;

    public TileMap(Map<Place, byte[]> rows) {
        this.rows = new HashMap<>(rows);
    }

    /** The same with newer rows over it. */
    public TileMap with(List<TileRow> newer) {
        TileMap copy = new TileMap(rows);
        newer.forEach(
                row -> copy.rows.put(new Place(row.tile().level(), row.tile().index()), row.bytes()));
        return copy;
    }

    @Override
    public byte @Nullable [] read(int level, long index) {
        return rows.get(new Place(level, index));
    }
}
