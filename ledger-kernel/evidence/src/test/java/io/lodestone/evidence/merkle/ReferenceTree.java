package io.lodestone.evidence.merkle;

import io.lodestone.evidence.digest.Digest;
import java.util.ArrayList;
import java.util.List;

/** RFC 9162 sections 2.1.1, 2.1.3.1 and 2.1.4.1 word for word over a list of leaf hashes: slow, and plainly right. */
final class ReferenceTree {

    private ReferenceTree() {}

    static List<Digest> leaves(int n) {
        List<Digest> leaves = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            leaves.add(Digest.leaf(("entry " + i).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        }
        return leaves;
    }

    static Digest mth(List<Digest> d) {
        int n = d.size();
        if (n == 0) {
            return Digest.sha256(new byte[0]);
        }
        if (n == 1) {
            return d.get(0);
        }
        int k = k(n);
        return Digest.node(mth(d.subList(0, k)), mth(d.subList(k, n)));
    }

    static List<Digest> path(int m, List<Digest> d) {
        int n = d.size();
        if (n == 1) {
            return List.of();
        }
        int k = k(n);
        return m < k
                ? plus(path(m, d.subList(0, k)), mth(d.subList(k, n)))
                : plus(path(m - k, d.subList(k, n)), mth(d.subList(0, k)));
    }

    static List<Digest> proof(int m, List<Digest> d) {
        return subproof(m, d, true);
    }

    private static List<Digest> subproof(int m, List<Digest> d, boolean b) {
        int n = d.size();
        if (m == n) {
            return b ? List.of() : List.of(mth(d));
        }
        int k = k(n);
        return m <= k
                ? plus(subproof(m, d.subList(0, k), b), mth(d.subList(k, n)))
                : plus(subproof(m - k, d.subList(k, n), false), mth(d.subList(0, k)));
    }

    private static List<Digest> plus(List<Digest> list, Digest last) {
        List<Digest> all = new ArrayList<>(list);
        all.add(last);
        return all;
    }

    private static int k(int n) {
        int k = 1;
        while (2 * k < n) {
            k *= 2;
        }
        return k;
    }
}
