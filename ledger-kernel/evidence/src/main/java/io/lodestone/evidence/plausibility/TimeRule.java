package io.lodestone.evidence.plausibility;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Whether a lot is used or handed over before it was made or handed over to whoever does that. */
public final class TimeRule {

    /** A wrong time zone explains less than this. */
    private static final Duration A_DAY = Duration.ofDays(1);

    private TimeRule() {}

    /**
     * @param before event time of the statement that made a lot or handed it over
     * @param after event time of a statement that rests on it
     */
    public static boolean isReversed(OffsetDateTime before, OffsetDateTime after) {
        return after.toInstant().isBefore(before.toInstant());
    }

    public static Optional<Finding> check(OffsetDateTime before, OffsetDateTime after) {
        if (!isReversed(before, after)) {
            return Optional.empty();
        }
        Duration by = Duration.between(after.toInstant(), before.toInstant());
        boolean days = by.compareTo(A_DAY) >= 0;
        return Optional.of(new Finding(
                AlertKind.TIME_REVERSED,
                "",
                days ? Severity.HIGH : Severity.MEDIUM,
                "The event time lies before the one at which a lot was made or handed over, by "
                        + (days ? by.toDays() + " days." : by.toMinutes() + " minutes."),
                "Check the date and its time zone, and correct the statement whose time is wrong."));
    }
}
