package io.lodestone.evidence.history;

import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.LeafIndex;
import io.lodestone.evidence.signature.Environment;
import io.lodestone.evidence.statement.LotId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a verified history says, and on what that rests.
 *
 * @param continues digest of the acceptance record before the first of these; empty where that makes version 1
 * @param versions in order, without a gap
 * @param spendKey commits to the secret that the next statement about the lot has to spend
 */
public record VerifiedHistory(
        LotId lot,
        Environment environment,
        Checkpoint checkpoint,
        Optional<Digest> continues,
        List<Place> versions,
        Digest spendKey) {

    public VerifiedHistory {
        versions = List.copyOf(versions);
    }

    /**
     * Where a version was made.
     *
     * @param nullifier that of the version before, which the entry shows; empty for version 1
     * @param record digest of the acceptance record
     */
    public record Place(
            long version,
            String log,
            LeafIndex index,
            Digest leaf,
            Instant time,
            Optional<Digest> nullifier,
            Digest record) {

        /** Whether it is the same entry of the same log. */
        public boolean isSameEntry(Place other) {
            return log.equals(other.log) && index.equals(other.index) && leaf.equals(other.leaf);
        }
    }

    public Place first() {
        return versions.get(0);
    }

    public Place last() {
        return versions.get(versions.size() - 1);
    }
}
