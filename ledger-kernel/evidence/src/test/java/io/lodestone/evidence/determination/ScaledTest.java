package io.lodestone.evidence.determination;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.quantity.Ratio;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class ScaledTest {

    @Test
    void multiplies_by_the_smallest_number_that_makes_all_parts_finite() {
        Scaled scaled = Scaled.of(Ratio.of(1, 6), Ratio.of(1, 4), Ratio.of(10, 7));

        assertThat(scaled.exact()).isTrue();
        assertThat(scaled.scale()).isEqualTo(BigInteger.valueOf(21));
        assertThat(scaled.lower()).hasToString("3.5");
        assertThat(scaled.upper()).hasToString("5.25");
        assertThat(scaled.denominator()).hasToString("30");
    }

    @Test
    void moves_bounds_outwards_where_the_exact_decimals_are_too_long() {
        Ratio third = new Ratio(BigInteger.ONE, BigInteger.valueOf(3).pow(60));
        Scaled scaled = Scaled.of(third, third, Ratio.of(1, 1_000));

        assertThat(scaled.exact()).isFalse();
        assertThat(scaled.denominator()).hasToString("1");
        assertThat(scaled.lower()).hasToString("0");
        assertThat(scaled.upper()).hasToString("0.000000000000000001");
    }
}
