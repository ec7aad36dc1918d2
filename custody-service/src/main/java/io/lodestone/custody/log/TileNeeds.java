package io.lodestone.custody.log;

import io.lodestone.custody.log.TileMap.Place;
import io.lodestone.evidence.merkle.LeafIndex;
import io.lodestone.evidence.merkle.Tile;
import io.lodestone.evidence.merkle.TreeSize;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tiles that a root or proof reads: on each level the one over every leaf it is about, and the one at the right
 * edge. Hashes on the way to the root have their siblings in the same tile.
 */
public final class TileNeeds {

    private static final Comparator<Place> ORDER =
            Comparator.comparingInt(Place::level).thenComparingLong(Place::index);

    private final Set<Place> places = new TreeSet<>(ORDER);

    /** For the root of a tree of this size, and for appending to it. */
    public TileNeeds edgeOf(TreeSize size) {
        return leaf(size.value()).leaf(Math.max(0, size.value() - 1));
    }

    /** For the path of the leaf at this index. */
    public TileNeeds leaf(long index) {
        add(index);
        return this;
    }

    /** For the paths of several leaves. */
    public TileNeeds leaves(List<LeafIndex> indexes) {
        indexes.forEach(index -> add(index.value()));
        return this;
    }

    private void add(long index) {
        for (int level = 0; level <= Tile.MAX_LEVEL; level++) {
            places.add(new Place(level, index >>> 8 * level >>> 8));
        }
    }

    public Set<Place> places() {
        return Set.copyOf(places);
    }
}
