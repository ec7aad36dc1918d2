package io.lodestone.lots.lot;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.digest.Base64Text;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a party's lots. Pages go by lot id, so a lot that stays is on exactly one of them however many are made
 * meanwhile.
 *
 * @param as the party whose view is asked for, where the caller named one
 */
public record LotQuery(LotFilter filter, Optional<PartyId> as, Optional<LotId> after, int limit) {

    /** A page is read at once. */
    private static final int MAX_LIMIT = 200;

    private static final int DEFAULT_LIMIT = 50;

    /** Reads the parameters of a request and refuses any other, and any that is given twice. */
    public static LotQuery of(Map<String, ? extends List<String>> parameters) {
        Parameters in = new Parameters(parameters);
        LotQuery query = new LotQuery(
                LotFilter.read(in),
                in.parsed("party", PartyId::parse),
                in.parsed("cursor", LotQuery::after),
                in.parsed("limit", LotQuery::limit).orElse(DEFAULT_LIMIT));
        in.end();
        return query;
    }

    /** A page without any filter. */
    public static LotQuery page(@Nullable String cursor, @Nullable String limit) {
        Map<String, List<String>> parameters = new TreeMap<>();
        Optional.ofNullable(cursor).ifPresent(text -> parameters.put("cursor", List.of(text)));
        Optional.ofNullable(limit).ifPresent(text -> parameters.put("limit", List.of(text)));
        return of(parameters);
    }

    private static LotId after(String cursor) {
        try {
            return LotId.parse(new String(Base64Text.decodeUrl(cursor), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is not what next of an earlier page said", e);
        }
    }

    private static int limit(String text) {
        if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MAX_LIMIT) {
            throw new IllegalArgumentException("must be a number from 1 to " + MAX_LIMIT);
        }
        return Integer.parseInt(text);
    }

    /** Names the last lot of a page; callers hand it back and read nothing into it. */
    public static String cursor(LotId last) {
        return Base64Text.encodeUrl(last.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** The parameters of a query, taken one by one. */
    static final class Parameters {

        private static final int MAX_LENGTH = 1_024;

        private final Map<String, ? extends List<String>> given;
        private final Collection<String> left;

        Parameters(Map<String, ? extends List<String>> given) {
            this.given = given;
            this.left = new TreeSet<>(given.keySet());
        }

        <T> Optional<T> parsed(String name, Function<String, T> parse) {
            left.remove(name);
            List<String> values = given.get(name);
            if (values == null || values.isEmpty()) {
                return Optional.empty();
            }
            if (values.size() > 1) {
                throw new FormatException(Fault.MALFORMED, name, "is given twice");
            }
            if (values.get(0).length() > MAX_LENGTH) {
                throw new FormatException(Fault.MALFORMED, name, "has at most " + MAX_LENGTH + " characters");
            }
            try {
                return Optional.of(parse.apply(values.get(0)));
            } catch (IllegalArgumentException e) {
                throw new FormatException(Fault.MALFORMED, name, String.valueOf(e.getMessage()));
            }
        }

        void end() {
            for (String name : left) {
                throw new FormatException(Fault.UNKNOWN_FIELD, name, "is not a filter here");
            }
        }
    }
}
