package io.lodestone.custody;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.lodestone.custody.log.app.Publisher;
import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.checkpoint.NoteVerification.Verified;
import io.lodestone.evidence.checkpoint.TlogProof;
import io.lodestone.evidence.checkpoint.VerifierKey;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.ConsistencyProof;
import io.lodestone.evidence.merkle.MerkleTree;
import io.lodestone.evidence.merkle.Tile;
import io.lodestone.evidence.merkle.TileTree;
import io.lodestone.evidence.merkle.TreeSize;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What anybody reads of the log, without a token: the kernel rebuilds the tree from it. */
@QuarkusTest
class TilesTest {

    @Inject
    Publisher publisher;

    private Checkpoint before;
    private Checkpoint last;

    @BeforeEach
    void something_is_published() {
        assertThat(Ledger.aParty()).isNotNull();
        before = published();
        assertThat(Ledger.aParty()).isNotNull();
        last = published();
    }

    private Checkpoint published() {
        publisher.publish().await().atMost(Duration.ofSeconds(10));
        return opened(given().get("/checkpoint").asString());
    }

    private static Checkpoint opened(String note) {
        VerifierKey key = VerifierKey.parse(given().get("/log.vkey").asString().strip());
        return ((Verified<Checkpoint>) Checkpoint.open(note, key)).value();
    }

    @Test
    void entries_give_the_leaves_and_tiles_the_root_of_the_checkpoint() {
        List<Digest> leaves = leaves(last.size());
        TileTree tree = TileTree.open(TilesTest::tile, last.size(), last.root());

        assertThat(leaves).hasSize((int) last.size().value());
        assertThat(MerkleTree.root(last.size(), (level, index) -> node(leaves, level, index)))
                .isEqualTo(last.root());
        assertThat(tree.root()).isEqualTo(last.root());
    }

    private List<Digest> leaves(TreeSize size) {
        List<Digest> leaves = new ArrayList<>();
        for (long index = 0; index * Tile.WIDTH < size.value(); index++) {
            byte[] bundle = body(Tile.at(0, index, size).entriesPath());
            for (ByteBuffer rest = ByteBuffer.wrap(bundle); rest.hasRemaining(); ) {
                byte[] entry = new byte[Short.toUnsignedInt(rest.getShort())];
                rest.get(entry);
                leaves.add(Digest.leaf(entry));
            }
        }
        return leaves;
    }

    /** As a reader gets it: the widest tile that the published size has. */
    private static byte[] tile(int level, long index) {
        Checkpoint now = opened(given().get("/checkpoint").asString());
        return body(Tile.at(level, index, now.size()).path());
    }

    private static byte[] body(String path) {
        Response answer = given().get("/" + path);
        answer.then()
                .statusCode(200)
                .contentType("application/octet-stream")
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("Access-Control-Allow-Origin", "*");
        return answer.asByteArray();
    }

    @Test
    void every_narrower_tile_is_the_beginning_of_the_widest() {
        Tile widest = Tile.at(0, 0, last.size());
        byte[] all = body(widest.path());
        for (int width = 1; width <= widest.width() && width < Tile.WIDTH; width += 7) {
            assertThat(body(new Tile(0, 0, width).path()))
                    .isEqualTo(java.util.Arrays.copyOf(all, width * Digest.LENGTH));
        }
    }

    @Test
    void nothing_beyond_the_checkpoint_is_served() {
        Tile edge = Tile.at(0, last.size().value() / Tile.WIDTH, last.size());
        given().get("/" + new Tile(0, edge.index() + 1, 1).path()).then().statusCode(404);
        given().get("/" + new Tile(0, edge.index() + 1, Tile.WIDTH).entriesPath())
                .then()
                .statusCode(404);
        given().get("/" + new Tile(7, 0, 1).path()).then().statusCode(404);
        given().get("/checkpoint/" + (last.size().value() + 1_000_000)).then().statusCode(404);
        given().get("/consistency/1/" + (last.size().value() + 1_000_000))
                .then()
                .statusCode(404)
                .body("type", endsWith("/not-published"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tile/0/0", "/tile/8/000", "/tile/0/000.p/256", "/tile/entries/x000/001"})
    void another_spelling_is_not_a_tile(String path) {
        given().get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", endsWith("/not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/consistency/0/1", "/consistency/2/1", "/consistency/a/1", "/checkpoint/-1"})
    void what_is_not_a_size_is_said_so(String path) {
        given().get(path).then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void who_has_a_tile_already_is_told_so() {
        Response first = given().get("/tile/0/000.p/1");
        String tag = first.header("ETag");
        assertThat(tag).startsWith("\"");
        given().header("If-None-Match", tag)
                .get("/tile/0/000.p/1")
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag));
        given().head("/tile/0/000.p/1").then().statusCode(200).header("ETag", equalTo(tag));
        given().get("/checkpoint").then().header("Cache-Control", "public, max-age=1");
    }

    @Test
    void one_log_continues_the_other() {
        long first = before.size().value();
        long second = last.size().value();
        List<Digest> path = given().get("/consistency/" + first + "/" + second).<List<String>>path("path").stream()
                .map(Digest::parse)
                .toList();
        ConsistencyProof proof = new ConsistencyProof(before.size(), last.size(), path);
        assertThat(proof.verify(before.root(), last.root()).valid()).isTrue();
        assertThat(proof.verify(last.root(), last.root()).valid()).isFalse();
    }

    @Test
    void an_earlier_checkpoint_and_a_receipt_over_it_stay() {
        String note = given().get("/checkpoint/" + before.size()).asString();
        assertThat(opened(note)).isEqualTo(before);
        TlogProof proof = TlogProof.parse(given().header("Authorization", Ledger.registry())
                .get("/statements/0/tlog-proof?treeSize=" + before.size())
                .asString());
        assertThat(proof.checkpoint().toString()).isEqualTo(note);
        assertThat(proof.verify(leaves(last.size()).get(0), key())).isInstanceOf(Verified.class);
    }

    private static VerifierKey key() {
        return VerifierKey.parse(given().get("/log.vkey").asString().strip());
    }

    private static Digest node(List<Digest> leaves, int level, long index) {
        return level == 0
                ? leaves.get((int) index)
                : Digest.node(node(leaves, level - 1, 2 * index), node(leaves, level - 1, 2 * index + 1));
    }
}
