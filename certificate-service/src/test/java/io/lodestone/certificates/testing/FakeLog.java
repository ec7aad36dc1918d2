package io.lodestone.certificates.testing;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonNull;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.checkpoint.VerifierKey;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.HashSource;
import io.lodestone.evidence.merkle.LeafIndex;
import io.lodestone.evidence.merkle.MerkleTree;
import io.lodestone.evidence.merkle.TreeSize;
import io.lodestone.evidence.signature.SigningSeed;
import io.lodestone.evidence.statement.AcceptanceRecord;
import io.lodestone.evidence.statement.AcceptanceRecord.LotLink;
import io.lodestone.evidence.statement.Entry;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.evidence.statement.SpendSecret;
import io.lodestone.evidence.statement.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A log in memory that accepts everything. Everything accepted is published at once. */
public final class FakeLog {

    public static final String ORIGIN = "test.lodestone.example/log-1";

    private static final SigningSeed OTHER =
            SigningSeed.of(Digest.sha256(new byte[] {3}).bytes());

    private final SigningSeed key = SigningSeed.of(new byte[32]);
    private final VerifierKey name = new VerifierKey(ORIGIN, key.publicKey());
    private final List<Entry> entries = new ArrayList<>();
    private final List<Optional<Accepted>> accepted = new ArrayList<>();

    private boolean forging;

    private record Accepted(Statement statement, AcceptanceRecord record) {}

    public FakeLog() {
        entries.add(Entry.genesis("development", ORIGIN, now()));
        accepted.add(Optional.empty());
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    public String verifierKey() {
        return name.toString();
    }

    public int size() {
        return entries.size();
    }

    /** The index of the statement's entry; the same statement always has the same. */
    public int accept(Statement statement) {
        for (int i = 1; i < accepted.size(); i++) {
            if (accepted.get(i).isEmpty()) {
                continue;
            }
            Statement known = accepted.get(i).get().statement();
            if (known.actor().equals(statement.actor()) && known.id().equals(statement.id())) {
                if (!known.equals(statement)) {
                    throw new IllegalArgumentException("other bytes under a known statement id");
                }
                return i;
            }
        }
        List<LotLink> links = statement.body().spends().stream()
                .map(spent -> new LotLink(
                        new LotVersion(spent.lot(), spent.version() + 1),
                        Optional.of(Digest.sha256(new byte[] {1})),
                        SpendSecret.of(spent.lot(), new byte[32]).spendKey()))
                .toList();
        List<Digest> nullifiers = statement.body().spends().stream()
                .map(spent -> SpendSecret.of(spent.lot(), new byte[32]).nullifier())
                .toList();
        AcceptanceRecord record = new AcceptanceRecord(
                Optional.empty(), links, Salt.of(new byte[16]), Optional.empty(), statement.digest());
        Digest previous = entries.get(entries.size() - 1).leafHash();
        entries.add(Entry.next(ORIGIN, previous, record.digest(), nullifiers, now()));
        accepted.add(Optional.of(new Accepted(statement, record)));
        return entries.size() - 1;
    }

    /** One more entry, of a statement that nobody here knows. */
    public void grow() {
        Digest previous = entries.get(entries.size() - 1).leafHash();
        entries.add(Entry.next(ORIGIN, previous, Digest.sha256(new byte[] {2}), List.of(), now()));
        accepted.add(Optional.empty());
    }

    /** Whether checkpoints are signed by another than the key that goes by the log's name. */
    public void forge(boolean forging) {
        this.forging = forging;
    }

    public String checkpoint(int size) {
        TreeSize tree = new TreeSize(size);
        return new Checkpoint(ORIGIN, tree, MerkleTree.root(tree, nodes()))
                .sign(forging ? new VerifierKey(ORIGIN, OTHER.publicKey()) : name, forging ? OTHER : key)
                .toString();
    }

    public JsonObject receipt(int index, int size) {
        List<Digest> path = MerkleTree.inclusion(new LeafIndex(index), new TreeSize(size), nodes())
                .path();
        Optional<Accepted> of = accepted.get(index);
        return Json.object()
                .put("checkpoint", size == size() ? checkpoint(size) : null)
                .put("entry", entries.get(index).json())
                .put("index", index)
                .put("path", path, hash -> Json.string(hash.toString()))
                .put("record", of.<Json>map(it -> it.record().json()).orElse(JsonNull.NULL))
                .put("statement", of.<Json>map(it -> it.statement().json()).orElse(JsonNull.NULL))
                .build();
    }

    private HashSource nodes() {
        return new HashSource() {
            @Override
            public Digest node(int level, long index) {
                return level == 0
                        ? entries.get((int) index).leafHash()
                        : Digest.node(node(level - 1, 2 * index), node(level - 1, 2 * index + 1));
            }
        };
    }
}
