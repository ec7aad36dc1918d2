package io.lodestone.custody.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.checkpoint.VerifierKey;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.MerkleTree;
import io.lodestone.evidence.merkle.TreeSize;
import io.lodestone.evidence.signature.SigningSeed;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A database that says it has published what the log never signed is refused, each time with another message. */
class PublishedCheckTest {

    private static final SigningSeed SEED = SigningSeed.of(new byte[32]);
    private static final VerifierKey KEY = new VerifierKey("test.lodestone.example/log", SEED.publicKey());
    private static final Digest ROOT = Digest.sha256(new byte[] {1});

    private static Optional<String> refusal(long size, Digest root, String note) {
        return PublishedCheck.refusal(new Published(new TreeSize(size), root, Optional.of(note)), KEY);
    }

    private static String signed(long size) {
        return new Checkpoint(KEY.name(), new TreeSize(size), ROOT)
                .sign(KEY, SEED)
                .toString();
    }

    @Test
    void what_was_signed_and_nothing_at_all_are_taken() {
        assertThat(refusal(9, ROOT, signed(9))).isEmpty();
        assertThat(PublishedCheck.refusal(new Published(TreeSize.ZERO, MerkleTree.EMPTY_ROOT, Optional.empty()), KEY))
                .isEmpty();
    }

    @Test
    void another_size_another_root_and_another_note_are_refused() {
        assertThat(refusal(10, ROOT, signed(9)))
                .hasValueSatisfying(why -> assertThat(why).contains("has 9 entries, and its row says 10"));
        assertThat(refusal(9, Digest.sha256(new byte[] {2}), signed(9)))
                .hasValueSatisfying(why -> assertThat(why).contains("another root than its row"));
        assertThat(refusal(9, ROOT, signed(9).replace("\n9\n", "\n8\n")))
                .hasValueSatisfying(why -> assertThat(why).contains("not one of this log and key"));
    }
}
