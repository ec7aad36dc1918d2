package io.lodestone.evidence.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.checkpoint.NoteVerification.Rejected;
import io.lodestone.evidence.checkpoint.NoteVerification.Verified;
import io.lodestone.evidence.digest.Base64Text;
import io.lodestone.evidence.signature.Ed25519;
import io.lodestone.evidence.signature.SigningSeed;
import io.lodestone.evidence.testing.Witnesses;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CosignatureTest {

    private static final SignedNote NOTE = SignedNote.parse(ExampleLog.CHECKPOINT_1);
    private static final WitnessKey KEY = Witnesses.key(1);
    private static final SigningSeed SEED = Witnesses.seed(1);
    private static final Instant TIME = Witnesses.TIME;

    private static NoteVerification<List<Cosignature>> on(SignedNote note) {
        return Cosignature.on(note, List.of(KEY));
    }

    private static NoteFault fault(NoteSignature line) {
        return on(NOTE.with(List.of(line))) instanceof Rejected<List<Cosignature>> rejected ? rejected.fault() : null;
    }

    /** A line as a program that follows the format makes it, byte by byte. */
    private static NoteSignature line(long seconds, String message) {
        byte[] signature = Ed25519.sign(SEED.bytes(), message.getBytes(StandardCharsets.UTF_8));
        byte[] blob = ByteBuffer.allocate(76)
                .putInt(KEY.keyId())
                .putLong(seconds)
                .put(signature)
                .array();
        return NoteSignature.parse("— " + KEY.name() + " " + Base64Text.encode(blob));
    }

    private static String message(long seconds) {
        return "cosignature/v1\ntime " + seconds + "\n" + NOTE.text();
    }

    @Test
    void is_the_line_that_the_format_prescribes() {
        Cosignature cosignature = Cosignature.sign(NOTE.text(), KEY, TIME, SEED);
        assertThat(cosignature.line()).isEqualTo(line(1795332600L, message(1795332600L)));
        SignedNote note = NOTE.with(List.of(cosignature.line()));
        assertThat(on(SignedNote.parse(note.toString()))).isEqualTo(new Verified<>(List.of(cosignature)));
        assertThat(Checkpoint.of(note, ExampleLog.key())).isEqualTo(Checkpoint.of(NOTE, ExampleLog.key()));
    }

    @Test
    void the_sample_line_of_the_format_has_its_key_id_and_time() {
        NoteSignature line = NoteSignature.parse(
                "— witness.example.com/w1 "
                        + "jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==");
        assertThat(line.keyId()).isEqualTo(0x8d66cf3f);
        assertThat(ByteBuffer.wrap(line.signature()).getLong()).isEqualTo(1679315147L);
    }

    @Test
    void a_signature_over_anything_else_is_rejected() {
        long now = TIME.getEpochSecond();
        assertThat(fault(line(now, message(now)))).isNull();
        for (String other : List.of(
                message(now + 1),
                message(now).substring(0, message(now).length() - 1),
                message(now).replace("\n1\n", "\n2\n"),
                NOTE.text(),
                "time " + now + "\n" + NOTE.text(),
                message(now).replace("time ", "time 0"),
                message(now) + "\n")) {
            assertThat(fault(line(now, other))).as(other).isEqualTo(NoteFault.SIGNATURE_INVALID);
        }
    }

    @Test
    void a_time_that_is_none_is_rejected() {
        for (long seconds : new long[] {0, -1, Long.MIN_VALUE, Long.MAX_VALUE, 253402300800L}) {
            assertThat(fault(line(seconds, message(seconds)))).isEqualTo(NoteFault.MALFORMED);
        }
        assertThat(fault(line(1, message(1)))).isNull();
        assertThat(fault(line(253402300799L, message(253402300799L)))).isNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cosignature.sign(NOTE.text(), KEY, Instant.EPOCH.plusMillis(999), SEED));
    }

    @Test
    void a_blob_of_another_length_is_rejected() {
        for (int length : new int[] {1, 8, 64, 71, 73}) {
            NoteSignature line = NoteSignature.of(KEY.name(), KEY.keyId(), new byte[length]);
            assertThat(fault(line)).isEqualTo(NoteFault.MALFORMED);
        }
    }

    @Test
    void lines_of_others_are_ignored_and_a_plain_signature_by_the_same_key_is_another_key() {
        VerifierKey plain = new VerifierKey(KEY.name(), KEY.key());
        assertThat(plain.keyId()).isNotEqualTo(KEY.keyId());
        SignedNote twice = SignedNote.sign(NOTE.text(), plain, SEED);
        assertThat(on(twice)).isEqualTo(new Verified<>(List.of()));
        assertThat(on(Witnesses.cosigned(NOTE, 2, 3))).isEqualTo(new Verified<>(List.of()));
    }

    @Test
    void a_witness_counts_once_with_its_latest_and_one_wrong_line_rejects() {
        Cosignature earlier = Cosignature.sign(NOTE.text(), KEY, TIME, SEED);
        Cosignature later = Cosignature.sign(NOTE.text(), KEY, TIME.plusSeconds(5), SEED);
        assertThat(on(NOTE.with(List.of(earlier.line(), later.line(), earlier.line()))))
                .isEqualTo(new Verified<>(List.of(later)));
        NoteSignature wrong = line(7, message(8));
        assertThat(on(NOTE.with(List.of(earlier.line(), wrong)))).isInstanceOf(Rejected.class);
    }

    @Test
    void every_changed_byte_of_the_text_is_noticed() {
        NoteSignature line = Cosignature.sign(NOTE.text(), KEY, TIME, SEED).line();
        for (int i = 0; i < NOTE.text().length() - 1; i++) {
            StringBuilder changed = new StringBuilder(NOTE.text());
            changed.setCharAt(i, changed.charAt(i) == 'x' ? 'y' : 'x');
            assertThat(on(new SignedNote(changed.toString(), List.of(line)))).isInstanceOf(Rejected.class);
        }
    }

    @Test
    void does_not_sign_with_another_key_than_the_named_one() {
        assertThatIllegalStateException().isThrownBy(() -> Cosignature.sign(NOTE.text(), KEY, TIME, Witnesses.seed(2)));
    }

    @Test
    void a_note_takes_no_more_lines_than_it_may_have() {
        NoteSignature line = Cosignature.sign(NOTE.text(), KEY, TIME, SEED).line();
        assertThat(NOTE.with(Collections.nCopies(63, line)).signatures()).hasSize(64);
        assertThatExceptionOfType(FormatException.class).isThrownBy(() -> NOTE.with(Collections.nCopies(64, line)));
    }

    @Test
    void a_witness_key_has_type_4_and_nothing_else() {
        String vkey = KEY.toString();
        assertThat(vkey).startsWith("witness.example/w1+").contains("+B");
        assertThat(WitnessKey.parse(vkey)).isEqualTo(KEY);
        VerifierKey plain = new VerifierKey(KEY.name(), KEY.key());
        for (String other : List.of(
                plain.toString(),
                vkey.replace("/w1+", "/w2+"),
                vkey.substring(0, vkey.length() - 4),
                vkey + "\n",
                "witness.example/w1",
                "")) {
            assertThatIllegalArgumentException().isThrownBy(() -> WitnessKey.parse(other));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> VerifierKey.parse(vkey));
        assertThatIllegalArgumentException().isThrownBy(() -> new WitnessKey("a b", KEY.key()));
    }
}
