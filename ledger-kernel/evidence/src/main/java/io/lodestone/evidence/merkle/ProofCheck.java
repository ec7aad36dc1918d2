package io.lodestone.evidence.merkle;

/** What checking a proof found: {@link #VALID}, or the first thing that is wrong. */
public enum ProofCheck {
    VALID,
    /** The tree has no entry at this index. */
    INDEX_BEYOND_SIZE,
    /** The older tree is larger than the newer one. */
    SIZES_REVERSED,
    /** Anything is consistent with the empty tree, so nothing can be proven from it. */
    FROM_EMPTY_TREE,
    /** Trees of different size, and no hashes. */
    PATH_EMPTY,
    /** Hashes are left over: after the root is reached, or for trees of equal size, or beyond any possible tree. */
    PATH_TOO_LONG,
    /** The hashes end below the root. */
    PATH_TOO_SHORT,
    /** The hashes lead to another root of the older tree. */
    FIRST_ROOT_DIFFERS,
    /** The hashes lead to another root. */
    ROOT_DIFFERS;

    /** No tree needs more hashes in a proof (C2SP tlog-witness has the same limit); longer ones are not walked. */
    public static final int MAX_HASHES = 63;

    public boolean valid() {
        return this == VALID;
    }
}
