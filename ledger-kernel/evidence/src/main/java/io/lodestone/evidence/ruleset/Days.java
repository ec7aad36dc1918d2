package io.lodestone.evidence.ruleset;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Calendar days without a zone, such as 2026-11-22: the zone is the measure's. */
public final class Days {

    private static final Pattern DAY = Pattern.compile("[12][0-9]{3}-[0-9]{2}-[0-9]{2}");

    private Days() {}

    public static LocalDate parse(String text) {
        if (!DAY.matcher(text).matches()) {
            throw new IllegalArgumentException("must be a day such as 2026-11-22");
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is not a day that exists");
        }
    }
}
