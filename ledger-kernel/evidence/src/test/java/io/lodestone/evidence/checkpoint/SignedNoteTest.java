package io.lodestone.evidence.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.checkpoint.NoteVerification.Rejected;
import io.lodestone.evidence.checkpoint.NoteVerification.Verified;
import io.lodestone.evidence.signature.SigningSeed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SignedNoteTest {

    private static final VerifierKey FOO =
            VerifierKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
    private static final String LINE =
            "— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjO"
                    + "BH3mFXmRKuwHjG1Yu72IneyaQM=\n";
    private static final String SAMPLE = "This is an example message.\n\n" + LINE;

    /** A cosignature of a type that is not known here. */
    private static final String STRANGER = "— example.com/witness jWbPPwAAAABkGFDL8Og=\n";

    private static final SigningSeed SEED = SigningSeed.of(new byte[32]);
    private static final VerifierKey KEY = new VerifierKey("example.com/own", SEED.publicKey());

    private static NoteFault fault(String note) {
        return fault(note, FOO);
    }

    private static NoteFault fault(String note, VerifierKey... known) {
        return SignedNote.open(note, List.of(known)) instanceof Rejected<SignedNote> rejected ? rejected.fault() : null;
    }

    @Test
    void the_sample_of_the_specification_verifies_and_is_written_back() {
        SignedNote note = SignedNote.parse(SAMPLE);
        assertThat(SignedNote.open(SAMPLE, List.of(FOO))).isEqualTo(new Verified<>(note));
        assertThat(note.text()).isEqualTo("This is an example message.\n");
        assertThat(note).hasToString(SAMPLE);
        assertThat(SignedNote.parse(SAMPLE.getBytes(StandardCharsets.UTF_8))).isEqualTo(note);
    }

    @Test
    void what_is_signed_verifies_with_text_of_any_shape() {
        for (String text : List.of("a\n", "\n", "a\n\nb\n", "— a line that looks signed\n\n\n", "Müller 磁铁\n")) {
            SignedNote note = SignedNote.sign(text, KEY, SEED);
            assertThat(SignedNote.open(note.toString(), List.of(KEY))).isEqualTo(new Verified<>(note));
        }
    }

    @Test
    void does_not_sign_with_another_key_than_the_named_one() {
        assertThatIllegalStateException().isThrownBy(() -> SignedNote.sign("a\n", FOO, SEED));
    }

    @Test
    void the_text_ends_at_the_last_empty_line() {
        SignedNote inner = SignedNote.sign("a\n", KEY, SEED);
        SignedNote outer = SignedNote.sign(inner.toString(), KEY, SEED);
        assertThat(SignedNote.parse(outer.toString()).text()).isEqualTo(inner.toString());
    }

    @Test
    void lines_of_unknown_keys_are_ignored_wherever_they_stand() {
        assertThat(fault(SAMPLE + STRANGER)).isNull();
        assertThat(fault(SAMPLE.replace(LINE, STRANGER + LINE))).isNull();
        assertThat(fault(SAMPLE.replace(LINE, STRANGER))).isEqualTo(NoteFault.UNSIGNED);
        assertThat(fault(SAMPLE, KEY)).isEqualTo(NoteFault.UNSIGNED);
        assertThat(fault(SAMPLE)).isNull();
    }

    @Test
    void another_name_or_another_id_is_another_key() {
        assertThat(fault(SAMPLE.replace("/foo ", "/fop "))).isEqualTo(NoteFault.UNSIGNED);
        assertThat(fault(SAMPLE.replace("Uw2QOk", "Vw2QOk"))).isEqualTo(NoteFault.UNSIGNED);
    }

    @Test
    void a_known_key_that_fails_rejects_even_beside_one_that_verifies() {
        String twice = SAMPLE + LINE.replace("n8srV1", "n8srV2");
        assertThat(fault(twice)).isEqualTo(NoteFault.SIGNATURE_INVALID);
        String shortened = "This is an example message.\n\n— example.com/foo Uw2QOkn8\n";
        assertThat(fault(shortened)).isEqualTo(NoteFault.SIGNATURE_INVALID);
        SignedNote own = SignedNote.sign("This is an example message!\n", KEY, SEED);
        assertThat(fault(own + LINE, KEY, FOO)).isEqualTo(NoteFault.SIGNATURE_INVALID);
    }

    @Test
    void takes_at_least_sixteen_signatures_and_not_any_number() {
        assertThat(fault(SAMPLE + STRANGER.repeat(63))).isNull();
        assertThat(fault(SAMPLE + STRANGER.repeat(64))).isEqualTo(NoteFault.MALFORMED);
    }

    @Test
    void malformed_notes_are_refused() {
        for (String note : List.of(
                "",
                "\n",
                "\n\n",
                "text\n",
                "text\n\n",
                SAMPLE.substring(0, SAMPLE.length() - 1),
                SAMPLE + "\n",
                SAMPLE + "text\n",
                SAMPLE.replace("\n\n", "\n"),
                SAMPLE.replace("— ", "- "),
                SAMPLE.replace("— ", "—  "),
                SAMPLE.replace("— ", "—"),
                SAMPLE.replace("— ", " — "),
                SAMPLE.replace("/foo ", "/foo  "),
                SAMPLE.replace("/foo ", "/foo\u00a0"),
                SAMPLE.replace("/foo ", "/f+oo "),
                SAMPLE.replace("example.com/foo ", " "),
                SAMPLE.replace("QM=\n", "QM= \n"),
                SAMPLE.replace("QM=\n", "QM\n"),
                SAMPLE.replace("QM=\n", "QN=\n"),
                SAMPLE.replace("QM=\n", "QM=\r\n"),
                SAMPLE.replace("message", "mes\tsage"),
                SAMPLE.replace("message", "mes\u0000sage"),
                SAMPLE.replace("message", "mes\ud800sage"),
                "text\n\n— example.com/foo Uw2QOg==\n",
                "text\n\n— example.com/foo \n",
                "a".repeat(SignedNote.MAX_LENGTH) + SAMPLE)) {
            assertThat(fault(note)).as(note).isEqualTo(NoteFault.MALFORMED);
        }
    }

    @Test
    void a_lone_surrogate_is_refused_before_any_signature() {
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> SignedNote.parse(SAMPLE.replace("message", "mes\ud800sage")));
    }

    @Test
    void bytes_that_are_not_utf8_are_refused() {
        byte[] note = SAMPLE.getBytes(StandardCharsets.UTF_8);
        note[3] = (byte) 0xff;
        assertThatExceptionOfType(FormatException.class).isThrownBy(() -> SignedNote.parse(note));
    }

    @Test
    void no_flipped_bit_leaves_the_note_verified() {
        Random random = new Random(4);
        byte[] note = SAMPLE.getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 500; round++) {
            byte[] flipped = note.clone();
            flipped[random.nextInt(note.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(fault(new String(flipped, StandardCharsets.UTF_8))).isNotNull();
        }
    }
}
