package io.lodestone.certificates.session;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Ways to leave the caller's context for a while. Results always come back to it. */
public final class Contexts {

    private Contexts() {}

    /** Does heavy work on a worker thread. */
    public static <T> Uni<T> onWorker(Supplier<T> work) {
        return returning(Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool()));
    }

    /** Does work that may end on any thread, as what waits and tries again does. */
    public static <T> Uni<T> returning(Uni<T> work) {
        return Uni.createFrom().deferred(() -> {
            @Nullable Context caller = Vertx.currentContext();
            return caller == null ? work : work.emitOn(command -> run(caller, command));
        });
    }

    /** Does work on a new context, so that it shares no session with work beside it. Needs a caller on a context. */
    public static <T> Uni<T> apart(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Context own = VertxContext.createNewDuplicatedContext(Vertx.currentContext());
            VertxContextSafetyToggle.setContextSafe(own, true);
            return returning(Uni.createFrom().deferred(work::get).runSubscriptionOn(command -> run(own, command)));
        });
    }

    private static void run(Context context, Runnable command) {
        context.runOnContext(ignored -> command.run());
    }
}
