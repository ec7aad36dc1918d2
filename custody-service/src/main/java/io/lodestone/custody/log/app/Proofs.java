package io.lodestone.custody.log.app;

import io.lodestone.custody.log.Published;
import io.lodestone.custody.log.Receipt.Proven;
import io.lodestone.custody.log.TileNeeds;
import io.lodestone.custody.log.app.LogStore.Session;
import io.lodestone.custody.problem.CustodyProblem;
import io.lodestone.evidence.merkle.InclusionProof;
import io.lodestone.evidence.merkle.LeafIndex;
import io.lodestone.evidence.merkle.TileTree;
import io.lodestone.evidence.merkle.TreeSize;
import io.lodestone.evidence.statement.Entry;
import io.lodestone.kit.problem.KitProblem;
import io.lodestone.kit.problem.LedgerProblem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Proves entries to be in the published log. */
@Singleton
public class Proofs {

    private final LogStore store;
    private final LogState state;

    @Inject
    Proofs(LogStore store, LogState state) {
        this.store = store;
        this.state = state;
    }

    /** The checkpoint that is published now. */
    public Uni<String> checkpoint() {
        return published()
                .map(published -> published.checkpoint().orElseThrow(() -> notPublished("Nothing is published yet.")));
    }

    private Uni<Published> published() {
        if (state.stopped().isPresent()) {
            return Uni.createFrom().failure(new LedgerProblem(CustodyProblem.LOG_STOPPED, "It proves nothing now."));
        }
        return store.published().map(found -> found.orElseThrow(() -> notPublished("The log is not begun.")));
    }

    /** @param at an earlier size than the one published now, for several receipts over one checkpoint */
    public Uni<Proven> prove(LeafIndex index, Optional<TreeSize> at) {
        return published().chain(published -> {
            TreeSize size = at.orElse(published.size());
            if (!published.size().contains(index) || size.compareTo(published.size()) > 0 || !size.contains(index)) {
                return Uni.createFrom().failure(notPublished("The next checkpoint will cover it."));
            }
            Optional<String> checkpoint = size.equals(published.size()) ? published.checkpoint() : Optional.empty();
            return store.transaction(db -> proof(db, index, size, published))
                    .chain(proof -> entry(index).map(entry -> new Proven(entry, proof, checkpoint)));
        });
    }

    private Uni<InclusionProof> proof(Session db, LeafIndex index, TreeSize size, Published published) {
        TileNeeds needs = new TileNeeds().leaf(index.value()).edgeOf(size).edgeOf(published.size());
        return db.tiles(needs).map(tiles -> TileTree.of(tiles, published.size()).inclusion(index, size));
    }

    /** The entry, published or not. */
    public Uni<Entry> entry(LeafIndex index) {
        return store.entry(index.value())
                .map(found -> found.orElseThrow(
                                () -> new LedgerProblem(KitProblem.NOT_FOUND, "The log has no such entry."))
                        .entry());
    }

    private static LedgerProblem notPublished(String detail) {
        return new LedgerProblem(CustodyProblem.NOT_PUBLISHED, detail).retryAfter(Duration.ofSeconds(1));
    }
}
