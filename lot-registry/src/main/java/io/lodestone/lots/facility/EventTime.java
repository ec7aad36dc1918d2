package io.lodestone.lots.facility;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.statement.WireTime;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * When something happened, as a caller gives it: with its offset, or as the clocks of the facility showed it. A statement
 * always has the offset.
 */
public record EventTime(LocalDateTime local, Optional<ZoneOffset> offset) {

    public static final int MAX = 29;

    private static final Pattern LOCAL =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}");

    public static EventTime parse(String text) {
        if (!LOCAL.matcher(text).matches()) {
            OffsetDateTime zoned = WireTime.zoned(text);
            return new EventTime(zoned.toLocalDateTime(), Optional.of(zoned.getOffset()));
        }
        try {
            return new EventTime(LocalDateTime.parse(text), Optional.empty());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is not a date and time that exists");
        }
    }

    /** The moment, by the clocks of a place in that zone; refused where they showed this time twice or never. */
    public OffsetDateTime at(Optional<ZoneId> zone) {
        if (offset.isPresent()) {
            return local.atOffset(offset.get());
        }
        ZoneId place = zone.orElseThrow(() -> refused(
                "has no offset, and the facility has no time zone: give the offset, such as +08:00, or the zone"));
        List<ZoneOffset> offsets = place.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            throw refused("was skipped when clocks went forward at the facility: give a time that was shown there");
        } else if (offsets.size() > 1) {
            throw refused("was shown twice when clocks went back at the facility: give its offset, " + offsets.get(0)
                    + " or " + offsets.get(1));
        }
        return local.atOffset(offsets.get(0));
    }

    private static FormatException refused(String reason) {
        return new FormatException(Fault.MALFORMED, "eventTime", reason);
    }
}
