package io.lodestone.lots.party;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.party.Identifier;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.WireTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which ownership is asked for.
 *
 * @param moment the last one of a day that is given alone, by UTC
 * @param listed keys of owners that are to be taken together
 */
public record AsOf(Instant moment, Set<String> listed) {

    private static final int MAX_LISTED = 50;

    public AsOf {
        listed = Set.copyOf(listed);
    }

    /** @param listed ids of parties, or identifiers such as {@code lei:...}, with commas between */
    public static AsOf of(@Nullable String moment, @Nullable String listed, Instant now) {
        return new AsOf(
                moment == null ? now : parsed("asOf", moment, AsOf::moment),
                listed == null ? Set.of() : parsed("listed", listed, AsOf::listed));
    }

    private static <T> T parsed(String name, String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw new FormatException(Fault.MALFORMED, name, String.valueOf(e.getMessage()));
        }
    }

    private static Instant moment(String text) {
        if (text.length() != 10) {
            return WireTime.zoned(text).toInstant();
        }
        try {
            LocalDate next = LocalDate.parse(text).plusDays(1);
            return next.atStartOfDay().toInstant(ZoneOffset.UTC).minusMillis(1);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is not a day, such as 2026-11-22, or a time with its offset");
        }
    }

    private static Set<String> listed(String text) {
        String[] keys = text.split(",", MAX_LISTED + 1);
        if (keys.length > MAX_LISTED) {
            throw new IllegalArgumentException("has at most " + MAX_LISTED + " owners");
        }
        Set<String> listed = new TreeSet<>();
        Arrays.stream(keys).map(AsOf::key).forEach(listed::add);
        return listed;
    }

    private static String key(String text) {
        return text.contains(":")
                ? Identifier.parse(text).toString()
                : PartyId.parse(text).toString();
    }
}
