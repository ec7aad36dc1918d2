package io.lodestone.custody.log.app;

import io.lodestone.custody.log.HeadCheck.StoredEntry;
import io.lodestone.custody.log.NextPublication;
import io.lodestone.custody.log.Published;
import io.lodestone.custody.log.TileMap;
import io.lodestone.custody.log.TileMap.Place;
import io.lodestone.custody.log.TileNeeds;
import io.lodestone.custody.statement.Head;
import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.TreeSize;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The real log, for a publisher that dies when it is about to commit. */
final class DyingStore implements LogStore {

    private final LogStore real;

    /** What it had signed and kept outside when it died. */
    volatile @Nullable Checkpoint last;

    DyingStore(LogStore real) {
        this.real = real;
    }

    @Override
    public <T> Uni<T> transaction(Function<Session, Uni<T>> work) {
        return real.transaction(db -> work.apply(new DyingSession(db)));
    }

    @Override
    public Uni<Optional<Published>> published() {
        return real.published();
    }

    @Override
    public Uni<Lag> lag() {
        return real.lag();
    }

    @Override
    public <T> Uni<T> moment(Function<Session, Uni<T>> work) {
        return real.moment(work);
    }

    @Override
    public Uni<Optional<StoredEntry>> entry(long index) {
        return real.entry(index);
    }

    @Override
    public Uni<Optional<String>> checkpointOf(TreeSize size) {
        return real.checkpointOf(size);
    }

    @Override
    public Uni<Optional<byte[]>> tile(Place place) {
        return real.tile(place);
    }

    @Override
    public Uni<List<byte[]>> entries(long from, int count) {
        return real.entries(from, count);
    }

    private final class DyingSession implements Session {

        private final Session db;

        DyingSession(Session db) {
            this.db = db;
        }

        @Override
        public Uni<Optional<Head>> head() {
            return db.head();
        }

        @Override
        public Uni<Optional<Published>> published() {
            return db.published();
        }

        @Override
        public Uni<List<StoredEntry>> tail(int max) {
            return db.tail(max);
        }

        @Override
        public Uni<Optional<StoredEntry>> entry(long index) {
            return db.entry(index);
        }

        @Override
        public Uni<Published> lockPublished() {
            return db.lockPublished();
        }

        @Override
        public Uni<List<Digest>> leaves(TreeSize from, TreeSize to) {
            return db.leaves(from, to);
        }

        @Override
        public Uni<TileMap> tiles(TileNeeds needs) {
            return db.tiles(needs);
        }

        @Override
        public Uni<Void> publish(NextPublication next, String checkpoint) {
            return db.publish(next, checkpoint).chain(() -> {
                last = next.checkpoint();
                return Uni.createFrom().failure(new IllegalStateException("killed before the commit"));
            });
        }
    }
}
