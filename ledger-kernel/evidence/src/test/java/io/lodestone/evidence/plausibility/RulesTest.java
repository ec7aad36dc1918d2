package io.lodestone.evidence.plausibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.plausibility.Earlier.How;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Ratio;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.Process;
import io.lodestone.evidence.statement.WireTime;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules at their bounds. */
class RulesTest {

    private static final Digest ONE = Digest.sha256(new byte[] {1});
    private static final Digest OTHER = Digest.sha256(new byte[] {2});
    private static final OffsetDateTime NOON = WireTime.zoned("2026-11-02T12:00:00.000+08:00");

    @ParameterizedTest
    @EnumSource(Process.class)
    void every_process_has_a_range_that_encloses_the_usual_one(Process process) {
        YieldRange range = YieldTable.of(process, false);
        assertThat(range.least()).isLessThanOrEqualTo(range.usualFrom());
        assertThat(range.usualFrom()).isLessThanOrEqualTo(range.usualTo());
        assertThat(range.usualTo()).isLessThanOrEqualTo(range.most());
        assertThat(range.source()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "88, 100, false, none",
        "8799, 10000, false, MEDIUM",
        "0, 1, false, MEDIUM",
        "1, 1, false, none",
        "1, 2000, false, HIGH",
        "1, 2001, false, MEDIUM",
        "96, 100000, false, HIGH",
        "2, 1000, false, HIGH",
        "21, 10000, false, MEDIUM",
        "960, 1, false, HIGH",
        "2, 1, false, MEDIUM",
    })
    void a_yield_of_metal_making_is_judged(long kept, long of, boolean byProducts, String severity) {
        Optional<Finding> finding =
                YieldRule.check(YieldTable.of(Process.METAL_MAKING, false), Element.ND, Ratio.of(kept, of), byProducts);
        assertThat(finding.map(found -> found.severity().name()).orElse("none")).isEqualTo(severity);
        assertThat(finding.map(Finding::what).orElse("").contains("unit mix-up"))
                .isEqualTo(severity.equals("HIGH"));
    }

    @Test
    void diffusion_cannot_take_up_all_that_was_applied_unless_a_by_product_was_kept() {
        YieldRange range = YieldTable.of(Process.DIFFUSION, true);
        assertThat(YieldRule.check(range, Element.TB, Ratio.ONE, false)).isPresent();
        assertThat(YieldRule.check(range, Element.TB, Ratio.ONE, true)).isEmpty();
        assertThat(YieldRule.check(range, Element.TB, Ratio.of(3, 4), false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "REGISTERED, false, false, 0, same, REPEATED_DELIVERY",
        "REGISTERED, false, false, 24, same, REPEATED_DELIVERY",
        "REGISTERED, false, false, 25, same, none",
        "REGISTERED, false, true, 0, other, ORIGIN_CONTRADICTED",
        "REGISTERED, true, true, 9999, same, REPEATED_DELIVERY",
        "RECEIVED, false, false, 9999, same, REPEATED_DELIVERY",
        "RECEIVED, false, true, 0, same, none",
        "RECEIVED, true, true, 9999, other, ORIGIN_CONTRADICTED",
        "DEPARTED, false, false, 9999, same, CIRCULAR",
        "DEPARTED, false, true, 0, same, none",
        "DEPARTED, true, true, 9999, other, CIRCULAR",
    })
    void a_lot_that_was_seen_before(
            How how, boolean identifier, boolean nominal, long hours, String origin, String kind) {
        Earlier earlier = new Earlier(how, identifier, true, NOON, ONE);
        Digest now = origin.equals("same") ? ONE : OTHER;
        assertThat(PresentedRule.check(earlier, nominal, NOON.plusHours(hours), now)
                        .map(found -> found.kind().name())
                        .orElse("none"))
                .isEqualTo(kind);
    }

    @Test
    void the_same_instant_in_another_zone_is_not_earlier() {
        assertThat(TimeRule.check(NOON, WireTime.zoned("2026-11-02T05:00:00.000+01:00")))
                .isEmpty();
        assertThat(TimeRule.check(NOON, WireTime.zoned("2026-11-02T04:59:59.999+01:00")))
                .isPresent();
        assertThat(TimeRule.check(NOON, NOON.minusDays(1)).orElseThrow().severity())
                .isEqualTo(Severity.HIGH);
        assertThat(TimeRule.check(NOON, NOON.minusHours(23)).orElseThrow().severity())
                .isEqualTo(Severity.MEDIUM);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1000000000, none",
        "0, 1000000001, MEDIUM",
        "100000000000, 2000000000, none",
        "100000000000, 2000000001, MEDIUM",
        "100000000000, 4000000000, MEDIUM",
        "100000000000, 4000000001, HIGH",
    })
    void an_account_may_reach_its_limit(String throughput, String unaccounted, String severity) {
        assertThat(AlertLimit.DEFAULT
                        .check(Element.DY, new BigInteger(throughput), new BigInteger(unaccounted))
                        .map(found -> found.severity().name())
                        .orElse("none"))
                .isEqualTo(severity);
    }

    @Test
    void a_document_may_come_again_with_a_lot_it_came_with() {
        LotId one = LotId.parse("01a20229-6cd8-7b3f-8a4c-5d6e7f801122");
        LotId other = LotId.parse("01a20229-6cd8-7b3f-8a4c-5d6e7f801123");
        assertThat(DocumentRule.check(Set.of(one), Set.of())).isEmpty();
        assertThat(DocumentRule.check(Set.of(one, other), Set.of(one))).isEmpty();
        assertThat(DocumentRule.check(Set.of(one), Set.of(other))).isPresent();
    }

    @Test
    void only_refusals_for_want_of_mass_are_overdrafts() {
        assertThat(OverdraftRule.isOverdraft("consumes-more-than-left")).isTrue();
        assertThat(OverdraftRule.isOverdraft("lot-moved")).isFalse();
        assertThat(OverdraftRule.finding(2).severity()).isEqualTo(Severity.MEDIUM);
        assertThat(OverdraftRule.finding(3).severity()).isEqualTo(Severity.HIGH);
    }

    @Test
    void a_lot_that_was_made_here_or_later_cannot_be_used_here() {
        Circle.refuse(7, List.of(1L, 6L));
        assertThatThrownBy(() -> Circle.refuse(7, List.of(1L, 7L))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void no_sentence_for_others_has_a_figure() {
        for (AlertKind kind : AlertKind.values()) {
            assertThat(kind.elsewhere()).doesNotContainPattern("[0-9]");
            assertThat(AlertKind.parse(kind.wire())).isEqualTo(kind);
        }
    }
}
