package io.lodestone.certificates.session;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Opens a session for a piece of work and closes it after. A caller that stops waiting does not stop the work: a
 * session whose opening is cancelled would keep its connection.
 */
@Singleton
public class Sessions {

    private final Mutiny.SessionFactory factory;

    @Inject
    Sessions(Mutiny.SessionFactory factory) {
        this.factory = factory;
    }

    public <T> Uni<T> read(Function<Mutiny.Session, Uni<T>> work) {
        return toItsEnd(() -> factory.withSession(work));
    }

    /** All of the work or nothing; what was changed in entities is written at its end. */
    public <T> Uni<T> write(Function<Mutiny.Session, Uni<T>> work) {
        return toItsEnd(() -> factory.withTransaction(work));
    }

    private static <T> Uni<T> toItsEnd(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> work.get().memoize().indefinitely());
    }
}
