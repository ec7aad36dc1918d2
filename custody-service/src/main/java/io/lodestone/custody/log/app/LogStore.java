package io.lodestone.custody.log.app;

import io.lodestone.custody.log.HeadCheck.StoredEntry;
import io.lodestone.custody.log.NextPublication;
import io.lodestone.custody.log.Published;
import io.lodestone.custody.log.TileMap;
import io.lodestone.custody.log.TileMap.Place;
import io.lodestone.custody.log.TileNeeds;
import io.lodestone.custody.statement.Head;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.TreeSize;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Entries, tiles and the publication. */
public interface LogStore {

    /** One transaction's view of them. */
    interface Session {

        /** Empty before entry 0. */
        Uni<Optional<Head>> head();

        /** Empty before entry 0. */
        Uni<Optional<Published>> published();

        /** The last entries, the newest first. */
        Uni<List<StoredEntry>> tail(int max);

        Uni<Optional<StoredEntry>> entry(long index);

        /** The publication, locked until the transaction ends. */
        Uni<Published> lockPublished();

        /** Leaf hashes from one size up to another. */
        Uni<List<Digest>> leaves(TreeSize from, TreeSize to);

        Uni<TileMap> tiles(TileNeeds needs);

        Uni<Void> publish(NextPublication next, String checkpoint);
    }

    /** Runs {@code work} in one transaction, which is rolled back where it fails. */
    <T> Uni<T> transaction(Function<Session, Uni<T>> work);

    /**
     * Runs {@code work} over one moment of the log, whatever other instances append meanwhile: every question is
     * answered as of the first one. It may not write.
     */
    <T> Uni<T> moment(Function<Session, Uni<T>> work);

    /** Empty before entry 0. */
    Uni<Optional<Published>> published();

    /** How many entries are sequenced, and how many of them are published. */
    Uni<Lag> lag();

    /** Sizes of the sequenced and of the published log. */
    record Lag(long sequenced, long published) {
        public long entries() {
            return sequenced - published;
        }
    }

    Uni<Optional<StoredEntry>> entry(long index);

    /** Every checkpoint is kept, with its cosignatures; empty where none of this size was published. */
    Uni<Optional<String>> checkpointOf(TreeSize size);

    /** The hashes of one tile, the widest that was published. */
    Uni<Optional<byte[]>> tile(Place place);

    /** The bytes of {@code count} entries from an index on; fewer where the log ends. */
    Uni<List<byte[]>> entries(long from, int count);
}
