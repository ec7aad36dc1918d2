package io.lodestone.evidence.merkle;

import io.lodestone.evidence.digest.Digest;
import java.util.ArrayList;
import java.util.List;

/**
 * The hashes that show an older tree to be the beginning of a newer one (RFC 9162 section 2.1.4).
 *
 * <p>Refuses to go from the empty tree to a larger one, which proves nothing. Trees of equal size take an empty path
 * and equal roots.
 */
public record ConsistencyProof(TreeSize first, TreeSize second, List<Digest> path) {

    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /** Checks by the steps of RFC 9162 section 2.1.4.2; returns what is wrong and never throws for a bad proof. */
    public ProofCheck verify(Digest firstRoot, Digest secondRoot) {
        // The RFC defines the steps for 0 < first < second; these are the checks it takes for granted.
        if (first.compareTo(second) > 0) {
            return ProofCheck.SIZES_REVERSED;
        }
        if (path.size() > ProofCheck.MAX_HASHES) {
            return ProofCheck.PATH_TOO_LONG;
        }
        if (first.equals(second)) {
            if (!path.isEmpty()) {
                return ProofCheck.PATH_TOO_LONG;
            }
            return firstRoot.equals(secondRoot) ? ProofCheck.VALID : ProofCheck.ROOT_DIFFERS;
        }
        if (first.isEmpty()) {
            return ProofCheck.FROM_EMPTY_TREE;
        }
        // Step 1.
        if (path.isEmpty()) {
            return ProofCheck.PATH_EMPTY;
        }
        return walk(firstRoot, secondRoot);
    }

    private ProofCheck walk(Digest firstRoot, Digest secondRoot) {
        // Step 2: the root of a complete older tree is itself a node of the newer one.
        List<Digest> hashes = new ArrayList<>(path);
        if (Long.bitCount(first.value()) == 1) {
            hashes.add(0, firstRoot);
        }
        // Step 3.
        long fn = first.value() - 1;
        long sn = second.value() - 1;
        // Step 4.
        while ((fn & 1) == 1) {
            fn >>>= 1;
            sn >>>= 1;
        }
        // Step 5.
        Digest fr = hashes.get(0);
        Digest sr = fr;
        // Step 6.
        for (Digest c : hashes.subList(1, hashes.size())) {
            // Step 6a.
            if (sn == 0) {
                return ProofCheck.PATH_TOO_LONG;
            }
            // Step 6b.
            if ((fn & 1) == 1 || fn == sn) {
                // Steps 6b i and ii.
                fr = Digest.node(c, fr);
                sr = Digest.node(c, sr);
                // Step 6b iii.
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>>= 1;
                    sn >>>= 1;
                }
            } else {
                sr = Digest.node(sr, c);
            }
            // Step 6c.
            fn >>>= 1;
            sn >>>= 1;
        }
        // Step 7: the walk ended at the root, and both roots are these.
        if (sn != 0) {
            return ProofCheck.PATH_TOO_SHORT;
        }
        if (!fr.equals(firstRoot)) {
            return ProofCheck.FIRST_ROOT_DIFFERS;
        }
        return sr.equals(secondRoot) ? ProofCheck.VALID : ProofCheck.ROOT_DIFFERS;
    }
}
