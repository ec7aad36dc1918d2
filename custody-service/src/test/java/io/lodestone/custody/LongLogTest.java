package io.lodestone.custody;

import static io.lodestone.custody.Ledger.registry;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.custody.log.TileNeeds;
import io.lodestone.custody.log.app.LogStore;
import io.lodestone.custody.log.app.Publisher;
import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.checkpoint.NoteVerification;
import io.lodestone.evidence.checkpoint.NoteVerification.Verified;
import io.lodestone.evidence.checkpoint.TlogProof;
import io.lodestone.evidence.checkpoint.VerifierKey;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.ConsistencyProof;
import io.lodestone.evidence.merkle.HashSource;
import io.lodestone.evidence.merkle.InclusionProof;
import io.lodestone.evidence.merkle.LeafIndex;
import io.lodestone.evidence.merkle.MerkleTree;
import io.lodestone.evidence.merkle.TileTree;
import io.lodestone.evidence.merkle.TreeSize;
import io.lodestone.evidence.statement.Entry;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.PartyRegistered;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** More entries than two tiles hold: every receipt and checkpoint is checked by the kernel's own code. */
@QuarkusTest
class LongLogTest {

    private static final int ROUNDS = 8;
    private static final int PER_ROUND = 80;

    @Inject
    LogStore store;

    @Inject
    Publisher publisher;

    @Test
    void receipts_and_checkpoints_of_a_long_log_hold_together() throws Exception {
        assertThat(Ledger.aParty()).isNotNull();
        List<Checkpoint> checkpoints = grow();
        TreeSize size = checkpoints.get(checkpoints.size() - 1).size();
        assertThat(size.value()).isGreaterThan(600);
        List<Digest> leaves = wait(store.transaction(db -> db.leaves(TreeSize.ZERO, size)));
        HashSource nodes = (level, index) -> node(leaves, level, index);

        for (Checkpoint checkpoint : checkpoints) {
            assertThat(checkpoint.root()).isEqualTo(MerkleTree.root(checkpoint.size(), nodes));
        }
        for (Checkpoint first : checkpoints) {
            for (Checkpoint second : checkpoints) {
                if (first.size().compareTo(second.size()) <= 0) {
                    assertThat(proof(first, second, size)
                                    .verify(first.root(), second.root())
                                    .valid())
                            .as("%s to %s", first.size(), second.size())
                            .isTrue();
                }
            }
        }
        for (Checkpoint at : checkpoints) {
            for (long index :
                    new long[] {0, 1, 255, 256, 257, 511, 512, at.size().value() - 1}) {
                if (index < at.size().value()) {
                    included(index, at);
                }
            }
        }
        whole(size.value() - 1, leaves);
        whole(255, leaves);
        chained(leaves, size);
    }

    private List<Checkpoint> grow() throws Exception {
        List<Checkpoint> checkpoints = new ArrayList<>(List.of(published()));
        ExecutorService threads = Executors.newFixedThreadPool(16);
        for (int round = 0; round < ROUNDS; round++) {
            List<Callable<Response>> parties = IntStream.range(0, PER_ROUND)
                    .mapToObj(i -> (Callable<Response>) LongLogTest::party)
                    .toList();
            for (Future<Response> answer : threads.invokeAll(parties)) {
                Ledger.accepted(answer.get());
            }
            checkpoints.add(published());
        }
        threads.shutdown();
        return checkpoints;
    }

    private static Response party() {
        PartyRegistered party = new PartyRegistered("CN", new PartyId(Ledger.id()));
        return Ledger.submit(registry(), Ledger.statement(Ledger.REGISTRAR, party));
    }

    private Checkpoint published() {
        wait(publisher.publish());
        String note = given().get("/checkpoint").asString();
        return ((Verified<Checkpoint>) Checkpoint.open(note, key())).value();
    }

    private ConsistencyProof proof(Checkpoint first, Checkpoint second, TreeSize size) {
        TileNeeds needs =
                new TileNeeds().edgeOf(first.size()).edgeOf(second.size()).edgeOf(size);
        return wait(store.transaction(db ->
                db.tiles(needs).map(tiles -> TileTree.of(tiles, size).consistency(first.size(), second.size()))));
    }

    /** A receipt at an earlier size is for the checkpoint that was published then. */
    private static void included(long index, Checkpoint at) {
        Response receipt = get("/statements/" + index + "/receipt?treeSize=" + at.size());
        receipt.then().statusCode(200);
        List<Digest> path =
                receipt.<List<String>>path("path").stream().map(Digest::parse).toList();
        InclusionProof proof = new InclusionProof(new LeafIndex(index), path);
        Digest leaf = Digest.leaf(entry(index));
        assertThat(proof.verify(leaf, at.size(), at.root()).valid())
                .as("%d at %s", index, at.size())
                .isTrue();
        Digest other = Digest.leaf(new byte[] {1});
        assertThat(proof.verify(other, at.size(), at.root()).valid()).isFalse();
    }

    private static void whole(long index, List<Digest> leaves) {
        TlogProof proof =
                TlogProof.parse(get("/statements/" + index + "/tlog-proof").asString());
        assertThat(proof.verify(leaves.get((int) index), key())).isInstanceOf(Verified.class);
        assertThat(proof.verify(leaves.get((int) index - 1), key())).isInstanceOf(NoteVerification.Rejected.class);
    }

    private void chained(List<Digest> leaves, TreeSize size) {
        for (long index = size.value() - 1; index > size.value() - 20; index--) {
            Entry entry = Entry.parse(entry(index));
            assertThat(entry.previous()).contains(leaves.get((int) index - 1));
            assertThat(entry.time())
                    .isAfterOrEqualTo(Entry.parse(entry(index - 1)).time());
        }
    }

    private static Digest node(List<Digest> leaves, int level, long index) {
        return level == 0
                ? leaves.get((int) index)
                : Digest.node(node(leaves, level - 1, 2 * index), node(leaves, level - 1, 2 * index + 1));
    }

    private static byte[] entry(long index) {
        return get("/statements/" + index + "/entry").asByteArray();
    }

    private static VerifierKey key() {
        return VerifierKey.parse(get("/log.vkey").asString().strip());
    }

    private static Response get(String path) {
        return given().header("Authorization", registry()).get(path);
    }

    private static <T> T wait(Uni<T> answer) {
        return answer.await().atMost(Duration.ofSeconds(10));
    }
}
