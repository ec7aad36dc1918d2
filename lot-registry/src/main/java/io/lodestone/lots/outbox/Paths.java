package io.lodestone.lots.outbox;

import io.lodestone.evidence.statement.PartyId;
import io.lodestone.kit.problem.KitProblem;
import io.lodestone.kit.problem.LedgerProblem;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Ids in paths. What cannot be an id is the id of nothing. */
public final class Paths {

    private Paths() {}

    public static <T> T id(String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw notFound();
        }
    }

    /** The party whose view is asked for; what cannot be an id is nobody's. */
    public static Optional<PartyId> party(@Nullable String text) {
        return Optional.ofNullable(text).map(id -> id(id, PartyId::parse));
    }

    public static LedgerProblem notFound() {
        return new LedgerProblem(KitProblem.NOT_FOUND, "There is nothing here that you may see.");
    }
}
