package io.lodestone.evidence.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lodestone.evidence.quantity.Mass;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DrawTest {

    /** The three profiles of the worked example, in the order of their digests. */
    private static final String AU = "0933a6a4";

    private static final String JP = "2cd4244a";
    private static final String CN = "70a654de";

    @Test
    void a_tie_goes_to_the_smaller_profile_and_the_rest_is_exact() {
        SortedMap<String, Mass> remaining = parts(333, 333, 334);

        SortedMap<String, Mass> first = Draw.apportion(new Mass(500), remaining);

        assertThat(first).isEqualTo(parts(167, 166, 167));
        assertThat(minus(remaining, first)).isEqualTo(parts(166, 167, 167));
    }

    @Test
    void a_later_output_is_drawn_over_what_remains() {
        SortedMap<String, Mass> remaining = minus(parts(333, 333, 334), parts(167, 166, 167));

        SortedMap<String, Mass> swarf = Draw.apportion(new Mass(300), remaining);

        assertThat(swarf).isEqualTo(parts(100, 100, 100));
        assertThat(minus(remaining, swarf)).isEqualTo(parts(66, 67, 67));
    }

    @Test
    void a_trace_survives_a_thousand_equal_splits() {
        String other = "f1000000";
        SortedMap<String, Mass> remaining = new TreeMap<>();
        remaining.put(CN, new Mass(400));
        remaining.put(other, new Mass(999_600));
        List<Long> traces = new ArrayList<>();

        for (int i = 0; i < 1_000; i++) {
            SortedMap<String, Mass> part = Draw.apportion(new Mass(1_000), remaining);
            traces.add(mass(part, CN));
            remaining = minus(remaining, part);
        }

        assertThat(traces.subList(0, 200)).containsOnly(0L);
        assertThat(traces.get(200)).isEqualTo(1L);
        assertThat(traces).allMatch(trace -> trace == 0 || trace == 1);
        assertThat(traces.stream().mapToLong(Long::longValue).sum()).isEqualTo(400);
        assertThat(remaining.values()).containsOnly(Mass.ZERO);
    }

    @Test
    void any_draw_is_exact_and_within_its_parts() {
        Random random = new Random(7);
        for (int round = 0; round < 5_000; round++) {
            SortedMap<Integer, Mass> parts = new TreeMap<>();
            long sum = 0;
            for (int i = 0; i <= random.nextInt(8); i++) {
                long part = random.nextBoolean() ? random.nextLong(5) : random.nextLong(Mass.MAX_MICROGRAMS / 10);
                parts.put(i, new Mass(part));
                sum += part;
            }
            long total = random.nextLong(sum + 1);
            SortedMap<Integer, Mass> drawn = Draw.apportion(new Mass(total), parts);

            assertThat(drawn.values().stream().mapToLong(Mass::micrograms).sum())
                    .isEqualTo(total);
            parts.forEach((key, part) -> assertThat(drawn.get(key)).isLessThanOrEqualTo(part));
        }
    }

    @Test
    void more_than_there_is_cannot_be_drawn() {
        assertThatThrownBy(() -> Draw.apportion(new Mass(1_001), parts(333, 333, 334)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static SortedMap<String, Mass> parts(long au, long jp, long cn) {
        SortedMap<String, Mass> parts = new TreeMap<>();
        parts.put(AU, new Mass(au));
        parts.put(JP, new Mass(jp));
        parts.put(CN, new Mass(cn));
        return parts;
    }

    private static SortedMap<String, Mass> minus(SortedMap<String, Mass> from, SortedMap<String, Mass> taken) {
        SortedMap<String, Mass> left = new TreeMap<>();
        from.forEach((key, mass) -> left.put(key, new Mass(mass.micrograms() - mass(taken, key))));
        return left;
    }

    private static long mass(SortedMap<String, Mass> map, String key) {
        return map.getOrDefault(key, Mass.ZERO).micrograms();
    }
}
