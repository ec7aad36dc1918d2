package io.lodestone.evidence.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.archive.StatementVerification.Incomplete;
import io.lodestone.evidence.archive.StatementVerification.Rejected;
import io.lodestone.evidence.archive.StatementVerification.Verified;
import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.statement.Annex;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.evidence.testing.ArchivedLog;
import io.lodestone.evidence.testing.SignedHistory;
import io.lodestone.evidence.testing.SignedHistory.Accepted;
import io.lodestone.evidence.testing.TestKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatementAuditTest {

    private static final int FACILITY = 6;

    private final List<Accepted> honest = new SignedHistory(3).accepted();

    private static StatementVerification audit(ArchivedLog log, List<byte[]> items) {
        Map<String, byte[]> files = log.files();
        StatementAudit audit = new StatementAudit((path, limit) -> files.get(path), log.checkpoint());
        try {
            for (byte[] item : items) {
                if (!audit.next(item)) {
                    break;
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return audit.end();
    }

    private static List<byte[]> items(List<Accepted> accepted) {
        List<byte[]> items = new ArrayList<>();
        accepted.forEach(one -> items.add(one.item(items.size() + 1)));
        return items;
    }

    /** What was kept is changed at one place; the log is the honest one, or one made over what was changed. */
    private String afterChanging(Accepted changed, boolean alsoTheLog) {
        List<Accepted> kept = new ArrayList<>(honest);
        kept.set(FACILITY - 1, changed);
        ArchivedLog log = SignedHistory.log(alsoTheLog ? kept : honest);
        Rejected rejected = (Rejected) audit(log, items(kept));
        assertThat(rejected.index()).isEqualTo(FACILITY);
        return rejected.detail();
    }

    @Test
    void statements_of_several_bundles_are_verified_with_their_signatures() {
        List<Accepted> accepted = new SignedHistory(300).accepted();
        Verified verified = (Verified) audit(SignedHistory.log(accepted), items(accepted));
        assertThat(verified.statements()).isEqualTo(304);
        assertThat(verified.signed()).isEqualTo(301);
        assertThat(verified.keys().allKeys()).hasSize(1);
        assertThat(verified.keys().allSigning()).hasSize(1);
    }

    @Test
    void a_signature_that_was_dropped_or_exchanged_is_not_the_one_of_the_record() {
        Accepted one = honest.get(FACILITY - 1);
        assertThat(afterChanging(new Accepted(one.statement(), one.record(), Optional.empty()), false))
                .startsWith("signature-invalid: signature is not the one");
        TestKey other = TestKey.ed25519("another");
        assertThat(afterChanging(
                        new Accepted(one.statement(), one.record(), Optional.of(other.sign(one.statement()))), false))
                .startsWith("signature-invalid: signature is not the one");
    }

    @Test
    void a_record_that_was_made_anew_is_not_the_one_of_the_entry() {
        Accepted one = honest.get(FACILITY - 1);
        assertThat(afterChanging(Accepted.of(one.statement(), Optional.empty()), false))
                .isEqualTo("has another record than its entry commits to");
    }

    @Test
    void a_log_that_was_made_anew_without_the_key_of_the_party_is_found_out_all_the_same() {
        Accepted one = honest.get(FACILITY - 1);
        Accepted other = honest.get(FACILITY);
        assertThat(afterChanging(Accepted.of(one.statement(), Optional.empty()), true))
                .startsWith("signature-required");
        TestKey forged = TestKey.ed25519("another");
        assertThat(afterChanging(Accepted.of(one.statement(), Optional.of(forged.sign(one.statement()))), true))
                .startsWith("key-unknown");
        assertThat(afterChanging(Accepted.of(one.statement(), other.signature()), true))
                .startsWith("signature-invalid: signature is not by that key");
    }

    @Test
    void statements_that_are_missing_out_of_order_or_malformed_are_said() {
        ArchivedLog log = SignedHistory.log(honest);
        List<byte[]> items = items(honest);
        assertThat(audit(log, items)).isInstanceOf(Verified.class);
        assertThat(audit(log, items.subList(0, 5))).isEqualTo(new Incomplete(6));
        assertThat(((Rejected) audit(log, items.subList(1, 7))).index()).isEqualTo(1);
        List<byte[]> more = new ArrayList<>(items);
        more.add(honest.get(0).item(8));
        assertThat(((Rejected) audit(log, more)).index()).isEqualTo(8);
        List<byte[]> broken = new ArrayList<>(items);
        broken.set(
                3,
                new String(items.get(3), StandardCharsets.UTF_8)
                        .replace("..", ".")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(((Rejected) audit(log, broken)).detail()).startsWith("is malformed: signature");
        List<byte[]> annexed = new ArrayList<>(items);
        String annex = CanonicalJson.text(
                Annex.person("somebody", Salt.of(new byte[Salt.LENGTH])).json());
        annexed.set(
                2,
                new String(items.get(2), StandardCharsets.UTF_8)
                        .replaceFirst("\"annexes\":\\[]", "\"annexes\":[" + annex + "]")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(((Rejected) audit(log, annexed)).detail()).contains("an annex that it does not commit to");
        List<byte[]> later = new ArrayList<>(items);
        later.set(
                1,
                new String(items.get(1), StandardCharsets.UTF_8)
                        .replace(".002Z", ".003Z")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(((Rejected) audit(log, later)).detail()).contains("another time");
    }
}
