package io.lodestone.evidence.merkle;

import io.lodestone.evidence.digest.Digest;
import java.util.ArrayList;
import java.util.List;

/**
 * A log's tree, kept in tiles (C2SP tlog-tiles). Computes roots and proofs from tiles alone, and what appending changes;
 * writes nothing itself. A partial tile is never hashed into the level above.
 *
 * <p>Not for several threads at once: it caches what it reads.
 */
public final class TileTree {

    private final TileStore store;
    private final TreeSize size;
    private final TileHashes hashes;

    private TileTree(TileStore store, TreeSize size) {
        this.store = store;
        this.size = size;
        this.hashes = new TileHashes(store, size);
    }

    /** What appending changes: the size and root afterwards, and every tile that is new or wider, by level and index. */
    public record Growth(TreeSize size, Digest root, List<TileRow> tiles) {
        public Growth {
            tiles = List.copyOf(tiles);
        }
    }

    /** The tree in {@code store} at this size, taken on trust. */
    public static TileTree of(TileStore store, TreeSize size) {
        return new TileTree(store, size);
    }

    /** The same, after recomputing its root; {@link CorruptTreeException} where the tiles give another. */
    public static TileTree open(TileStore store, TreeSize size, Digest root) {
        TileTree tree = new TileTree(store, size);
        if (!tree.root().equals(root)) {
            throw new CorruptTreeException("the tiles of size " + size + " do not give the recorded root");
        }
        return tree;
    }

    public TreeSize size() {
        return size;
    }

    public Digest root() {
        return root(size);
    }

    /** The root at an earlier size; {@link IllegalArgumentException} for a size beyond the tree. */
    public Digest root(TreeSize at) {
        return MerkleTree.root(within(at), hashes);
    }

    public InclusionProof inclusion(LeafIndex index, TreeSize at) {
        return MerkleTree.inclusion(index, within(at), hashes);
    }

    public ConsistencyProof consistency(TreeSize first, TreeSize second) {
        return MerkleTree.consistency(first, within(second), hashes);
    }

    private TreeSize within(TreeSize at) {
        if (at.compareTo(size) > 0) {
            throw new IllegalArgumentException("the tree has only " + size + " entries");
        }
        return at;
    }

    /** Appends leaf hashes in their order; the caller stores the changed tiles and goes on with the new size. */
    public Growth append(List<Digest> leafHashes) {
        TreeSize grown = size.plus(leafHashes.size());
        TileHashes after = new TileHashes(store, grown);
        List<TileRow> changed = new ArrayList<>();
        List<Digest> added = leafHashes;
        for (int level = 0; !added.isEmpty(); level++) {
            added = appendLevel(level, added, changed);
        }
        changed.forEach(after::put);
        return new Growth(grown, MerkleTree.root(grown, after), changed);
    }

    /** Adds hashes to one level and returns those of the tiles that became full, which belong to the next. */
    private List<Digest> appendLevel(int level, List<Digest> added, List<TileRow> changed) {
        long index = Tile.fullTiles(level, size);
        List<Digest> row = new ArrayList<>();
        if (Tile.partialWidth(level, size) > 0) {
            row.addAll(hashes.row(level, index).hashes());
        }
        List<Digest> above = new ArrayList<>();
        for (Digest hash : added) {
            row.add(hash);
            if (row.size() == Tile.WIDTH) {
                changed.add(new TileRow(new Tile(level, index, Tile.WIDTH), row));
                above.add(MerkleTree.complete(row));
                row.clear();
                index++;
            }
        }
        if (!row.isEmpty()) {
            changed.add(new TileRow(new Tile(level, index, row.size()), row));
        }
        return above;
    }
}
