package io.lodestone.evidence.merkle;

import io.lodestone.evidence.digest.Digest;
import java.util.List;

/**
 * The hashes that lead from one leaf to the root of a tree (RFC 9162 section 2.1.3).
 *
 * <p>A valid proof says that {@code root} commits to the leaf at {@code index}, provided that size and root come from
 * the same checkpoint: a path of the same shape fits several sizes, so the size is not proven by it.
 */
public record InclusionProof(LeafIndex index, List<Digest> path) {

    public InclusionProof {
        path = List.copyOf(path);
    }

    /** Checks by the steps of RFC 9162 section 2.1.3.2; returns what is wrong and never throws for a bad proof. */
    public ProofCheck verify(Digest leafHash, TreeSize size, Digest root) {
        // Step 1: the index lies within the tree.
        if (!size.contains(index)) {
            return ProofCheck.INDEX_BEYOND_SIZE;
        }
        if (path.size() > ProofCheck.MAX_HASHES) {
            return ProofCheck.PATH_TOO_LONG;
        }
        // Step 2.
        long fn = index.value();
        long sn = size.value() - 1;
        // Step 3.
        Digest r = leafHash;
        // Step 4.
        for (Digest p : path) {
            // Step 4a.
            if (sn == 0) {
                return ProofCheck.PATH_TOO_LONG;
            }
            // Step 4b.
            if ((fn & 1) == 1 || fn == sn) {
                // Step 4b i.
                r = Digest.node(p, r);
                // Step 4b ii: where there is no sibling to the right, climb to the level that has one to the left.
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>>= 1;
                    sn >>>= 1;
                }
            } else {
                r = Digest.node(r, p);
            }
            // Step 4c.
            fn >>>= 1;
            sn >>>= 1;
        }
        // Step 5: the walk ended at the root, and it is this root.
        if (sn != 0) {
            return ProofCheck.PATH_TOO_SHORT;
        }
        return r.equals(root) ? ProofCheck.VALID : ProofCheck.ROOT_DIFFERS;
    }
}
