package io.lodestone.evidence.merkle;

import io.lodestone.evidence.digest.Digest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A tree of which only the roots of its largest complete subtrees are kept: at most 63 hashes, from which its root
 * follows and to which leaves can be appended. Whoever reads a log from its first entry computes with it every hash
 * that belongs into a tile, and the root at the end, without reading a tile.
 *
 * <p>Mutable, and not for several threads at once.
 */
public final class Frontier {

    /** The hash that belongs at that index of a tile level: over 256^level leaves. */
    public record TileHash(int level, long index, Digest hash) {}

    private final List<Digest> subtrees;
    private long size;

    private Frontier(long size, List<Digest> subtrees) {
        this.size = size;
        this.subtrees = subtrees;
    }

    public static Frontier empty() {
        return new Frontier(0, new ArrayList<>());
    }

    /** Reads what {@link #bytes} gave for a tree of this size; {@link IllegalArgumentException} for anything else. */
    public static Frontier of(TreeSize size, byte[] bytes) {
        if (bytes.length != Long.bitCount(size.value()) * Digest.LENGTH) {
            throw new IllegalArgumentException("a tree of size " + size + " has another number of complete subtrees");
        }
        List<Digest> subtrees = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += Digest.LENGTH) {
            subtrees.add(Digest.of(Arrays.copyOfRange(bytes, at, at + Digest.LENGTH)));
        }
        return new Frontier(size.value(), subtrees);
    }

    public TreeSize size() {
        return new TreeSize(size);
    }

    /** Appends a leaf hash and returns the tile hashes that are complete with it, the leaf itself first. */
    public List<TileHash> append(Digest leaf) {
        List<TileHash> complete = new ArrayList<>(2);
        complete.add(new TileHash(0, size, leaf));
        Digest hash = leaf;
        long index = size;
        for (int height = 1; (index & 1) == 1; height++) {
            hash = Digest.node(subtrees.remove(subtrees.size() - 1), hash);
            index >>= 1;
            if (height % Tile.HEIGHT == 0) {
                complete.add(new TileHash(height / Tile.HEIGHT, index, hash));
            }
        }
        subtrees.add(hash);
        size++;
        return complete;
    }

    public Digest root() {
        if (subtrees.isEmpty()) {
            return MerkleTree.EMPTY_ROOT;
        }
        Digest root = subtrees.get(subtrees.size() - 1);
        for (int i = subtrees.size() - 2; i >= 0; i--) {
            root = Digest.node(subtrees.get(i), root);
        }
        return root;
    }

    /** The subtrees' roots one after another, the largest first. */
    public byte[] bytes() {
        byte[] out = new byte[subtrees.size() * Digest.LENGTH];
        for (int i = 0; i < subtrees.size(); i++) {
            System.arraycopy(subtrees.get(i).bytes(), 0, out, i * Digest.LENGTH, Digest.LENGTH);
        }
        return out;
    }
}
