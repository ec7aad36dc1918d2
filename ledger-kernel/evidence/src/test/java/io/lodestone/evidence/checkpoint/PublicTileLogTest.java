package io.lodestone.evidence.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.PublicVectors;
import io.lodestone.evidence.checkpoint.NoteVerification.Verified;
import io.lodestone.evidence.digest.Base64Text;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.LeafIndex;
import io.lodestone.evidence.merkle.ProofCheck;
import io.lodestone.evidence.merkle.TileRow;
import io.lodestone.evidence.merkle.TileStore;
import io.lodestone.evidence.merkle.TileTree;
import io.lodestone.evidence.merkle.TileTree.Growth;
import io.lodestone.evidence.merkle.TreeSize;
import io.lodestone.evidence.signature.SigningSeed;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sample log of transparency-dev/tessera: 15 entries, grown one by one, equal in every byte. */
class PublicTileLogTest {

    private static final int SIZE = 15;

    private Path log;
    private VerifierKey key;
    private SigningSeed seed;

    @BeforeEach
    void find() {
        log = PublicVectors.folder("tile-log");
        String readme = text(PublicVectors.folder("").resolve("README.md"));
        Matcher pair = Pattern.compile(
                        "`(example\\.com/log/testdata\\+[^`]+)`.*`PRIVATE\\+KEY\\+[^+]+\\+[^+]+\\+([^`]+)`")
                .matcher(readme);
        assertThat(pair.find()).isTrue();
        key = VerifierKey.parse(pair.group(1));
        byte[] typed = Base64Text.decode(pair.group(2));
        seed = SigningSeed.of(Arrays.copyOfRange(typed, 1, typed.length));
    }

    private static String text(Path file) {
        return new String(PublicVectors.bytes(file), StandardCharsets.UTF_8);
    }

    private List<Digest> leaves() {
        ByteBuffer bundle = ByteBuffer.wrap(PublicVectors.bytes(log.resolve("tile/entries/000.p/15")));
        List<Digest> leaves = new ArrayList<>();
        while (bundle.hasRemaining()) {
            byte[] entry = new byte[Short.toUnsignedInt(bundle.getShort())];
            bundle.get(entry);
            leaves.add(Digest.leaf(entry));
        }
        return leaves;
    }

    @Test
    void roots_tiles_and_signatures_are_equal_at_every_size() {
        List<Digest> leaves = leaves();
        assertThat(leaves).hasSize(SIZE);
        byte[][] row = new byte[1][];
        TileStore store = (level, index) -> row[0];
        for (int n = 0; n <= SIZE; n++) {
            if (n > 0) {
                Growth growth = TileTree.of(store, new TreeSize(n - 1)).append(leaves.subList(n - 1, n));
                assertThat(growth.tiles()).hasSize(1);
                TileRow tile = growth.tiles().get(0);
                assertThat(tile.bytes())
                        .isEqualTo(PublicVectors.bytes(log.resolve(tile.tile().path())));
                row[0] = tile.bytes();
            }
            Checkpoint checkpoint = new Checkpoint(
                    key.name(),
                    new TreeSize(n),
                    TileTree.of(store, new TreeSize(n)).root());
            String expected = text(log.resolve("checkpoint." + n));
            assertThat(checkpoint.sign(key, seed)).hasToString(expected);
            assertThat(Checkpoint.open(expected, key)).isEqualTo(new Verified<>(checkpoint));
        }
    }

    @Test
    void proofs_between_its_checkpoints_hold() {
        List<Digest> leaves = leaves();
        TileStore store = (level, index) -> PublicVectors.bytes(log.resolve("tile/0/000.p/15"));
        TileTree tree = TileTree.of(store, new TreeSize(SIZE));
        for (int n = 1; n <= SIZE; n++) {
            Checkpoint newer = Checkpoint.parse(
                    SignedNote.parse(text(log.resolve("checkpoint." + n))).text());
            for (int m = 1; m <= n; m++) {
                Checkpoint older = Checkpoint.parse(
                        SignedNote.parse(text(log.resolve("checkpoint." + m))).text());
                assertThat(tree.consistency(older.size(), newer.size()).verify(older.root(), newer.root()))
                        .isEqualTo(ProofCheck.VALID);
                assertThat(tree.inclusion(new LeafIndex(m - 1), newer.size())
                                .verify(leaves.get(m - 1), newer.size(), newer.root()))
                        .isEqualTo(ProofCheck.VALID);
            }
        }
    }
}
