package io.lodestone.lots.lot;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.digest.Base64Text;
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.LotId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which of a party's lots are asked for. */
public record LotQuery(Optional<String> form, Optional<String> state, Optional<LotId> after, int limit) {

    /** {@code STALE} is whatever is being computed again, however else it stands. */
    private static final Set<String> STATES =
            Set.of("PENDING", "REFUSED", "RECORDED", "HELD", "OFFERED", "CONSUMED", "BLOCKED", "VOIDED", "STALE");

    /** A page is read at once. */
    private static final int MAX_LIMIT = 200;

    private static final int DEFAULT_LIMIT = 50;

    public static LotQuery of(
            @Nullable String form, @Nullable String state, @Nullable String cursor, @Nullable String limit) {
        return new LotQuery(
                parsed("form", form, text -> Form.parse(text).wire()),
                parsed("state", state, LotQuery::state),
                parsed("cursor", cursor, LotQuery::after),
                parsed("limit", limit, LotQuery::limit).orElse(DEFAULT_LIMIT));
    }

    private static <T> Optional<T> parsed(String name, @Nullable String text, Function<String, T> parse) {
        try {
            return Optional.ofNullable(text).map(parse);
        } catch (IllegalArgumentException e) {
            throw new FormatException(Fault.MALFORMED, name, "is not a value that this parameter has");
        }
    }

    private static String state(String text) {
        if (!STATES.contains(text)) {
            throw new IllegalArgumentException("not a state");
        }
        return text;
    }

    private static LotId after(String cursor) {
        return LotId.parse(new String(Base64Text.decodeUrl(cursor), StandardCharsets.US_ASCII));
    }

    private static int limit(String text) {
        int limit = Integer.parseInt(text);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("out of bounds");
        }
        return limit;
    }

    /** Names the last lot of a page; callers hand it back and read nothing into it. */
    public static String cursor(LotId last) {
        return Base64Text.encodeUrl(last.toString().getBytes(StandardCharsets.US_ASCII));
    }
}
