package io.lodestone.evidence.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.checkpoint.NoteVerification.Rejected;
import io.lodestone.evidence.checkpoint.NoteVerification.Verified;
import io.lodestone.evidence.merkle.MerkleTree;
import io.lodestone.evidence.merkle.TreeSize;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckpointTest {

    private static final String ORIGIN = "local.lodestone.example/log-4f1d9c20";
    private static final String TEXT = ORIGIN + "\n1\nh7iiNxYCqCW41gdp9WwQrH4wVm4Hp++gP3rFar+sgw0=\n";

    private static NoteFault fault(SignedNote note) {
        return Checkpoint.open(note.toString(), ExampleLog.key()) instanceof Rejected<Checkpoint> rejected
                ? rejected.fault()
                : null;
    }

    @Test
    void signs_the_example_byte_for_byte() {
        Checkpoint checkpoint = new Checkpoint(ORIGIN, new TreeSize(1), ExampleLog.LEAVES.get(0));
        assertThat(checkpoint.text()).isEqualTo(TEXT);
        assertThat(checkpoint.sign(ExampleLog.key(), ExampleLog.SEED)).hasToString(ExampleLog.CHECKPOINT_1);
        assertThat(Checkpoint.open(ExampleLog.CHECKPOINT_1, ExampleLog.key())).isEqualTo(new Verified<>(checkpoint));
    }

    @Test
    void refuses_what_is_not_exactly_a_checkpoint() {
        for (String text : List.of(
                "",
                TEXT + "extension\n",
                TEXT + "extension",
                TEXT + "\n",
                TEXT.substring(0, TEXT.length() - 1),
                TEXT.replace("\n1\n", "\n01\n"),
                TEXT.replace("\n1\n", "\n-1\n"),
                TEXT.replace("\n1\n", "\n\n"),
                TEXT.replace("\n1\n", "\n9223372036854775808\n"),
                TEXT.replace("gw0=", "gw1="),
                TEXT.replace("gw0=", ""),
                TEXT.replace(ORIGIN, ""),
                TEXT.replace(ORIGIN, "two words"),
                TEXT.replace("\n1\n", "\n0\n"))) {
            assertThatExceptionOfType(FormatException.class).as(text).isThrownBy(() -> Checkpoint.parse(text));
            if (text.endsWith("\n")) {
                assertThat(fault(SignedNote.sign(text, ExampleLog.key(), ExampleLog.SEED)))
                        .isEqualTo(NoteFault.MALFORMED);
            }
        }
    }

    @Test
    void the_empty_log_has_the_root_of_the_empty_tree() {
        Checkpoint empty = new Checkpoint(ORIGIN, TreeSize.ZERO, MerkleTree.EMPTY_ROOT);
        assertThat(empty.text()).isEqualTo(ORIGIN + "\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
        assertThat(Checkpoint.parse(empty.text())).isEqualTo(empty);
    }

    @Test
    void a_checkpoint_of_another_origin_is_refused_although_the_key_signed_it() {
        SignedNote note = SignedNote.sign(TEXT.replace(ORIGIN, "other.example"), ExampleLog.key(), ExampleLog.SEED);
        assertThat(fault(note)).isEqualTo(NoteFault.ORIGIN_DIFFERS);
        Checkpoint other = new Checkpoint("other.example", TreeSize.ZERO, MerkleTree.EMPTY_ROOT);
        assertThatIllegalArgumentException().isThrownBy(() -> other.sign(ExampleLog.key(), ExampleLog.SEED));
    }

    @Test
    void an_unsigned_or_wrongly_signed_checkpoint_is_refused() {
        SignedNote note = SignedNote.parse(ExampleLog.CHECKPOINT_1);
        assertThat(fault(new SignedNote(TEXT.replace("\n1\n", "\n2\n"), note.signatures())))
                .isEqualTo(NoteFault.SIGNATURE_INVALID);
        assertThat(fault(new SignedNote(TEXT, List.of(new NoteSignature("other", "AAAAAAA=")))))
                .isEqualTo(NoteFault.UNSIGNED);
        assertThat(Checkpoint.open("no note", ExampleLog.key())).isInstanceOf(Rejected.class);
    }
}
