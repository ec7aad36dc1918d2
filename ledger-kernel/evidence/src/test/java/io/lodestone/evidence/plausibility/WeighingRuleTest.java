package io.lodestone.evidence.plausibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Discrepancy;
import io.lodestone.evidence.statement.Weighing;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeighingRuleTest {

    private static Discrepancy of(long net, long uncertainty) {
        return new Discrepancy(
                new Mass(1_000_000), new Weighing(Optional.empty(), new Mass(net), new Mass(uncertainty)));
    }

    @ParameterizedTest
    @CsvSource({
        "1000000, 0, none",
        "999000, 0, none",
        "998999, 0, MEDIUM",
        "1001001, 0, MEDIUM",
        "990000, 0, MEDIUM",
        "989999, 0, HIGH",
        "989999, 10001, none",
        "989999, 10000, HIGH",
    })
    void a_thousandth_and_the_uncertainty_are_tolerated(long net, long uncertainty, String severity) {
        assertThat(WeighingRule.check(List.of(of(net, uncertainty)))
                        .map(found -> found.severity().name())
                        .orElse("none"))
                .isEqualTo(severity);
    }

    @Test
    void of_a_delivery_it_tells_what_differs_most() {
        assertThat(WeighingRule.check(List.of(of(995_000, 0), of(1_020_000, 0), of(1_000_000, 0))))
                .get()
                .satisfies(found -> assertThat(found.what()).contains("more").contains("2.000 %"));
        assertThat(WeighingRule.check(List.of())).isEmpty();
    }
}
