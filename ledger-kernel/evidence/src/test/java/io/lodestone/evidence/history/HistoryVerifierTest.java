package io.lodestone.evidence.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.certificate.Genesis;
import io.lodestone.evidence.certificate.TrustFile;
import io.lodestone.evidence.certificate.TrustFile.TrustedLog;
import io.lodestone.evidence.checkpoint.SignedNote;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.history.HistoryVerification.Incomplete;
import io.lodestone.evidence.history.HistoryVerification.Rejected;
import io.lodestone.evidence.history.HistoryVerification.Verified;
import io.lodestone.evidence.history.VerifiedHistory.Place;
import io.lodestone.evidence.merkle.InclusionProof;
import io.lodestone.evidence.merkle.LeafIndex;
import io.lodestone.evidence.signature.Environment;
import io.lodestone.evidence.signature.SigningSeed;
import io.lodestone.evidence.statement.AcceptanceRecord;
import io.lodestone.evidence.statement.AcceptanceRecord.LotLink;
import io.lodestone.evidence.statement.Entry;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.SpendSecret;
import io.lodestone.evidence.testing.ArchivedLog;
import io.lodestone.evidence.testing.LotLog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A lot's history, and each numbered step alone: everything else is right, so only that step can refuse. */
class HistoryVerifierTest {

    static final TrustFile TRUST =
            new TrustFile(List.of(new TrustedLog(ArchivedLog.KEY, Environment.DEVELOPMENT)), List.of(), List.of());

    private final ArchivedLog log = new ArchivedLog("one");
    private final LotLog lots = new LotLog(log);
    private LotHistory good;

    @BeforeEach
    void history() {
        log.grow(5);
        lots.state("registered", LotLog.LOT);
        lots.state("of another", LotLog.OTHER);
        log.grow(9);
        lots.state("assayed", LotLog.LOT);
        lots.state("blended", LotLog.LOT, LotLog.OTHER);
        lots.state("offered", LotLog.LOT);
        log.grow(14);
        good = lots.history(LotLog.LOT);
    }

    private static HistoryVerification verify(LotHistory history) {
        return new HistoryVerifier(TRUST).verify(history.bytes());
    }

    private static void assertRejected(LotHistory history, HistoryFault fault, String detail) {
        assertRejected(verify(history), fault, detail);
    }

    private static void assertRejected(HistoryVerification result, HistoryFault fault, String detail) {
        assertThat(result).isInstanceOf(Rejected.class);
        assertThat(((Rejected) result).fault()).isEqualTo(fault);
        assertThat(((Rejected) result).detail()).contains(detail);
    }

    private LotHistory with(List<MadeVersion> versions) {
        return new LotHistory(good.checkpoint(), good.genesis(), good.lot(), versions);
    }

    private LotHistory with(int at, UnaryOperator<MadeVersion> change) {
        List<MadeVersion> versions = new ArrayList<>(good.versions());
        versions.set(at, change.apply(versions.get(at)));
        return with(versions);
    }

    private LotHistory over(String note, Genesis genesis) {
        return new LotHistory(note, genesis, good.lot(), good.versions());
    }

