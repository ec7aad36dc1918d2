package io.lodestone.custody.log.app;

import io.lodestone.custody.log.LogDisagreement;
import io.lodestone.custody.log.Published;
import io.lodestone.custody.log.PublishedCheck;
import io.lodestone.custody.log.TileNeeds;
import io.lodestone.custody.log.app.LogStore.Session;
import io.lodestone.custody.statement.Head;
import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.CorruptTreeException;
import io.lodestone.evidence.merkle.TileTree;
import io.lodestone.evidence.merkle.TreeSize;
import io.lodestone.kit.startup.StartupCheck;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Refuses a database that is older than the checkpoint kept outside it, or has another history, or publishes what this
 * log did not sign, and a checkpoint that is gone although the database has published.
 */
@Singleton
public class OutsideStartCheck implements StartupCheck {

    private final LogStore store;
    private final OutsideCheckpoint outside;
    private final LogKey key;

    @Inject
    OutsideStartCheck(LogStore store, OutsideCheckpoint outside, LogKey key) {
        this.store = store;
        this.outside = outside;
        this.key = key;
    }

    @Override
    public Uni<Optional<String>> refusal() {
        if (key.fault().isPresent()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return Uni.createFrom()
                .deferred(() -> {
                    // Read before the database: another instance may publish meanwhile, which only adds to it.
                    Optional<Checkpoint> kept = outside.read();
                    return store.moment(db -> db.published().chain(published -> check(db, kept, published)));
                })
                .onFailure(failure -> failure instanceof LogDisagreement || failure instanceof CorruptTreeException)
                .recoverWithItem(failure -> Optional.of(failure.getMessage()));
    }

    private Uni<Optional<String>> check(Session db, Optional<Checkpoint> kept, Optional<Published> published) {
        Optional<String> signed = published.flatMap(it -> PublishedCheck.refusal(it, key.verifier()));
        if (signed.isPresent()) {
            return Uni.createFrom().item(signed);
        }
        boolean hasPublished = published.isPresent() && !published.get().size().isEmpty();
        if (kept.isPresent()) {
            return db.head().chain(head -> compare(db, head, kept.get(), published));
        }
        // What the database says is published was kept outside before that, by an instance that has just begun the log.
        return Uni.createFrom()
                .item(
                        hasPublished && outside.read().isEmpty()
                                ? Optional.of("the database has published "
                                        + published.get().size()
                                        + " entries, but the checkpoint outside it is missing")
                                : Optional.empty());
    }

    private static Uni<Optional<String>> compare(
            Session db, Optional<Head> head, Checkpoint kept, Optional<Published> published) {
        long entries = head.map(Head::size).orElse(0L);
        if (published.isEmpty() || kept.size().value() > entries) {
            return Uni.createFrom()
                    .item(Optional.of("the checkpoint outside the database has " + kept.size()
                            + " entries and the database only " + entries
                            + ": it was restored to an earlier state, or is another one"));
        }
        return rootAt(db, kept.size(), published.get())
                .map(root -> root.equals(kept.root())
                        ? Optional.empty()
                        : Optional.of("the database has another root at size " + kept.size()
                                + " than the checkpoint outside it"));
    }

    /** From the tiles, and beyond what is published from the entries: a publisher may have died before its commit. */
    private static Uni<Digest> rootAt(Session db, TreeSize size, Published published) {
        TileNeeds needs = new TileNeeds().edgeOf(published.size()).edgeOf(size);
        TreeSize until = size.compareTo(published.size()) > 0 ? size : published.size();
        return db.tiles(needs)
                .chain(tiles -> db.leaves(published.size(), until).map(leaves -> {
                    TileTree tree = TileTree.open(tiles, published.size(), published.root());
                    return leaves.isEmpty()
                            ? tree.root(size)
                            : tree.append(leaves).root();
                }));
    }
}
