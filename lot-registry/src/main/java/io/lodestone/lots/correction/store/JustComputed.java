package io.lodestone.lots.correction.store;

import io.lodestone.evidence.statement.StatementId;
import io.lodestone.lots.correction.Recomputed;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What this instance computed for the statement it submitted last, so that it need not compute it again when the feed
 * brings that statement. Without it, after a start or on another instance, it is computed from the statement.
 */
@Singleton
public class JustComputed {

    private record Kept(StatementId statement, Recomputed computed) {}

    private final AtomicReference<Optional<Kept>> last = new AtomicReference<>(Optional.empty());

    public void keep(StatementId statement, Recomputed computed) {
        last.set(Optional.of(new Kept(statement, computed)));
    }

    public Optional<Recomputed> of(StatementId statement) {
        return last.get().filter(kept -> kept.statement().equals(statement)).map(Kept::computed);
    }
}
