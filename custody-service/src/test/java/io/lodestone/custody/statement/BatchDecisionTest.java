package io.lodestone.custody.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.custody.Ledger;
import io.lodestone.custody.Stock;
import io.lodestone.custody.holding.HeldLot;
import io.lodestone.evidence.acceptance.Facility;
import io.lodestone.evidence.acceptance.Refusal;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.statement.AcceptanceRecord.LotLink;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Site;
import io.lodestone.evidence.statement.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BatchDecisionTest {

    private static final Instant NOW = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
    private static final Digest LAST = Digest.sha256(new byte[] {7});
    private static final Head HEAD = new Head(Ledger.ORIGIN, 5, LAST, NOW.minusSeconds(60));

    private final PartyId refiner = new PartyId(Ledger.id());
    private final PartyId maker = new PartyId(Ledger.id());
    private final FacilityId facility = new FacilityId(Ledger.id());
    private final Stock stock =
            Stock.unregistered(refiner, new Site("CN", facility, Optional.empty(), Places.of("CN")));
    private byte chance;

    @Test
    void a_retry_in_the_same_batch_is_answered_and_not_decided_twice() {
        Submission lot = submission(stock.registered());
        BatchResult result = decide(rows(Map.of()), lot, lot);
        assertThat(result.outcomes().get(1)).isEqualTo(result.outcomes().get(0));
        assertThat(result.accepted()).hasSize(1);
        assertThat(result.head().size()).isEqualTo(6);
    }

    @Test
    void a_refused_statement_is_refused_once_and_enters_nothing() {
        Submission early = submission(stock.assayed(1));
        BatchResult result = decide(rows(Map.of()), early, early);
        assertThat(codes(result)).containsExactly(Refusal.Code.NOT_HOLDER, Refusal.Code.NOT_HOLDER);
        assertThat(result.refused()).hasSize(1);
        assertThat(result.accepted()).isEmpty();
        assertThat(result.head()).isEqualTo(HEAD);
    }

    @Test
    void the_same_id_with_other_bytes_in_one_batch_is_reused() {
        Statement one = Ledger.statement(refiner, stock.registered());
        Statement other = new Statement(
                one.actor(), one.annexes(), stock.assayed(1), one.id(), one.log(), one.salt(), one.time());
        BatchResult result = decide(rows(Map.of()), new Submission(one, List.of()), new Submission(other, List.of()));
        assertThat(result.outcomes().get(0)).isInstanceOf(Outcome.Accepted.class);
        assertThat(result.outcomes().get(1)).isInstanceOf(Outcome.IdReused.class);
        assertThat(result.accepted()).hasSize(1);
    }

    @Test
    void what_was_decided_before_is_answered_again_and_writes_nothing() {
        Submission lot = submission(stock.registered());
        Outcome stored = decide(rows(Map.of()), lot).outcomes().get(0);
        BatchResult again = BatchDecision.decide(
                List.of(lot),
                HEAD,
                rows(Map.of()),
                Map.of(lot.key(), new Decided(lot.digest(), stored)),
                NOW,
                this::bytes);
        assertThat(again.outcomes()).containsExactly(stored);
        assertThat(again.writesNothing()).isTrue();
    }

    @Test
    void of_two_statements_that_spend_one_version_the_first_is_accepted() {
        HeldLot held = held();
        BatchResult result =
                decide(rows(Map.of(stock.lot(), held)), submission(stock.assayed(1)), submission(stock.assayed(1)));
        assertThat(result.outcomes().get(0)).isInstanceOf(Outcome.Accepted.class);
        assertThat(codes(result)).containsExactly(Refusal.Code.LOT_MOVED);
    }

    @Test
    void an_entry_shows_the_nullifier_of_the_secret_it_spends() {
        HeldLot held = held();
        BatchResult result = decide(rows(Map.of(stock.lot(), held)), submission(stock.assayed(1)));
        assertThat(result.accepted().get(0).entry().nullifiers())
                .containsExactly(held.secret().nullifier());
    }

    @Test
    void a_record_names_the_record_before_it_and_the_key_of_a_fresh_secret() {
        HeldLot held = held();
        BatchResult result =
                decide(rows(Map.of(stock.lot(), held)), submission(stock.assayed(1)), submission(stock.assayed(2)));
        Sequenced first = result.accepted().get(0);
        Sequenced second = result.accepted().get(1);
        assertThat(link(first).previous()).contains(held.lastRecord());
        assertThat(link(second).previous()).contains(first.recordDigest());
        assertThat(link(second).made().version()).isEqualTo(3);
        HeldLot last = result.lots().iterator().next();
        assertThat(result.lots()).hasSize(1);
        assertThat(last.lastRecord()).isEqualTo(second.recordDigest());
        assertThat(last.secret().spendKey()).isEqualTo(link(second).spendKey());
        assertThat(Set.of(
                        link(first).spendKey(),
                        link(second).spendKey(),
                        held.secret().spendKey()))
                .hasSize(3);
        assertThat(second.entry().nullifiers())
                .hasSize(1)
                .doesNotContain(held.secret().nullifier());
    }

    @Test
    void entries_are_chained_and_the_head_is_the_last_of_them() {
        BatchResult result = decide(rows(Map.of()), submission(stock.registered()), submission(stock.assayed(1)));
        Sequenced first = result.accepted().get(0);
        Sequenced second = result.accepted().get(1);
        assertThat(first.entry().previous()).contains(LAST);
        assertThat(second.entry().previous()).contains(first.leaf());
        assertThat(List.of(first.index(), second.index())).containsExactly(5L, 6L);
        assertThat(first.entry().record()).contains(first.record().digest());
        assertThat(result.head()).isEqualTo(new Head(Ledger.ORIGIN, 7, second.leaf(), NOW));
    }

    @Test
    void time_never_goes_back() {
        Head ahead = new Head(Ledger.ORIGIN, 5, LAST, NOW.plusSeconds(60));
        BatchResult result = BatchDecision.decide(
                List.of(submission(stock.registered())), ahead, rows(Map.of()), Map.of(), NOW, this::bytes);
        assertThat(result.accepted().get(0).entry().time()).isEqualTo(ahead.lastTime());
    }

    @Test
    void the_head_bears_the_time_that_the_entry_has_on_the_wire() {
        BatchResult result = BatchDecision.decide(
                List.of(submission(stock.registered())),
                HEAD,
                rows(Map.of()),
                Map.of(),
                NOW.plusNanos(123_456),
                this::bytes);
        assertThat(result.head().lastTime())
                .isEqualTo(result.accepted().get(0).entry().time());
    }

    /** The lot as it stands after its registration. */
    private HeldLot held() {
        return decide(rows(Map.of()), submission(stock.registered()))
                .lots()
                .iterator()
                .next();
    }

    private BatchResult decide(LedgerRows rows, Submission... batch) {
        return BatchDecision.decide(List.of(batch), HEAD, rows, Map.of(), NOW, this::bytes);
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, ++chance);
        return bytes;
    }

    private LedgerRows rows(Map<io.lodestone.evidence.statement.LotId, HeldLot> lots) {
        return new LedgerRows(
                Optional.of(maker),
                Set.of(refiner, maker),
                Map.of(),
                Map.of(facility, new Facility(facility, refiner, "CN")),
                lots,
                Map.of(),
                Map.of(),
                Set.of(),
                Set.of(),
                KnownPools.NONE,
                KnownKeys.NONE);
    }

    private Submission submission(Body body) {
        return new Submission(Ledger.statement(refiner, body), List.of());
    }

    private static LotLink link(Sequenced sequenced) {
        return sequenced.record().lots().get(0);
    }

    private static List<Refusal.Code> codes(BatchResult result) {
        return result.outcomes().stream()
                .flatMap(o ->
                        o instanceof Outcome.Refused no ? Stream.of(no.refusal().code()) : Stream.empty())
                .toList();
    }
}
