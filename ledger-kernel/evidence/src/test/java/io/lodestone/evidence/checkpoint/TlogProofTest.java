package io.lodestone.evidence.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.checkpoint.NoteVerification.Rejected;
import io.lodestone.evidence.checkpoint.NoteVerification.Verified;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.LeafIndex;
import io.lodestone.evidence.merkle.MerkleTree;
import io.lodestone.evidence.merkle.TreeSize;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TlogProofTest {

    private static final String PROOF = ExampleLog.PROOF_OF_2_IN_3;
    private static final String HASH = "AChOLrQhCLt0R196sgThAe9FSYaSvRcJaUCHpEfBqfg=\n";

    private static TlogProof proofOf(long index, long size) {
        TreeSize at = new TreeSize(size);
        VerifierKey key = ExampleLog.key();
        Checkpoint head = new Checkpoint(key.name(), at, MerkleTree.root(at, ExampleLog::node));
        return new TlogProof(
                Optional.empty(),
                MerkleTree.inclusion(new LeafIndex(index), at, ExampleLog::node),
                head.sign(key, ExampleLog.SEED));
    }

    @Test
    void makes_and_reads_the_examples_byte_for_byte() {
        assertThat(proofOf(0, 1)).hasToString(ExampleLog.PROOF_OF_0_IN_1);
        assertThat(proofOf(2, 3)).hasToString(PROOF);
        assertThat(TlogProof.parse(PROOF)).isEqualTo(proofOf(2, 3));
        assertThat(TlogProof.parse(ExampleLog.PROOF_OF_0_IN_1.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(proofOf(0, 1));
    }

    @Test
    void verifies_the_examples_and_nothing_else() {
        Digest leaf = ExampleLog.LEAVES.get(2);
        assertThat(TlogProof.parse(PROOF).verify(leaf, ExampleLog.key())).isInstanceOf(Verified.class);
        assertThat(fault(PROOF, ExampleLog.LEAVES.get(1))).isEqualTo(NoteFault.NOT_INCLUDED);
        assertThat(fault(PROOF.replace("index 2", "index 3"), leaf)).isEqualTo(NoteFault.NOT_INCLUDED);
        assertThat(fault(PROOF.replace(HASH, ""), leaf)).isEqualTo(NoteFault.NOT_INCLUDED);
        assertThat(fault(PROOF.replace(HASH, HASH + HASH), leaf)).isEqualTo(NoteFault.NOT_INCLUDED);
        assertThat(fault(PROOF.replace("\n3\n", "\n4\n"), leaf)).isEqualTo(NoteFault.SIGNATURE_INVALID);
    }

    private static NoteFault fault(String proof, Digest leaf) {
        return TlogProof.parse(proof).verify(leaf, ExampleLog.key()) instanceof Rejected<Checkpoint> rejected
                ? rejected.fault()
                : null;
    }

    @Test
    void carries_an_extra_line() {
        String file = PROOF.replace("index 2", "extra aGVsbG8=\nindex 2");
        TlogProof proof = TlogProof.parse(file);
        assertThat(proof.extra()).contains("aGVsbG8=");
        assertThat(proof).hasToString(file);
    }

    @Test
    void refuses_malformed_files() {
        for (String file : List.of(
                "",
                "\n\n",
                PROOF.replace("@v1", "@v2"),
                PROOF.replace("c2sp", " c2sp"),
                PROOF.replace("index 2\n", ""),
                PROOF.replace("index 2\n" + HASH, ""),
                PROOF.replace("index 2", "index 02"),
                PROOF.replace("index 2", "index -2"),
                PROOF.replace("index 2", "index  2"),
                PROOF.replace("index 2", "Index 2"),
                PROOF.replace("index 2", "extra \nindex 2"),
                PROOF.replace("index 2", "extra aGVsbG9=\nindex 2"),
                PROOF.replace("index 2", "extra aGVsbG8=\nextra aGVsbG8=\nindex 2"),
                PROOF.replace("index 2", "index 2\nextra aGVsbG8="),
                PROOF.replace("qfg=", "qfh="),
                PROOF.replace("qfg=", ""),
                PROOF.replace(HASH, HASH + "\n"),
                PROOF.replace(HASH, HASH.repeat(64)),
                PROOF.replace("qfg=\n", "qfg=\r\n"),
                PROOF.substring(0, PROOF.length() - 1),
                PROOF.substring(0, PROOF.indexOf("local.")))) {
            assertThatExceptionOfType(FormatException.class).as(file).isThrownBy(() -> TlogProof.parse(file));
        }
    }

    @Test
    void no_flipped_bit_leaves_the_proof_verified() {
        Random random = new Random(8);
        byte[] file = PROOF.getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 500; round++) {
            byte[] flipped = file.clone();
            flipped[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(holds(flipped)).isFalse();
        }
    }

    private static boolean holds(byte[] file) {
        try {
            return TlogProof.parse(file).verify(ExampleLog.LEAVES.get(2), ExampleLog.key()) instanceof Verified;
        } catch (FormatException e) {
            return false;
        }
    }
}
