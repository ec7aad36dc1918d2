package io.lodestone.custody.transfer.api;

import io.lodestone.custody.transfer.TransferFilter;
import io.lodestone.evidence.acceptance.Transfer;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.TransferId;
import io.lodestone.evidence.statement.WireTime;
import io.lodestone.kit.actor.Actor;
import io.lodestone.kit.actor.Role;
import io.lodestone.kit.problem.KitProblem;
import io.lodestone.kit.problem.LedgerProblem;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The query of a list of transfers; each part that is not understood is refused by its name. */
public final class Asked {

    private static final int MAX_DAYS = 366;
    private static final int DEFAULT_DAYS = 7;

    @QueryParam("state")
    @Nullable
    String state;

    @QueryParam("role")
    @Nullable
    String role;

    @QueryParam("counterparty")
    @Nullable
    String counterparty;

    @QueryParam("lot")
    @Nullable
    String lot;

    @QueryParam("from")
    @Nullable
    String from;

    @QueryParam("to")
    @Nullable
    String to;

    @QueryParam("cursor")
    @Nullable
    String cursor;

    @QueryParam("limit")
    @Nullable
    String limit;

    Paging paging() {
        return Paging.of(cursor, limit);
    }

    TransferFilter filter(Actor actor) {
        return new TransferFilter(
                party(actor),
                read("state", state, text -> Transfer.State.valueOf(upper(text))),
                read("role", role, text -> TransferFilter.Role.valueOf(upper(text))),
                read("counterparty", counterparty, PartyId::parse),
                read("lot", lot, LotId::parse),
                read("from", from, WireTime::zoned).map(time -> time.toInstant()),
                read("to", to, WireTime::zoned).map(time -> time.toInstant()));
    }

    /** Upper case and back has to give the same word, so that a state has one spelling. */
    private static String upper(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        if (!upper.toLowerCase(Locale.ROOT).equals(text)) {
            throw new IllegalArgumentException(text);
        }
        return upper;
    }

    private static <T> Optional<T> read(String name, @Nullable String text, Function<String, T> parse) {
        try {
            return Optional.ofNullable(text).map(parse);
        } catch (IllegalArgumentException e) {
            throw new LedgerProblem(KitProblem.BAD_REQUEST, "This part of the query is not understood.").at(name);
        }
    }

    /** Whose transfers are meant; a sibling service asks for all. */
    static Optional<PartyId> party(Actor actor) {
        return actor.is(Role.SERVICE) ? Optional.empty() : Optional.of(actor.party());
    }

    static Duration days(@Nullable String days) {
        int count = read("days", days, Integer::parseInt).orElse(DEFAULT_DAYS);
        if (count < 1 || count > MAX_DAYS) {
            throw new LedgerProblem(KitProblem.BAD_REQUEST, "Between 1 and " + MAX_DAYS + " days can be asked for.")
                    .at("days");
        }
        return Duration.ofDays(count);
    }

    static TransferId transfer(String text) {
        try {
            return TransferId.parse(text);
        } catch (IllegalArgumentException e) {
            throw notFound();
        }
    }

    static LedgerProblem notFound() {
        return new LedgerProblem(KitProblem.NOT_FOUND, "You have no transfer with this id.");
    }
}