    @Test
    void versions_that_each_spend_the_one_before_are_verified_without_any_other_lots_data() {
        HistoryVerification result = verify(good);
        assertThat(result).isInstanceOf(Verified.class);
        VerifiedHistory history = ((Verified) result).history();
        assertThat(history.versions().stream().map(Place::version)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(history.versions().stream().map(place -> place.index().value()))
                .containsExactly(5L, 9L, 10L, 11L);
        assertThat(history.first().nullifier()).isEmpty();
        assertThat(history.last().nullifier()).isPresent();
        assertThat(history.continues()).isEmpty();
        assertThat(history.environment()).isEqualTo(Environment.DEVELOPMENT);
        assertThat(LotHistory.parse(good.bytes())).isEqualTo(good);
    }

    @Test
    void a_part_is_verified_too_and_says_what_it_continues() {
        VerifiedHistory part = ((Verified) verify(with(good.versions().subList(2, 4)))).history();
        assertThat(part.first().version()).isEqualTo(3);
        assertThat(part.continues()).contains(good.versions().get(1).record().digest());
        assertThat(part.first().nullifier()).isPresent();
    }

    @Test
    void a_trust_file_without_logs_decides_nothing() {
        TrustFile none = new TrustFile(List.of(), List.of(), List.of());
        assertThat(new HistoryVerifier(none).verify(good.bytes())).isInstanceOf(Incomplete.class);
    }

    @Test
    void a_secret_that_was_not_kept_leaves_it_incomplete_and_not_verified() {
        HistoryVerification result =
                verify(with(2, it -> new MadeVersion(it.entry(), it.proof(), it.record(), Optional.empty())));
        assertThat(result).isInstanceOf(Incomplete.class);
        assertThat(((Incomplete) result).missing()).contains("version 2");
    }

    @Test
    void every_byte_with_its_lowest_bit_flipped_is_rejected() {
        byte[] bytes = good.bytes();
        HistoryVerifier verifier = new HistoryVerifier(TRUST);
        List<Integer> accepted = IntStream.range(0, bytes.length)
                .parallel()
                .filter(at -> {
                    byte[] bad = bytes.clone();
                    bad[at] ^= 0x01;
                    return !(verifier.verify(bad) instanceof Rejected);
                })
                .boxed()
                .toList();
        assertThat(bytes.length).isGreaterThan(4_000);
        assertThat(accepted).isEmpty();
    }

    @Test
    void step_1_another_spelling_and_a_history_of_nothing() {
        byte[] longer = Arrays.copyOf(good.bytes(), good.bytes().length + 1);
        longer[longer.length - 1] = '\n';
        assertRejected(new HistoryVerifier(TRUST).verify(longer), HistoryFault.MALFORMED, "not the canonical form");
        String text = new String(good.bytes(), java.nio.charset.StandardCharsets.UTF_8);
        byte[] nothing = (text.substring(0, text.indexOf("\"versions\":[")) + "\"versions\":[]}")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertRejected(new HistoryVerifier(TRUST).verify(nothing), HistoryFault.MALFORMED, "versions");
        assertRejected(
                new HistoryVerifier(TRUST).verify(new byte[LotHistory.MAX_BYTES + 1]), HistoryFault.MALFORMED, "");
    }

    @Test
    void step_2_a_log_that_is_not_in_the_trust_file() {
        String elsewhere = good.checkpoint().replace(ArchivedLog.ORIGIN, "log.example/elsewhere");
        assertRejected(over(elsewhere, good.genesis()), HistoryFault.LOG_NOT_TRUSTED, "origin");
    }

    @Test
    void step_3_a_checkpoint_that_another_key_has_signed() {
        SigningSeed thief = SigningSeed.of(new byte[] {
            9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9
        });
        SignedNote note = log.checkpoint()
                .sign(new io.lodestone.evidence.checkpoint.VerifierKey(ArchivedLog.ORIGIN, thief.publicKey()), thief);
        assertRejected(over(note.toString(), good.genesis()), HistoryFault.CHECKPOINT_SIGNATURE, "");
    }

    @Test
    void step_4_an_entry_0_that_is_not_the_first_of_this_log() {
        Genesis other = new Genesis(log.entry(1), log.inclusion(1).path());
        assertRejected(over(good.checkpoint(), other), HistoryFault.GENESIS, "first entry");
        Genesis production = new Genesis(
                Entry.genesis("production", ArchivedLog.ORIGIN, log.entry(0).time()),
                log.inclusion(0).path());
        assertRejected(over(good.checkpoint(), production), HistoryFault.GENESIS, "environment");
    }

    @Test
    void step_5_the_record_of_a_foreign_lot() {
        MadeVersion foreign = lots.history(LotLog.OTHER).versions().get(0);
        assertRejected(with(List.of(foreign)), HistoryFault.NOT_OF_LOT, "versions[0]");
        List<MadeVersion> among = new ArrayList<>(good.versions());
        among.add(1, foreign);
        assertRejected(with(among), HistoryFault.NOT_OF_LOT, "versions[1]");
        assertRejected(
                new LotHistory(good.checkpoint(), good.genesis(), LotLog.OTHER, good.versions()),
                HistoryFault.NOT_OF_LOT,
                "versions[0]");
    }

    @Test
    void step_6_a_record_that_was_not_entered() {
        assertRejected(
                with(1, it -> new MadeVersion(it.entry(), it.proof(), forged(it.record()), it.spent())),
                HistoryFault.RECORD_NOT_ENTERED,
                "versions[1]: the entry holds another record");
    }

    private static AcceptanceRecord forged(AcceptanceRecord record) {
        return new AcceptanceRecord(
                record.key(), record.lots(), record.salt(), record.signature(), Digest.sha256(new byte[] {1}));
    }

    @Test
    void step_6_an_entry_that_spends_more_or_less_than_its_record() {
        LotHistory less = entered(
                3,
                it -> Entry.next(
                        it.log(), it.previous().orElseThrow(), it.record().orElseThrow(), List.of(), it.time()));
        assertRejected(less, HistoryFault.RECORD_NOT_ENTERED, "as many lot versions");
        LotHistory more = entered(
                0,
                it -> Entry.next(
                        it.log(),
                        it.previous().orElseThrow(),
                        it.record().orElseThrow(),
                        List.of(ArchivedLog.nullifier(1)),
                        it.time()));
        assertRejected(more, HistoryFault.RECORD_NOT_ENTERED, "as many lot versions");
    }

    /** One entry changed, in a log that commits to it. */
    private LotHistory entered(int at, UnaryOperator<Entry> change) {
        ArchivedLog other = new ArchivedLog("one");
        int changed = (int) good.versions().get(at).proof().index().value();
        for (int i = 0; i < log.size(); i++) {
            other.append(i == changed ? change.apply(log.entry(i)) : log.entry(i));
        }
        List<MadeVersion> versions = new ArrayList<>();
        for (MadeVersion version : good.versions()) {
            int index = (int) version.proof().index().value();
            versions.add(
                    new MadeVersion(other.entry(index), other.inclusion(index), version.record(), version.spent()));
        }
        return new LotHistory(
                other.note().toString(),
                new Genesis(other.entry(0), other.inclusion(0).path()),
                good.lot(),
                versions);
    }

    @Test
    void step_7_an_entry_of_another_log() {
        LotHistory other = entered(
                2,
                it -> Entry.next(
                        "log.example/elsewhere",
                        it.previous().orElseThrow(),
                        it.record().orElseThrow(),
                        it.nullifiers(),
                        it.time()));
        assertRejected(other, HistoryFault.WRONG_LOG, "versions[2]");
    }

    @Test
    void step_8_a_proof_of_another_size_and_of_another_place() {
        String before = log.note().toString();
        log.grow(40);
        assertRejected(
                over(
                        log.note().toString(),
                        new Genesis(log.entry(0), log.inclusion(0).path())),
                HistoryFault.NOT_INCLUDED,
                "");
        LotHistory later = lots.history(LotLog.LOT);
        assertThat(verify(later)).isInstanceOf(Verified.class);
        assertRejected(
                new LotHistory(before, good.genesis(), good.lot(), later.versions()),
                HistoryFault.NOT_INCLUDED,
                "versions[0]");
        assertRejected(
                with(
                        1,
                        it -> new MadeVersion(
                                it.entry(),
                                new InclusionProof(new LeafIndex(8), it.proof().path()),
                                it.record(),
                                it.spent())),
                HistoryFault.NOT_INCLUDED,
                "versions[1]");
    }

    @Test
    void step_9_a_version_that_is_missing_doubled_or_out_of_order() {
        List<MadeVersion> missing = new ArrayList<>(good.versions());
        missing.remove(1);
        assertRejected(with(missing), HistoryFault.VERSION_MISSING, "version 3 does not follow on version 1");
        List<MadeVersion> doubled = new ArrayList<>(good.versions());
        doubled.add(2, doubled.get(1));
        assertRejected(with(doubled), HistoryFault.VERSION_MISSING, "versions[2]");
        List<MadeVersion> reversed = new ArrayList<>(good.versions());
        Collections.swap(reversed, 1, 2);
        assertRejected(with(reversed), HistoryFault.VERSION_MISSING, "versions[1]");
    }

    @Test
    void step_10_a_version_that_continues_another_record() {
        LotLog forked = lots.copy(log);
        forked.state("one way", LotLog.LOT);
        lots.state("another way", LotLog.LOT);
        lots.state("and on", LotLog.LOT);
        LotHistory one = forked.history(LotLog.LOT);
        LotHistory other = lots.history(LotLog.LOT);
        assertThat(verify(one)).isInstanceOf(Verified.class);
        assertThat(verify(other)).isInstanceOf(Verified.class);
        List<MadeVersion> mixed = new ArrayList<>(one.versions());
        mixed.add(other.versions().get(5));
        assertRejected(
                new LotHistory(other.checkpoint(), other.genesis(), other.lot(), mixed),
                HistoryFault.CHAIN_BROKEN,
                "versions[5]");
    }

    @Test
    void step_11_a_secret_that_is_not_the_lots_or_not_shown() {
        SpendSecret other = SpendSecret.of(LotLog.LOT, new byte[32]);
        assertRejected(
                with(1, it -> new MadeVersion(it.entry(), it.proof(), it.record(), Optional.of(other))),
                HistoryFault.NOT_SPENT,
                "version before commits to");
        assertRejected(
                with(0, it -> new MadeVersion(it.entry(), it.proof(), it.record(), Optional.of(other))),
                HistoryFault.NOT_SPENT,
                "none before it");
        LotHistory shown = entered(
                1,
                it -> Entry.next(
                        it.log(),
                        it.previous().orElseThrow(),
                        it.record().orElseThrow(),
                        List.of(ArchivedLog.nullifier(1)),
                        it.time()));
        assertRejected(shown, HistoryFault.NOT_SPENT, "versions[1]: the entry does not show");
    }

    @Test
    void step_12_an_entry_that_is_dated_before_the_one_it_follows() {
        LotHistory early = entered(
                3,
                it -> Entry.next(
                        it.log(),
                        it.previous().orElseThrow(),
                        it.record().orElseThrow(),
                        it.nullifiers(),
                        log.entry(0).time()));
        assertRejected(early, HistoryFault.ORDER, "versions[3]");
    }

    @Test
    void step_12_an_entry_that_stands_before_the_one_it_follows() {
        ArchivedLog other = new ArchivedLog("one");
        other.grow(5);
        other.append(good.versions().get(1).entry());
        other.grow(9);
        other.append(good.versions().get(0).entry());
        List<MadeVersion> versions = List.of(moved(0, other, 9), moved(1, other, 5));
        LotHistory back = new LotHistory(
                other.note().toString(),
                new Genesis(other.entry(0), other.inclusion(0).path()),
                good.lot(),
                versions);
        assertRejected(back, HistoryFault.ORDER, "versions[1]");
    }

    private MadeVersion moved(int version, ArchivedLog to, int index) {
        MadeVersion made = good.versions().get(version);
        return new MadeVersion(made.entry(), to.inclusion(index), made.record(), made.spent());
    }

    @Test
    void step_10_a_first_version_with_one_before_it_and_a_later_one_without() {
        LotHistory second = relinked(1, 2, Optional.empty());
        assertRejected(second, HistoryFault.CHAIN_BROKEN, "only version 1");
        LotHistory first = relinked(0, 1, Optional.of(Digest.sha256(new byte[] {2})));
        assertRejected(first, HistoryFault.CHAIN_BROKEN, "only version 1");
    }

    /** One version alone, whose record names another one before it, in a log that commits to it. */
    private LotHistory relinked(int at, long version, Optional<Digest> previous) {
        MadeVersion made = good.versions().get(at);
        AcceptanceRecord record = made.record();
        LotLink link = new LotLink(
                new LotVersion(good.lot(), version),
                previous,
                record.lots().get(0).spendKey());
        AcceptanceRecord forged = new AcceptanceRecord(
                record.key(), List.of(link), record.salt(), record.signature(), record.statement());
        LotHistory entered = entered(
                at,
                it -> Entry.next(it.log(), it.previous().orElseThrow(), forged.digest(), it.nullifiers(), it.time()));
        MadeVersion changed = entered.versions().get(at);
        return new LotHistory(
                entered.checkpoint(),
                entered.genesis(),
                good.lot(),
                List.of(new MadeVersion(changed.entry(), changed.proof(), forged, made.spent())));
    }
}
