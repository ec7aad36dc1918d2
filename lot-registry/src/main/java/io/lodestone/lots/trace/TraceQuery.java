package io.lodestone.lots.trace;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.statement.LotId;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which part of which list is asked for. */
public record TraceQuery(LotId root, TraceList list, Optional<TraceCursor> cursor, int limit) {

    /** A page is read at once. */
    public static final int MAX_LIMIT = 1_000;

    private static final int DEFAULT_LIMIT = 50;

    /** Refuses ({@link FormatException}) what is no cursor or out of bounds. */
    public static TraceQuery of(LotId root, TraceList list, @Nullable String cursor, @Nullable String limit) {
        return new TraceQuery(
                root,
                list,
                parsed("cursor", cursor, TraceCursor::parse),
                parsed("limit", limit, TraceQuery::limit).orElse(DEFAULT_LIMIT));
    }

    private static <T> Optional<T> parsed(String name, @Nullable String text, Function<String, T> parse) {
        try {
            return Optional.ofNullable(text).map(parse);
        } catch (IllegalArgumentException e) {
            throw new FormatException(Fault.MALFORMED, name, "is not a value that this parameter has");
        }
    }

    private static int limit(String text) {
        int limit = Integer.parseInt(text);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("out of bounds");
        }
        return limit;
    }
}
