package io.lodestone.evidence.witness;

import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.MerkleTree;
import io.lodestone.evidence.merkle.TreeSize;

/** What a witness remembers of a log: the size and root it cosigned last, of which there is one root for a size. */
public record Seen(TreeSize size, Digest root) {

    /** Of a log that was never cosigned; any log continues the empty one. */
    public static final Seen NOTHING = new Seen(TreeSize.ZERO, MerkleTree.EMPTY_ROOT);

    public static Seen of(Checkpoint checkpoint) {
        return new Seen(checkpoint.size(), checkpoint.root());
    }
}
