package io.lodestone.lots.lot;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.WireTime;
import io.lodestone.lots.description.Identifier;
import io.lodestone.lots.lot.LotQuery.Parameters;
import io.lodestone.lots.outbox.Fields;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which lots are sought. All filters have to fit; each reads what a lot was made with, except state and holder.
 *
 * @param origin a country, or Unknown, in any step of any of its profiles
 * @param facility where it was made; found by who made it alone
 * @param happened event time, from inclusive, to exclusive
 * @param recorded time in the log, in the same way
 * @param code of the control list or of the tariff
 */
public record LotFilter(
        Optional<String> form,
        Optional<String> state,
        Optional<Element> element,
        Optional<String> origin,
        Optional<FacilityId> facility,
        Optional<PartyId> holder,
        Between happened,
        Between recorded,
        Optional<String> identifier,
        Optional<String> grade,
        Optional<String> code) {

    public static final String HANDED_OVER = "HANDED_OVER";

    private static final Set<String> DRAFTS = Set.of("PENDING", "REFUSED");
    private static final List<String> STATES =
            List.of("PENDING", "REFUSED", "RECORDED", "HELD", "OFFERED", "CONSUMED", HANDED_OVER);

    /** A time range; either end may be open. */
    public record Between(Optional<Instant> from, Optional<Instant> to) {

        private static Between read(Parameters in, String name) {
            Between range =
                    new Between(in.parsed(name + "From", LotFilter::time), in.parsed(name + "To", LotFilter::time));
            if (range.from.isPresent()
                    && range.to.isPresent()
                    && !range.from.get().isBefore(range.to.get())) {
                throw new FormatException(Fault.OUT_OF_BOUNDS, name + "To", "has to lie after " + name + "From");
            }
            return range;
        }
    }

    static LotFilter read(Parameters in) {
        return new LotFilter(
                in.parsed("form", text -> Form.parse(text).wire()),
                in.parsed("state", LotFilter::state),
                in.parsed("element", Element::parse),
                in.parsed("origin", Places::checkCode),
                in.parsed("facility", FacilityId::parse),
                in.parsed("holder", PartyId::parse),
                Between.read(in, "event"),
                Between.read(in, "recorded"),
                in.parsed("identifier", Identifier::sought),
                in.parsed("grade", Fields::line),
                in.parsed("code", Fields::line));
    }

    private static String state(String text) {
        if (!STATES.contains(text)) {
            throw new IllegalArgumentException("must be one of " + String.join(", ", STATES));
        }
        return text;
    }

    /** A time as it is on the wire, in any zone, or a day in UTC. */
    private static Instant time(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : WireTime.zoned(text).toInstant();
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "must be a day in UTC such as 2026-11-22, or a time such as 2026-11-22T16:30:00.000%2B09:00", e);
        }
    }

    /** Whether lots that only were asked for can fit: of those nothing is known but form and mass. */
    public boolean mayBeDraft() {
        return (state.isEmpty() || DRAFTS.contains(state.get())) && !looksInside();
    }

    /** Whether booked lots can fit. */
    public boolean mayBeBooked() {
        return state.isEmpty() || !DRAFTS.contains(state.get());
    }

    private boolean looksInside() {
        return Stream.of(element, origin, facility, holder, happened.from, happened.to, recorded.from, recorded.to)
                        .anyMatch(Optional::isPresent)
                || Stream.of(identifier, grade, code).anyMatch(Optional::isPresent);
    }
}
