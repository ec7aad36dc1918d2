package io.lodestone.lots.account;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.quantity.Element;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which part of an account is asked for.
 *
 * @param from first day, in the zone of each event
 * @param to last day
 */
public record AccountQuery(Optional<Element> element, LocalDate from, LocalDate to) {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    public static AccountQuery of(@Nullable String element, @Nullable String from, @Nullable String to) {
        return new AccountQuery(
                parsed("element", element, Element::parse),
                parsed("from", from, LocalDate::parse).orElse(FIRST),
                parsed("to", to, LocalDate::parse).orElse(LAST));
    }

    private static <T> Optional<T> parsed(String name, @Nullable String text, Function<String, T> parse) {
        try {
            return Optional.ofNullable(text).map(parse);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new FormatException(Fault.MALFORMED, name, "is not a value that this parameter has");
        }
    }
}
