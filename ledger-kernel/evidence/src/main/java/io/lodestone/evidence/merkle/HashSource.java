package io.lodestone.evidence.merkle;

import io.lodestone.evidence.digest.Digest;

/** Gives the hashes of complete subtrees, from which every root and proof is put together. */
@FunctionalInterface
public interface HashSource {

    /**
     * The hash over the leaves from {@code index * 2^level} to {@code (index + 1) * 2^level}, the latter excluded; only
     * asked for where all of them exist. Level 0 is the leaf hashes.
     */
    Digest node(int level, long index);
}
