package io.lodestone.evidence.merkle;

import io.lodestone.evidence.digest.Digest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Node hashes out of the tiles of a tree of one size; each tile is read at most once. Never looks beyond the size. */
final class TileHashes implements HashSource {

    private final TileStore store;
    private final TreeSize size;
    private final Map<Tile, TileRow> rows = new HashMap<>();

    TileHashes(TileStore store, TreeSize size) {
        this.store = store;
        this.size = size;
    }

    @Override
    public Digest node(int level, long index) {
        int inner = level % Tile.HEIGHT;
        long first = index << inner;
        List<Digest> hashes = row(level / Tile.HEIGHT, first / Tile.WIDTH).hashes();
        int from = (int) (first % Tile.WIDTH);
        return MerkleTree.complete(hashes.subList(from, from + (1 << inner)));
    }

    TileRow row(int level, long index) {
        return rows.computeIfAbsent(Tile.at(level, index, size), this::read);
    }

    /** Puts a row that is known already in front of the store. */
    void put(TileRow row) {
        rows.put(row.tile(), row);
    }

    private TileRow read(Tile tile) {
        byte[] row = store.read(tile.level(), tile.index());
        if (row == null) {
            throw new CorruptTreeException(tile.path() + " is missing");
        }
        return TileRow.read(tile, row);
    }
}
