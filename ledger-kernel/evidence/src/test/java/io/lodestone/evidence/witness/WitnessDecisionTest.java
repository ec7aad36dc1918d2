package io.lodestone.evidence.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.checkpoint.SignedNote;
import io.lodestone.evidence.checkpoint.VerifierKey;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.MerkleTree;
import io.lodestone.evidence.merkle.TreeSize;
import io.lodestone.evidence.signature.SigningSeed;
import io.lodestone.evidence.testing.ArchivedLog;
import io.lodestone.evidence.testing.Witnesses;
import io.lodestone.evidence.witness.WitnessVerdict.Cosigns;
import io.lodestone.evidence.witness.WitnessVerdict.Reason;
import io.lodestone.evidence.witness.WitnessVerdict.Refuses;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WitnessDecisionTest {

    private static final SigningSeed LOG_SEED = SigningSeed.of(new byte[32]);
    private static final Digest HASH = Digest.sha256(new byte[] {1});

    private final ArchivedLog log = new ArchivedLog("one");

    private static WitnessVerdict decide(AddCheckpoint request, Seen seen) {
        return WitnessDecision.on(request, Optional.of(ArchivedLog.KEY), seen);
    }

    private static AddCheckpoint request(long old, List<Digest> proof, SignedNote note) {
        return new AddCheckpoint(new TreeSize(old), proof, note);
    }

    private static Reason reason(WitnessVerdict verdict) {
        return verdict instanceof Refuses refuses ? refuses.reason() : null;
    }

    private static SignedNote signed(String text) {
        return SignedNote.sign(text, ArchivedLog.KEY, LOG_SEED);
    }

    /** After a log of {@code size} was cosigned. */
    private Seen seenAt(int size) {
        log.grow(size);
        return Seen.of(log.checkpoint());
    }

    @Test
    void a_log_that_grows_is_cosigned_from_every_size_to_every_other() {
        for (int first = 1; first <= 20; first++) {
            ArchivedLog grows = new ArchivedLog("one");
            grows.grow(first);
            Seen seen = Seen.of(grows.checkpoint());
            for (int second = first; second <= 40; second++) {
                grows.grow(second);
                AddCheckpoint asked =
                        request(first, first == second ? List.of() : grows.consistency(first), grows.note());
                AddCheckpoint read = AddCheckpoint.parse(asked.toString().getBytes(StandardCharsets.UTF_8));
                assertThat(read).isEqualTo(asked);
                assertThat(decide(read, seen)).isEqualTo(new Cosigns(grows.checkpoint()));
            }
        }
    }

    @Test
    void the_first_checkpoint_needs_no_proof_and_may_have_none() {
        log.grow(7);
        assertThat(decide(request(0, List.of(), log.note()), Seen.NOTHING)).isEqualTo(new Cosigns(log.checkpoint()));
        assertThat(reason(decide(request(0, List.of(HASH), log.note()), Seen.NOTHING)))
                .isEqualTo(Reason.INCONSISTENT);
    }

    @Test
    void a_log_with_two_histories_is_refused_at_the_same_size_and_beyond() {
        Seen seen = seenAt(12);
        ArchivedLog fork = new ArchivedLog("another");
        fork.grow(12);
        assertThat(reason(decide(request(12, List.of(), fork.note()), seen))).isEqualTo(Reason.INCONSISTENT);
        fork.grow(30);
        assertThat(reason(decide(request(12, fork.consistency(12), fork.note()), seen)))
                .isEqualTo(Reason.INCONSISTENT);
        log.grow(30);
        assertThat(reason(decide(request(12, log.consistency(12), fork.note()), seen)))
                .isEqualTo(Reason.INCONSISTENT);
        assertThat(decide(request(12, log.consistency(12), log.note()), seen)).isInstanceOf(Cosigns.class);
    }

    @Test
    void a_log_that_shrinks_is_told_the_size_it_had() {
        Seen seen = seenAt(12);
        ArchivedLog older = new ArchivedLog("one");
        older.grow(9);
        assertThat(reason(decide(request(9, List.of(), older.note()), seen))).isEqualTo(Reason.OTHER_SIZE);
        assertThat(reason(decide(request(0, List.of(), older.note()), seen))).isEqualTo(Reason.OTHER_SIZE);
        assertThat(reason(decide(request(12, List.of(), older.note()), seen))).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void every_wrong_proof_is_refused() {
        Seen seen = seenAt(12);
        log.grow(30);
        List<Digest> proof = log.consistency(12);
        for (int i = 0; i < proof.size(); i++) {
            List<Digest> changed = new ArrayList<>(proof);
            changed.set(i, HASH);
            assertThat(reason(decide(request(12, changed, log.note()), seen))).isEqualTo(Reason.INCONSISTENT);
            changed.remove(i);
            assertThat(reason(decide(request(12, changed, log.note()), seen))).isEqualTo(Reason.INCONSISTENT);
        }
        List<Digest> longer = new ArrayList<>(proof);
        longer.add(HASH);
        assertThat(reason(decide(request(12, longer, log.note()), seen))).isEqualTo(Reason.INCONSISTENT);
        assertThat(reason(decide(request(12, List.of(), log.note()), seen))).isEqualTo(Reason.INCONSISTENT);
        Seen same = Seen.of(log.checkpoint());
        assertThat(reason(decide(request(30, List.of(HASH), log.note()), same))).isEqualTo(Reason.INCONSISTENT);
        assertThat(decide(request(30, List.of(), log.note()), same)).isInstanceOf(Cosigns.class);
    }

    @Test
    void another_log_is_unknown() {
        log.grow(3);
        AddCheckpoint asked = request(0, List.of(), log.note());
        assertThat(reason(WitnessDecision.on(asked, Optional.empty(), Seen.NOTHING)))
                .isEqualTo(Reason.UNKNOWN_LOG);
        VerifierKey other = new VerifierKey("log.example/other", LOG_SEED.publicKey());
        assertThat(reason(WitnessDecision.on(asked, Optional.of(other), Seen.NOTHING)))
                .isEqualTo(Reason.UNKNOWN_LOG);
    }

    @Test
    void what_the_log_did_not_sign_is_refused_whatever_else_is_wrong() {
        Seen seen = seenAt(3);
        SignedNote stranger = SignedNote.sign(
                log.note().text(),
                new VerifierKey("log.example/stranger", Witnesses.seed(5).publicKey()),
                Witnesses.seed(5));
        assertThat(reason(decide(request(3, List.of(), stranger), seen))).isEqualTo(Reason.NOT_SIGNED);
        assertThat(reason(decide(request(9, List.of(HASH), stranger), seen))).isEqualTo(Reason.NOT_SIGNED);
        SignedNote changed = new SignedNote(
                log.note().text().replace("\n3\n", "\n4\n"), log.note().signatures());
        assertThat(reason(decide(request(3, List.of(), changed), seen))).isEqualTo(Reason.NOT_SIGNED);
        SignedNote cosigned = Witnesses.cosigned(log.note(), 1);
        assertThat(decide(request(3, List.of(), cosigned), seen)).isInstanceOf(Cosigns.class);
    }

    @Test
    void an_empty_log_has_one_root() {
        String text = ArchivedLog.ORIGIN + "\n0\n" + MerkleTree.EMPTY_ROOT + "\n";
        assertThat(decide(request(0, List.of(), signed(text)), Seen.NOTHING)).isInstanceOf(Cosigns.class);
        String other = ArchivedLog.ORIGIN + "\n0\n" + HASH + "\n";
        assertThat(reason(decide(request(0, List.of(), signed(other)), Seen.NOTHING)))
                .isEqualTo(Reason.INCONSISTENT);
    }

    @Test
    void a_text_that_is_no_checkpoint_is_malformed_though_it_is_signed() {
        String origin = ArchivedLog.ORIGIN + "\n";
        for (String text : List.of(
                origin,
                origin + "1\n",
                origin + "01\n" + HASH + "\n",
                origin + "1\n" + HASH + "\nextension\n",
                origin + "0\n" + HASH + "\nextension\n",
                origin + "0\nAAAA\n",
                origin + "-1\n" + HASH + "\n")) {
            assertThat(reason(decide(request(0, List.of(), signed(text)), Seen.NOTHING)))
                    .as(text)
                    .isEqualTo(Reason.MALFORMED);
        }
    }

    @Test
    void requests_that_are_none_are_refused() {
        log.grow(30);
        String good = request(12, log.consistency(12), log.note()).toString();
        assertThat(AddCheckpoint.parse(good.getBytes(StandardCharsets.UTF_8))).hasToString(good);
        String hash = log.consistency(12).get(0).toString();
        for (String bad : List.of(
                "",
                "\n\n",
                log.note().toString(),
                good.replace("old 12\n", ""),
                good.replace("old 12", "old  12"),
                good.replace("old 12", "old 012"),
                good.replace("old 12", "old -1"),
                good.replace("old 12", "old 12 "),
                good.replace("old 12", "Old 12"),
                good.replace("old 12", "old 9223372036854775808"),
                good.replace(hash, hash.substring(1)),
                good.replace(hash, hash + " "),
                good.replaceFirst("\n", "\r\n"),
                good.substring(0, good.length() - 1),
                good.substring(0, good.indexOf("\n\n") + 2))) {
            refused(bad.getBytes(StandardCharsets.UTF_8));
        }
        byte[] notUtf8 = good.getBytes(StandardCharsets.UTF_8);
        notUtf8[notUtf8.length - 2] = (byte) 0xff;
        refused(notUtf8);
        refused(("old 0\n" + (HASH + "\n").repeat(64) + "\n" + log.note()).getBytes(StandardCharsets.UTF_8));
        refused(String.join("", Collections.nCopies(AddCheckpoint.MAX_BYTES + 1, "a"))
                .getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(byte[] body) {
        assertThatExceptionOfType(FormatException.class).isThrownBy(() -> AddCheckpoint.parse(body));
    }
}
