package io.lodestone.lots.alert;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.digest.Base64Text;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.plausibility.AlertKind;
import io.lodestone.evidence.plausibility.Severity;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.WireTime;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts are asked for; newest first.
 *
 * @param since first seen then or later
 * @param after the last of the page before
 */
public record AlertQuery(
        Optional<AlertKind> kind,
        Optional<Severity> severity,
        Optional<String> state,
        Optional<LotId> lot,
        Optional<FacilityId> facility,
        Optional<Instant> since,
        Optional<Place> after,
        int limit) {

    private static final Set<String> STATES = Set.of("open", "acknowledged", "closed");
    private static final int MAX_LIMIT = 200;
    private static final int DEFAULT_LIMIT = 50;
    private static final int TIME_LENGTH = 24;

    /** Where an alert stands in the list. */
    public record Place(Instant firstSeen, Digest id) {

        public String cursor() {
            String text = WireTime.text(firstSeen) + id;
            return Base64Text.encodeUrl(text.getBytes(StandardCharsets.US_ASCII));
        }

        static Place of(String cursor) {
            String text = new String(Base64Text.decodeUrl(cursor), StandardCharsets.US_ASCII);
            if (text.length() < TIME_LENGTH) {
                throw new IllegalArgumentException("too short");
            }
            return new Place(
                    WireTime.instant(text.substring(0, TIME_LENGTH)), Digest.parse(text.substring(TIME_LENGTH)));
        }
    }

    /** Reads the parameters by their names; null where one is not given. */
    public static AlertQuery of(Function<String, @Nullable String> parameter) {
        return new AlertQuery(
                parsed("kind", parameter, AlertKind::parse),
                parsed("severity", parameter, Severity::parse),
                parsed("state", parameter, AlertQuery::state),
                parsed("lot", parameter, LotId::parse),
                parsed("facility", parameter, FacilityId::parse),
                parsed("since", parameter, text -> WireTime.zoned(text).toInstant()),
                parsed("cursor", parameter, Place::of),
                parsed("limit", parameter, AlertQuery::limit).orElse(DEFAULT_LIMIT));
    }

    private static <T> Optional<T> parsed(
            String name, Function<String, @Nullable String> parameter, Function<String, T> parse) {
        try {
            return Optional.ofNullable(parameter.apply(name)).map(parse);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new FormatException(Fault.MALFORMED, name, "is not a value that this parameter has");
        }
    }

    private static String state(String text) {
        if (!STATES.contains(text)) {
            throw new IllegalArgumentException("not a state");
        }
        return text;
    }

    private static int limit(String text) {
        int limit = Integer.parseInt(text);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("out of bounds");
        }
        return limit;
    }
}
