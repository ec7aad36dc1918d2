package io.lodestone.custody.statement.store;

import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Statements of one connection that need nothing of each other's answers. They are sent together and run in this order;
 * waiting for each answer before the next would make a batch as slow as the network between.
 */
final class InFlight {

    private InFlight() {}

    /** Completes with the last of them, or fails as the first that fails; none after that one has any effect. */
    static Uni<Void> all(List<Uni<Void>> statements) {
        return statements.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(statements).andFailFast().replaceWithVoid();
    }
}
