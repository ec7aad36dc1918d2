package io.lodestone.evidence.merkle;

import io.lodestone.evidence.digest.Digest;
import java.util.ArrayList;
import java.util.List;

/**
 * Roots and proofs by the recursive definitions of RFC 9162 sections 2.1.1, 2.1.3.1 and 2.1.4.1, over any source of
 * node hashes.
 */
public final class MerkleTree {

    /** The root of the tree without entries: SHA-256 of nothing. */
    public static final Digest EMPTY_ROOT = Digest.sha256(new byte[0]);

    private MerkleTree() {}

    public static Digest root(TreeSize size, HashSource nodes) {
        return size.isEmpty() ? EMPTY_ROOT : hash(0, size.value(), nodes);
    }

    /** Proves the leaf at {@code index}; {@link IllegalArgumentException} where the tree has no such leaf. */
    public static InclusionProof inclusion(LeafIndex index, TreeSize size, HashSource nodes) {
        if (!size.contains(index)) {
            throw new IllegalArgumentException("a tree of size " + size + " has no leaf " + index);
        }
        List<Digest> path = new ArrayList<>();
        path(index.value(), 0, size.value(), nodes, path);
        return new InclusionProof(index, path);
    }

    /** Proves {@code first} to be the beginning of {@code second}; refuses size zero and reversed sizes. */
    public static ConsistencyProof consistency(TreeSize first, TreeSize second, HashSource nodes) {
        if (first.isEmpty() && !second.isEmpty()) {
            throw new IllegalArgumentException("nothing can be proven from the empty tree");
        }
        if (first.compareTo(second) > 0) {
            throw new IllegalArgumentException("a tree of size " + second + " does not continue one of size " + first);
        }
        List<Digest> path = new ArrayList<>();
        if (!first.equals(second)) {
            subproof(first.value(), 0, second.value(), true, nodes, path);
        }
        return new ConsistencyProof(first, second, path);
    }

    /** The root over a power of two of neighbouring hashes. */
    static Digest complete(List<Digest> hashes) {
        List<Digest> row = hashes;
        while (row.size() > 1) {
            List<Digest> above = new ArrayList<>(row.size() / 2);
            for (int i = 0; i < row.size(); i += 2) {
                above.add(Digest.node(row.get(i), row.get(i + 1)));
            }
            row = above;
        }
        return row.get(0);
    }

    /** MTH(D[from:to]); {@code from} is a multiple of the largest power of two in the range. */
    private static Digest hash(long from, long to, HashSource nodes) {
        long n = to - from;
        if (Long.bitCount(n) == 1) {
            int level = Long.numberOfTrailingZeros(n);
            return nodes.node(level, from >>> level);
        }
        long k = split(n);
        return Digest.node(hash(from, from + k, nodes), hash(from + k, to, nodes));
    }

    /** PATH(m, D[from:to]), RFC 9162 section 2.1.3.1, with {@code leaf} counted from the start of the whole tree. */
    private static void path(long leaf, long from, long to, HashSource nodes, List<Digest> out) {
        if (to - from == 1) {
            return;
        }
        long middle = from + split(to - from);
        if (leaf < middle) {
            path(leaf, from, middle, nodes, out);
            out.add(hash(middle, to, nodes));
        } else {
            path(leaf, middle, to, nodes, out);
            out.add(hash(from, middle, nodes));
        }
    }

    /** SUBPROOF(m, D[from:to], b), RFC 9162 section 2.1.4.1, with {@code end} the end of the older tree. */
    private static void subproof(long end, long from, long to, boolean known, HashSource nodes, List<Digest> out) {
        if (end == to) {
            if (!known) {
                out.add(hash(from, to, nodes));
            }
            return;
        }
        long middle = from + split(to - from);
        if (end <= middle) {
            subproof(end, from, middle, known, nodes, out);
            out.add(hash(middle, to, nodes));
        } else {
            subproof(end, middle, to, false, nodes, out);
            out.add(hash(from, middle, nodes));
        }
    }

    /** The largest power of two smaller than {@code n}, for n above 1. */
    private static long split(long n) {
        return Long.highestOneBit(n - 1);
    }
}
