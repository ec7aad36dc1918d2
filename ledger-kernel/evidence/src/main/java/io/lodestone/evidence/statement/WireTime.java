package io.lodestone.evidence.statement;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * Times on the wire. {@link #instant} reads UTC with exactly three decimals and {@code Z}; {@link #zoned} reads the
 * time of an event at a place, with its offset, also with three decimals.
 */
public final class WireTime {

    private static final Pattern UTC =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z");
    private static final Pattern ZONED = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}(Z|[+-][0-9]{2}:[0-9]{2})");
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter ZONED_FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX");

    private WireTime() {}

    public static Instant instant(String text) {
        if (!UTC.matcher(text).matches()) {
            throw new IllegalArgumentException("must be UTC with three decimals, such as 2026-11-22T07:30:00.000Z");
        }
        return parse(text).toInstant();
    }

    public static OffsetDateTime zoned(String text) {
        if (!ZONED.matcher(text).matches() || text.endsWith("-00:00") || text.endsWith("+00:00")) {
            throw new IllegalArgumentException(
                    "must be a time with three decimals and an offset, such as 2026-11-22T16:30:00.000+09:00; UTC is Z");
        }
        return parse(text);
    }

    private static OffsetDateTime parse(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is not a date and time that exists");
        }
    }

    public static String text(Instant instant) {
        return FORMAT.format(instant);
    }

    /** The event's own time and offset; {@code Z} for UTC. */
    public static String text(OffsetDateTime time) {
        return ZONED_FORMAT.format(time);
    }

    /** The precision of the wire: what a clock gives is cut to it before it enters the model. */
    public static Instant truncate(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }
}
