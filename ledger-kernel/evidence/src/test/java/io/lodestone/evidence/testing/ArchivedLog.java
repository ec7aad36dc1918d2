package io.lodestone.evidence.testing;

import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.checkpoint.SignedNote;
import io.lodestone.evidence.checkpoint.VerifierKey;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.InclusionProof;
import io.lodestone.evidence.merkle.LeafIndex;
import io.lodestone.evidence.merkle.MerkleTree;
import io.lodestone.evidence.merkle.Tile;
import io.lodestone.evidence.merkle.TileRow;
import io.lodestone.evidence.merkle.TileTree;
import io.lodestone.evidence.merkle.TileTree.Growth;
import io.lodestone.evidence.merkle.TreeSize;
import io.lodestone.evidence.signature.SigningSeed;
import io.lodestone.evidence.statement.Entry;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A log in memory that is written out as files. Every third entry after the first spends something. */
public final class ArchivedLog {

    public static final String ORIGIN = "log.example/archived";
    private static final SigningSeed SEED = SigningSeed.of(new byte[32]);
    public static final VerifierKey KEY = new VerifierKey(ORIGIN, SEED.publicKey());
    private static final Instant BEGAN = Instant.parse("2026-11-22T07:30:00Z");

    private final List<byte[]> entries = new ArrayList<>();
    private final List<Digest> leaves = new ArrayList<>();
    private final String history;
    private Instant lastTime = BEGAN;

    /** Logs of other histories have other entries, from the second on. */
    public ArchivedLog(String history) {
        this.history = history;
    }

    public void grow(int size) {
        while (entries.size() < size) {
            int index = entries.size();
            append(
                    index == 0
                            ? Entry.genesis("development", ORIGIN, BEGAN)
                            : next(index % 3 == 0 ? List.of(nullifier(index)) : List.of()));
        }
    }

    public Entry next(List<Digest> nullifiers) {
        Digest record = Digest.sha256((history + " " + entries.size()).getBytes(StandardCharsets.UTF_8));
        return Entry.next(ORIGIN, lastLeaf(), record, nullifiers, BEGAN.plusMillis(entries.size()));
    }

    public static Digest nullifier(int index) {
        return Digest.sha256(("nullifier " + index).getBytes(StandardCharsets.UTF_8));
    }

    public void append(Entry entry) {
        lastTime = entry.time();
        append(entry.bytes());
    }

    public void append(byte[] entry) {
        entries.add(entry);
        leaves.add(Digest.leaf(entry));
    }

    public Digest lastLeaf() {
        return leaves.get(leaves.size() - 1);
    }

    public Instant lastTime() {
        return lastTime;
    }

    public int size() {
        return entries.size();
    }

    public Entry entry(int index) {
        return Entry.parse(entries.get(index));
    }

    public Checkpoint checkpoint() {
        Growth growth = growth();
        return new Checkpoint(ORIGIN, growth.size(), growth.root());
    }

    /** The checkpoint, signed. */
    public SignedNote note() {
        return checkpoint().sign(KEY, SEED);
    }

    /** The hashes that lead from an earlier size to this one. */
    public List<Digest> consistency(long from) {
        return MerkleTree.consistency(new TreeSize(from), new TreeSize(entries.size()), this::node)
                .path();
    }

    /** That an entry is in the tree of this size. */
    public InclusionProof inclusion(long index) {
        return MerkleTree.inclusion(new LeafIndex(index), new TreeSize(entries.size()), this::node);
    }

    private Digest node(int level, long index) {
        return level == 0
                ? leaves.get((int) index)
                : Digest.node(node(level - 1, 2 * index), node(level - 1, 2 * index + 1));
    }

    private Growth growth() {
        return TileTree.of((level, index) -> null, TreeSize.ZERO).append(leaves);
    }

    /** As an export leaves them. */
    public Map<String, byte[]> files() {
        Map<String, byte[]> files = new HashMap<>();
        for (TileRow row : growth().tiles()) {
            files.put(row.tile().path(), row.bytes());
            if (row.tile().level() == 0) {
                files.put(row.tile().entriesPath(), bundle(row.tile()));
            }
        }
        files.put("checkpoint", note().toString().getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private byte[] bundle(Tile tile) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int from = (int) tile.index() * Tile.WIDTH;
        for (byte[] entry : entries.subList(from, from + tile.width())) {
            out.write(entry.length >>> 8);
            out.write(entry.length);
            out.writeBytes(entry);
        }
        return out.toByteArray();
    }
}
