package io.lodestone.evidence.history;

import static io.lodestone.evidence.history.HistoryVerifierTest.TRUST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lodestone.evidence.archive.LogAudit;
import io.lodestone.evidence.archive.LogVerification;
import io.lodestone.evidence.history.Comparison.Agreement;
import io.lodestone.evidence.history.Comparison.SpentSince;
import io.lodestone.evidence.history.Comparison.TwoHistories;
import io.lodestone.evidence.history.HistoryVerification.Verified;
import io.lodestone.evidence.statement.SpendSecret;
import io.lodestone.evidence.testing.ArchivedLog;
import io.lodestone.evidence.testing.LotLog;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who keeps two histories of one lot shows the same nullifier twice, whoever looks and wherever. */
class TwoHistoriesTest {

    private final ArchivedLog log = new ArchivedLog("one");
    private final LotLog lots = new LotLog(log);

    @BeforeEach
    void common() {
        log.grow(3);
        lots.state("registered", LotLog.LOT);
        lots.state("assayed", LotLog.LOT);
    }

    private static VerifiedHistory verified(LotLog of) {
        HistoryVerification result =
                new HistoryVerifier(TRUST).verify(of.history(LotLog.LOT).bytes());
        assertThat(result).isInstanceOf(Verified.class);
        return ((Verified) result).history();
    }

    /** What an audit of that log finds, and what it shows of the history. */
    private static Comparison search(VerifiedHistory history, ArchivedLog in) throws IOException {
        return search(new LogSearch(history), in);
    }

    private static Comparison search(LogSearch search, ArchivedLog in) throws IOException {
        Map<String, byte[]> files = in.files();
        LogVerification audited = new LogAudit(
                        (path, limit) -> files.get(path), ArchivedLog.KEY, Optional.empty(), entries -> {})
                .showing(search)
                .verify();
        assertThat(audited).isInstanceOf(LogVerification.Verified.class);
        return search.result();
    }

    /** The same log up to here, which goes on apart. */
    private ArchivedLog fork() {
        ArchivedLog other = new ArchivedLog("two");
        for (int i = 0; i < log.size(); i++) {
            other.append(log.entry(i));
        }
        return other;
    }

    @Test
    void in_one_log_anybody_finds_the_nullifier_at_both_places() throws IOException {
        LotLog secret = lots.copy(log);
        lots.state("sold to one", LotLog.LOT);
        log.grow(8);
        secret.state("sold to another", LotLog.LOT);

        Map<String, byte[]> files = log.files();
        LogVerification audited = new LogAudit(
                        (path, limit) -> files.get(path), ArchivedLog.KEY, Optional.empty(), entries -> {})
                .verify();
        String nullifier =
                lots.versions(LotLog.LOT).get(2).entry().nullifiers().get(0).toString();
        assertThat(audited).isInstanceOf(LogVerification.Rejected.class);
        assertThat(((LogVerification.Rejected) audited).detail())
                .contains("entry 8 shows the nullifier " + nullifier, "entry 5 has shown", "two histories of one lot");

        Comparison comparison = Comparison.of(verified(lots), verified(secret));
        assertThat(comparison).isInstanceOf(TwoHistories.class);
        TwoHistories two = (TwoHistories) comparison;
        assertThat(two.version()).isEqualTo(3);
        assertThat(two.nullifier()).hasToString("Optional[" + nullifier + "]");
        assertThat(List.of(two.one().index(), two.other().index())).containsExactly(5L, 8L);
    }

    @Test
    void in_two_logs_under_one_key_a_holder_finds_it_in_the_log_that_others_were_shown() throws IOException {
        ArchivedLog shownToOthers = fork();
        LotLog secret = lots.copy(shownToOthers);
        lots.state("sold to one", LotLog.LOT);
        shownToOthers.grow(7);
        secret.state("sold to another", LotLog.LOT);
        shownToOthers.grow(20);

        TwoHistories two = (TwoHistories) search(verified(lots), shownToOthers);
        assertThat(two.nullifier()).isPresent();
        assertThat(two.version()).isEqualTo(3);
        assertThat(List.of(two.one().index(), two.other().index())).containsExactly(5L, 7L);
        assertThat(Comparison.of(verified(lots), verified(secret))).isInstanceOf(TwoHistories.class);
    }

    @Test
    void histories_that_differ_from_the_registration_share_no_nullifier_and_are_told_by_their_entries()
            throws IOException {
        ArchivedLog elsewhere = new ArchivedLog("two");
        elsewhere.grow(3);
        LotLog secret = new LotLog(elsewhere);
        secret.state("registered otherwise", LotLog.LOT);
        elsewhere.grow(9);
        TwoHistories two = (TwoHistories) Comparison.of(verified(lots), verified(secret));
        assertThat(two.nullifier()).isEmpty();
        assertThat(two.version()).isEqualTo(1);
        assertThat(search(verified(lots), elsewhere)).isInstanceOf(TwoHistories.class);
    }

    @Test
    void one_history_agrees_with_itself_later_on_and_with_its_log() throws IOException {
        VerifiedHistory early = verified(lots);
        lots.state("assayed again", LotLog.LOT);
        log.grow(300);
        assertThat(Comparison.of(early, verified(lots))).isEqualTo(new Agreement(2));
        assertThat(search(verified(lots), log)).isEqualTo(new Agreement(3));
        lots.state("of another", LotLog.OTHER);
        VerifiedHistory other = ((Verified) new HistoryVerifier(TRUST)
                        .verify(lots.history(LotLog.OTHER).bytes()))
                .history();
        assertThat(Comparison.of(early, other)).isEqualTo(new Agreement(0));
    }

    @Test
    void a_holder_finds_with_its_secret_that_others_were_shown_its_lot_spent() throws IOException {
        VerifiedHistory held = verified(lots);
        Optional<SpendSecret> secret = Optional.of(lots.secret(LotLog.LOT));
        assertThat(search(new LogSearch(held, secret), log)).isEqualTo(new Agreement(2));
        ArchivedLog shownToOthers = fork();
        shownToOthers.grow(7);
        lots.copy(shownToOthers).state("sold to another", LotLog.LOT);
        assertThat(search(held, shownToOthers)).isEqualTo(new Agreement(2));
        SpentSince since = (SpentSince) search(new LogSearch(held, secret), shownToOthers);
        assertThat(since.version()).isEqualTo(2);
        assertThat(since.by().index()).isEqualTo(7);
        assertThat(since.nullifier()).isEqualTo(secret.get().nullifier());
        Optional<SpendSecret> other = Optional.of(SpendSecret.of(LotLog.LOT, new byte[32]));
        assertThatThrownBy(() -> new LogSearch(held, other)).isInstanceOf(IllegalArgumentException.class);
    }
}
