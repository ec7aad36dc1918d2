package io.lodestone.evidence.merkle;

import io.lodestone.evidence.digest.Digest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A tile with its hashes; as many as its width says. */
public record TileRow(Tile tile, List<Digest> hashes) {

    public TileRow {
        hashes = List.copyOf(hashes);
        if (hashes.size() != tile.width()) {
            throw new IllegalArgumentException("a tile of width " + tile.width() + " has as many hashes");
        }
    }

    /** The hashes one after another, as tiles are stored and served. */
    public byte[] bytes() {
        byte[] out = new byte[hashes.size() * Digest.LENGTH];
        for (int i = 0; i < hashes.size(); i++) {
            System.arraycopy(hashes.get(i).bytes(), 0, out, i * Digest.LENGTH, Digest.LENGTH);
        }
        return out;
    }

    /** Reads a tile from a stored row, which may be wider than the tile; {@link CorruptTreeException} if it is not. */
    static TileRow read(Tile tile, byte[] row) {
        if (row.length % Digest.LENGTH != 0 || row.length > Tile.BYTES) {
            throw new CorruptTreeException(tile.path() + ": " + row.length + " bytes are not a row of hashes");
        }
        if (row.length < tile.width() * Digest.LENGTH) {
            throw new CorruptTreeException(tile.path() + ": the stored row is shorter");
        }
        List<Digest> hashes = new ArrayList<>(tile.width());
        for (int i = 0; i < tile.width(); i++) {
            hashes.add(Digest.of(Arrays.copyOfRange(row, i * Digest.LENGTH, (i + 1) * Digest.LENGTH)));
        }
        return new TileRow(tile, hashes);
    }
}
