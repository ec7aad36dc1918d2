package io.lodestone.custody.log.app;

import io.lodestone.custody.log.HeadCheck;
import io.lodestone.custody.log.HeadCheck.StoredEntry;
import io.lodestone.custody.log.app.LogStore.Session;
import io.lodestone.custody.statement.Head;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.kit.startup.StartupCheck;
import io.lodestone.kit.startup.Surroundings;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Refuses a database of another log, one whose head row disagrees with its last entries, and in production the log of
 * a development machine. Other instances may be appending to it.
 */
@Singleton
public class HeadStartCheck implements StartupCheck {

    /** As far back as a person who edits the end of a log by hand may have gone. */
    private static final int TAIL = 256;

    private final LogStore store;
    private final LogSettings settings;
    private final boolean development;

    @Inject
    HeadStartCheck(LogStore store, LogSettings settings, Surroundings surroundings) {
        this(store, settings, surroundings.isDevelopment());
    }

    HeadStartCheck(LogStore store, LogSettings settings, boolean development) {
        this.store = store;
        this.settings = settings;
        this.development = development;
    }

    @Override
    public Uni<Optional<String>> refusal() {
        if (!development && !settings.environment().equals("production")) {
            return Uni.createFrom().item(Optional.of("lodestone.environment must be production"));
        }
        return store.moment(db ->
                        db.head().chain(head -> head.map(it -> check(db, it)).orElseGet(() -> empty(db))))
                .onFailure(FormatException.class)
                .recoverWithItem(Optional.of("one of the last entries is not an entry"));
    }

    /** A head without entries is a log that is not begun; entries without a head are a head row that was taken away. */
    private static Uni<Optional<String>> empty(Session db) {
        return db.tail(1)
                .map(tail -> tail.isEmpty()
                        ? Optional.empty()
                        : Optional.of("the database has entries, but its head row says that the log is empty"));
    }

    private Uni<Optional<String>> check(Session db, Head head) {
        if (!head.origin().equals(settings.origin())) {
            return Uni.createFrom()
                    .item(Optional.of("the database is of the log " + head.origin() + ", and lodestone.log.origin is "
                            + settings.origin()));
        }
        return db.entry(0)
                .chain(first -> environment(first)
                        .map(refusal -> Uni.createFrom().item(Optional.of(refusal)))
                        .orElseGet(() -> db.tail(TAIL)
                                .map(tail -> HeadCheck.refusal(head.size(), head.lastLeaf(), head.lastTime(), tail))));
    }

    private Optional<String> environment(Optional<StoredEntry> first) {
        Optional<String> stated = first.flatMap(entry -> entry.entry().environment());
        if (stated.isEmpty()) {
            return Optional.of("entry 0 of the log is missing or states no environment");
        }
        return stated.get().equals(settings.environment())
                ? Optional.empty()
                : Optional.of("entry 0 says that this is a " + stated.get() + " log, and lodestone.environment is "
                        + settings.environment());
    }
}
