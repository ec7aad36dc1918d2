package io.lodestone.lots.outbox;

import io.lodestone.kit.problem.KitProblem;
import io.lodestone.kit.problem.LedgerProblem;
import java.util.function.Function;

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

    public static LedgerProblem notFound() {
        return new LedgerProblem(KitProblem.NOT_FOUND, "There is nothing here that you may see.");
    }
}
