package io.lodestone.custody.statement.store;

import io.lodestone.custody.statement.Sequenced;
import io.lodestone.evidence.acceptance.Effect;
import java.util.List;
import java.util.function.Function;

/** A value and the index of the statement that made it. */
record At<T>(long index, T value) {

    /** Every effect of a kind, in the order of the log. */
    static <E extends Effect> List<At<E>> all(List<Sequenced> accepted, Class<E> kind) {
        return all(accepted, kind, Function.identity());
    }

    /** What matters of every effect of a kind, in the order of the log. */
    static <E extends Effect, T> List<At<T>> all(List<Sequenced> accepted, Class<E> kind, Function<E, T> value) {
        return accepted.stream()
                .flatMap(s -> s.effects().all(kind).stream().map(effect -> new At<>(s.index(), value.apply(effect))))
                .toList();
    }
}
