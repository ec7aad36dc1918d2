package io.lodestone.evidence.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.checkpoint.NoteSignature;
import io.lodestone.evidence.checkpoint.SignedNote;
import io.lodestone.evidence.checkpoint.VerifierKey;
import io.lodestone.evidence.testing.ArchivedLog;
import io.lodestone.evidence.testing.Witnesses;
import io.lodestone.evidence.witness.PolicyVerdict.Cosigned;
import io.lodestone.evidence.witness.PolicyVerdict.Met;
import io.lodestone.evidence.witness.PolicyVerdict.Rejected;
import io.lodestone.evidence.witness.PolicyVerdict.Unmet;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TlogPolicyTest {

    private final ArchivedLog log = new ArchivedLog("one");

    @BeforeEach
    void grow() {
        log.grow(5);
    }

    private static TlogPolicy policy(String text) {
        return TlogPolicy.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String witness(int number) {
        return "witness w" + number + " " + Witnesses.key(number) + "\n";
    }

    private PolicyVerdict judge(String text, int... cosigners) {
        return policy(text).judge(Witnesses.cosigned(log.note(), cosigners), ArchivedLog.KEY);
    }

    private static String missing(PolicyVerdict verdict) {
        return verdict instanceof Unmet unmet ? unmet.sentence() : null;
    }

    /** Two of three from the industry and one of two from the state. */
    private static final String BOTH = "# who must have seen it\n\nlog " + ArchivedLog.KEY
            + "\t https://log.example/archived \n"
            + witness(1) + witness(2) + witness(3) + "group industry 2 w1 w2 w3\n"
            + witness(4) + "  witness\tw5 " + Witnesses.key(5) + " https://w5.example/\n   # comment\n"
            + "group state any w4 w5\ngroup both all industry state\nquorum both\n";

    @Test
    void the_quorum_is_met_or_who_is_missing_is_named() {
        assertThat(judge(BOTH, 1, 3, 5))
                .isEqualTo(new Met(
                        Optional.of("both"),
                        List.of(
                                new Cosigned("w1", Witnesses.TIME),
                                new Cosigned("w3", Witnesses.TIME),
                                new Cosigned("w5", Witnesses.TIME))));
        assertThat(judge(BOTH, 1, 2, 3, 4, 5)).isInstanceOf(Met.class);
        assertThat(missing(judge(BOTH, 1, 4)))
                .isEqualTo("the quorum both has not cosigned the checkpoint: both has 1 of 2, without industry;"
                        + " industry has 1 of 2, without w2, w3");
        assertThat(missing(judge(BOTH, 1, 2, 3))).contains("state has 0 of 1, without w4, w5");
        assertThat(missing(judge(BOTH))).contains("both has 0 of 2, without industry, state");
    }

    @Test
    void one_witness_can_be_the_quorum_and_none_can() {
        assertThat(judge(witness(1) + "quorum w1\n", 1)).isInstanceOf(Met.class);
        assertThat(missing(judge(witness(1) + witness(2) + "quorum w1\n", 2))).endsWith("w1 has 0 of 1, without w1");
        assertThat(judge(witness(1) + "quorum none\n")).isEqualTo(new Met(Optional.empty(), List.of()));
        assertThat(judge("quorum none\n")).isInstanceOf(Met.class);
    }

    @Test
    void a_witness_that_signs_twice_counts_once() {
        NoteSignature line = Witnesses.cosign(log.note(), 1).line();
        SignedNote twice = log.note().with(List.of(line, line));
        String two = Witnesses.policy(ArchivedLog.KEY.toString(), 2, List.of(1, 2));
        assertThat(policy(two).judge(twice, ArchivedLog.KEY)).isInstanceOf(Unmet.class);
    }

    @Test
    void a_cosignature_of_another_checkpoint_rejects_it() {
        NoteSignature line = Witnesses.cosign(log.note(), 1).line();
        log.grow(6);
        SignedNote moved = log.note().with(List.of(line));
        assertThat(policy(BOTH).judge(moved, ArchivedLog.KEY)).isInstanceOf(Rejected.class);
    }

    @Test
    void a_log_that_shows_two_histories_gets_the_quorum_for_one() {
        String two = Witnesses.policy(ArchivedLog.KEY.toString(), 2, List.of(1, 2, 3));
        ArchivedLog fork = new ArchivedLog("another");
        fork.grow(5);
        // Each honest witness cosigns the history it saw first.
        assertThat(judge(two, 1, 2)).isInstanceOf(Met.class);
        assertThat(missing(policy(two).judge(Witnesses.cosigned(fork.note(), 3), ArchivedLog.KEY)))
                .contains("some has 1 of 2, without w1, w2");
    }

    @Test
    void a_checkpoint_of_another_log_or_key_is_rejected() {
        VerifierKey other =
                new VerifierKey(ArchivedLog.ORIGIN, Witnesses.seed(9).publicKey());
        assertThat(policy(BOTH.replace(ArchivedLog.KEY.toString(), other.toString()))
                        .judge(Witnesses.cosigned(log.note(), 1, 2, 4), ArchivedLog.KEY))
                .isEqualTo(new Rejected("the policy does not name this log's key"));
        assertThat(policy(BOTH).judge(Witnesses.cosigned(log.note(), 1, 2, 4), other))
                .isInstanceOf(Rejected.class);
    }

    private static void refused(int line, String text) {
        assertThatExceptionOfType(FormatException.class)
                .as(text)
                .isThrownBy(() -> policy(text))
                .satisfies(e -> assertThat(e.path()).isEqualTo(line == 0 ? "" : "line " + line));
    }

    @Test
    void every_malformed_line_is_named_by_its_number() {
        String two = witness(1) + witness(2);
        refused(1, "wittness w1 " + Witnesses.key(1) + "\nquorum none\n");
        refused(1, "witness w1\nquorum none\n");
        refused(1, "witness w1 " + Witnesses.key(1) + " https://a https://b\nquorum none\n");
        refused(1, "witness w1 " + Witnesses.key(1).toString().replace("/w1+", "/w9+") + "\nquorum none\n");
        refused(1, "witness w1 " + ArchivedLog.KEY + "\nquorum none\n");
        refused(1, "witness none " + Witnesses.key(1) + "\nquorum none\n");
        refused(2, witness(1) + "witness w1 " + Witnesses.key(2) + "\nquorum none\n");
        refused(2, witness(1) + "witness other " + Witnesses.key(1) + "\nquorum none\n");
        refused(1, "log\nquorum none\n");
        refused(1, "log " + Witnesses.key(1) + "\nquorum none\n");
        refused(2, "log " + ArchivedLog.KEY + "\nlog " + ArchivedLog.KEY + "\nquorum none\n");
        refused(3, two + "group g 3 w1 w2\nquorum g\n");
        refused(3, two + "group g 0 w1 w2\nquorum g\n");
        refused(3, two + "group g 01 w1 w2\nquorum g\n");
        refused(3, two + "group g some w1 w2\nquorum g\n");
        refused(3, two + "group g all\nquorum none\n");
        refused(3, two + "group g all w1 w1\nquorum g\n");
        refused(3, two + "group g all w1 w3\nquorum g\n");
        refused(3, two + "group g all w1 none\nquorum g\n");
        refused(3, two + "group g all w1 g\nquorum g\n");
        refused(3, two + "group w1 all w2\nquorum w1\n");
        refused(4, two + "group g all w1\ngroup h all w1 w2\nquorum h\n");
        refused(1, "quorum w1\n" + witness(1));
        refused(3, "quorum none\n\nquorum none\n");
        refused(1, "quorum none none\n");
        refused(2, "quorum none\n#no line feed");
        refused(1, "quorum none\r\n");
        refused(1, "quorum\u000bnone\n");
        refused(2, "# a\n\u007f\nquorum none\n");
        refused(2, "#\nquorum none all\n");
    }

    @Test
    void a_policy_has_a_quorum_line_and_its_limits() {
        refused(0, "");
        refused(0, witness(1));
        refused(0, "#\n".repeat(1_001));
        refused(0, "#".repeat(TlogPolicy.MAX_BYTES + 1));
        refused(1, "log " + "a".repeat(513) + "\nquorum none\n");
        assertThat(policy("#\n".repeat(999) + "quorum none\n").quorum()).isEmpty();
        String many = IntStream.range(0, 64)
                .mapToObj(it -> "witness n" + it + " " + Witnesses.key(it) + "\n")
                .collect(Collectors.joining());
        assertThat(policy(many + "quorum n63\n").witnesses()).hasSize(64);
        refused(65, many + "witness n64 " + Witnesses.key(64) + "\nquorum none\n");
    }

    @Test
    void groups_stand_in_one_another_only_so_deep() {
        String chain = witness(1) + "group g1 all w1\n"
                + IntStream.rangeClosed(2, 32)
                        .mapToObj(it -> "group g" + it + " all g" + (it - 1) + "\n")
                        .collect(Collectors.joining());
        assertThat(judge(chain + "quorum g32\n", 1)).isInstanceOf(Met.class);
        assertThat(judge(chain + "quorum g32\n")).isInstanceOf(Unmet.class);
        refused(34, chain + "group g33 all g32\nquorum g33\n");
    }

    @Test
    void a_file_that_is_not_utf_8_is_refused() {
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> TlogPolicy.read(new byte[] {(byte) 0xff, '\n'}));
    }
}
