package io.lodestone.custody.log.app;

import io.lodestone.custody.log.EntryBundle;
import io.lodestone.custody.log.Published;
import io.lodestone.custody.log.Receipt.Proven;
import io.lodestone.custody.log.TileMap.Place;
import io.lodestone.custody.log.TileNeeds;
import io.lodestone.custody.log.app.LogStore.Session;
import io.lodestone.custody.problem.CustodyProblem;
import io.lodestone.evidence.checkpoint.SignedNote;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.ConsistencyProof;
import io.lodestone.evidence.merkle.InclusionProof;
import io.lodestone.evidence.merkle.LeafIndex;
import io.lodestone.evidence.merkle.Tile;
import io.lodestone.evidence.merkle.TilePath;
import io.lodestone.evidence.merkle.TileTree;
import io.lodestone.evidence.merkle.TreeSize;
import io.lodestone.evidence.statement.Entry;
import io.lodestone.kit.problem.KitProblem;
import io.lodestone.kit.problem.LedgerProblem;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is served of the published log, and proofs that entries are in it. Each costs as many tiles as the tree is high. */
@Singleton
public class Proofs {

    private final LogStore store;
    private final LogState state;
    private final CosignedHead cosigned;

    @Inject
    public Proofs(LogStore store, LogState state, CosignedHead cosigned) {
        this.store = store;
        this.state = state;
        this.cosigned = cosigned;
    }

    /** The checkpoint that is published now, with the cosignatures it has so far. */
    public Uni<String> checkpoint() {
        return published().chain(published -> {
            String note = published.checkpoint().orElseThrow(() -> notPublished("Nothing is published yet."));
            return store.checkpointOf(published.size()).map(found -> found.orElse(note));
        });
    }

    /** The last checkpoint that has its quorum of cosignatures. */
    public Uni<String> cosignedCheckpoint() {
        return published()
                .chain(ignored -> cosigned.newest()
                        .map(newest -> store.checkpointOf(newest.size()))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())))
                .map(found -> found.orElseThrow(
                        () -> new LedgerProblem(KitProblem.NOT_FOUND, "No checkpoint has a quorum of witnesses.")));
    }

    /** Whether no cosignature will be added to a checkpoint any more, so that it never changes. */
    public boolean isFinal(String note) {
        return cosigned.isFinal(SignedNote.parse(note));
    }

    private Uni<Published> published() {
        if (state.stopped().isPresent()) {
            return Uni.createFrom().failure(new LedgerProblem(CustodyProblem.LOG_STOPPED, "It proves nothing now."));
        }
        return store.published()
                .map(found -> cosigned.shown(found.orElseThrow(() -> notPublished("The log is not begun."))));
    }

    /** @param at an earlier size than the one published now, for several receipts over one checkpoint */
    public Uni<Proven> prove(LeafIndex index, Optional<TreeSize> at) {
        return published().chain(published -> {
            TreeSize size = at.orElseGet(() -> cosigned.sizeFor(index, published));
            if (!published.size().contains(index) || size.compareTo(published.size()) > 0 || !size.contains(index)) {
                return Uni.createFrom().failure(notPublished("The next checkpoint will cover it."));
            }
            return store.transaction(db -> proof(db, index, size, published))
                    .chain(proof -> store.checkpointOf(size)
                            .chain(checkpoint -> entry(index).map(entry -> new Proven(entry, proof, checkpoint))));
        });
    }

    /** The checkpoint that was published at this size. */
    public Uni<String> checkpointOf(TreeSize size) {
        return published()
                .chain(published -> size.compareTo(published.size()) > 0
                        ? Uni.createFrom().item(Optional.<String>empty())
                        : store.checkpointOf(size))
                .map(found -> found.orElseThrow(() -> new LedgerProblem(
                        KitProblem.NOT_FOUND, "No checkpoint of this size was published; /checkpoint is the last.")));
    }

    /** That the log of one size is the beginning of the log of another, neither beyond what is published. */
    public Uni<ConsistencyProof> consistency(TreeSize first, TreeSize second) {
        return published().chain(published -> {
            if (second.compareTo(published.size()) > 0) {
                return Uni.createFrom().failure(notPublished("The log is not published to that size."));
            }
            TileNeeds needs = new TileNeeds().edgeOf(first).edgeOf(second).edgeOf(published.size());
            return store.transaction(db -> db.tiles(needs))
                    .map(tiles -> TileTree.of(tiles, published.size()).consistency(first, second));
        });
    }

    /** The hashes of a tile, or the entries under it; nothing beyond what is published. */
    public Uni<byte[]> read(TilePath path) {
        Tile tile = path.tile();
        return published().chain(published -> {
            Uni<Optional<byte[]>> found = covers(published.size(), tile)
                    ? path.entries() ? bundle(tile) : hashes(tile)
                    : Uni.createFrom().item(Optional.empty());
            return found.map(bytes -> bytes.orElseThrow(
                    () -> new LedgerProblem(KitProblem.NOT_FOUND, "The published log has no such tile.")));
        });
    }

    private static boolean covers(TreeSize size, Tile tile) {
        long full = Tile.fullTiles(tile.level(), size);
        return tile.index() < full || tile.index() == full && tile.width() <= Tile.partialWidth(tile.level(), size);
    }

    private Uni<Optional<byte[]>> hashes(Tile tile) {
        return store.tile(new Place(tile.level(), tile.index()))
                .map(row -> row.map(bytes -> Arrays.copyOf(bytes, tile.width() * Digest.LENGTH)));
    }

    private Uni<Optional<byte[]>> bundle(Tile tile) {
        return store.entries(tile.index() * Tile.WIDTH, tile.width())
                .map(entries -> Optional.of(EntryBundle.bytes(entries)));
    }

    private Uni<InclusionProof> proof(Session db, LeafIndex index, TreeSize size, Published published) {
        TileNeeds needs = new TileNeeds().leaf(index.value()).edgeOf(size).edgeOf(published.size());
        return db.tiles(needs).map(tiles -> TileTree.of(tiles, published.size()).inclusion(index, size));
    }

    /** The paths of several entries to one root that is published. They are computed off the event loop. */
    public Uni<List<InclusionProof>> paths(List<LeafIndex> indexes, TreeSize size) {
        return published().chain(published -> {
            TileNeeds needs = new TileNeeds().leaves(indexes).edgeOf(size).edgeOf(published.size());
            return store.transaction(db -> db.tiles(needs))
                    .emitOn(Infrastructure.getDefaultWorkerPool())
                    .map(tiles -> {
                        TileTree tree = TileTree.of(tiles, published.size());
                        return indexes.stream()
                                .map(index -> tree.inclusion(index, size))
                                .toList();
                    });
        });
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
