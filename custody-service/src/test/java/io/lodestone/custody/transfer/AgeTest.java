package io.lodestone.custody.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeTest {

    private static final Instant OFFERED = Instant.parse("2026-11-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-11-01T11:59:59Z, 0, 0-1",
        "2026-11-02T11:59:59Z, 0, 0-1",
        "2026-11-03T11:59:59Z, 1, 0-1",
        "2026-11-03T12:00:00Z, 2, 2-7",
        "2026-11-09T11:59:59Z, 7, 2-7",
        "2026-11-09T12:00:00Z, 8, 8-30",
        "2026-12-02T11:59:59Z, 30, 8-30",
        "2026-12-02T12:00:00Z, 31, 30+",
    })
    void whole_days_make_the_bucket(Instant now, long days, String bucket) {
        Age age = Age.of(OFFERED, now);
        assertThat(age.days()).isEqualTo(days);
        assertThat(age.bucket().label()).isEqualTo(bucket);
    }
}
