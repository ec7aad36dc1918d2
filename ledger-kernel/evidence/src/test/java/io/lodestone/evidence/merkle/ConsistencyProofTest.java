package io.lodestone.evidence.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.digest.Digest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConsistencyProofTest {

    private static final List<Digest> LEAVES = ReferenceTree.leaves(64);
    private static final Digest X = Digest.sha256(new byte[] {42});

    private static ProofCheck check(long first, long second, List<Digest> path, Digest firstRoot, Digest secondRoot) {
        return new ConsistencyProof(new TreeSize(first), new TreeSize(second), path).verify(firstRoot, secondRoot);
    }

    private static Digest root(int n) {
        return ReferenceTree.mth(LEAVES.subList(0, n));
    }

    private static List<Digest> proof(int m, int n) {
        return ReferenceTree.proof(m, LEAVES.subList(0, n));
    }

    @Test
    void rejects_reversed_sizes() {
        assertThat(check(8, 6, proof(6, 8), root(8), root(6))).isEqualTo(ProofCheck.SIZES_REVERSED);
    }

    @Test
    void trees_of_equal_size_take_no_hashes_and_equal_roots() {
        assertThat(check(5, 5, List.of(), root(5), root(5))).isEqualTo(ProofCheck.VALID);
        assertThat(check(0, 0, List.of(), root(0), root(0))).isEqualTo(ProofCheck.VALID);
        assertThat(check(5, 5, List.of(), root(5), root(6))).isEqualTo(ProofCheck.ROOT_DIFFERS);
        assertThat(check(5, 5, List.of(X), root(5), root(5))).isEqualTo(ProofCheck.PATH_TOO_LONG);
    }

    @Test
    void nothing_is_proven_from_the_empty_tree() {
        assertThat(check(0, 5, List.of(), root(0), root(5))).isEqualTo(ProofCheck.FROM_EMPTY_TREE);
        assertThat(check(0, 5, List.of(root(5)), root(0), root(5))).isEqualTo(ProofCheck.FROM_EMPTY_TREE);
    }

    @Test
    void step_1_rejects_an_empty_path() {
        assertThat(check(3, 8, List.of(), root(3), root(8))).isEqualTo(ProofCheck.PATH_EMPTY);
        assertThat(check(4, 8, List.of(), root(4), root(8))).isEqualTo(ProofCheck.PATH_EMPTY);
    }

    @Test
    void step_2_begins_a_complete_older_tree_with_its_own_root() {
        Digest right = ReferenceTree.mth(LEAVES.subList(4, 8));
        assertThat(check(4, 8, List.of(right), root(4), root(8))).isEqualTo(ProofCheck.VALID);
        assertThat(check(4, 8, List.of(root(4), right), root(4), root(8)).valid())
                .isFalse();
    }

    @Test
    void step_6a_rejects_a_hash_beyond_the_root_although_both_roots_would_fit() {
        List<Digest> path = new ArrayList<>(proof(3, 4));
        path.add(X);
        assertThat(check(3, 4, path, Digest.node(X, root(3)), Digest.node(X, root(4))))
                .isEqualTo(ProofCheck.PATH_TOO_LONG);
    }

    @Test
    void step_7_rejects_a_path_that_ends_below_the_root() {
        assertThat(check(3, 8, proof(3, 4), root(3), root(4))).isEqualTo(ProofCheck.PATH_TOO_SHORT);
    }

    @Test
    void step_7_rejects_another_older_root() {
        assertThat(check(3, 8, proof(3, 8), X, root(8))).isEqualTo(ProofCheck.FIRST_ROOT_DIFFERS);
    }

    @Test
    void step_7_rejects_another_newer_root() {
        assertThat(check(3, 8, proof(3, 8), root(3), X)).isEqualTo(ProofCheck.ROOT_DIFFERS);
    }

    @Test
    void does_not_walk_a_path_longer_than_any_tree() {
        assertThat(check(3, Long.MAX_VALUE, Collections.nCopies(64, X), X, X)).isEqualTo(ProofCheck.PATH_TOO_LONG);
    }

    @Test
    void every_flipped_bit_and_every_hash_dropped_or_added_is_noticed() {
        Random random = new Random(20261122);
        for (int n = 2; n <= 64; n++) {
            int m = 1 + random.nextInt(n - 1);
            List<Digest> path = proof(m, n);
            assertThat(check(m, n, path, InclusionProofTest.flip(root(m), random), root(n))
                            .valid())
                    .isFalse();
            assertThat(check(m, n, path, root(m), InclusionProofTest.flip(root(n), random))
                            .valid())
                    .isFalse();
            for (int i = 0; i < path.size(); i++) {
                List<Digest> flipped = new ArrayList<>(path);
                flipped.set(i, InclusionProofTest.flip(path.get(i), random));
                assertThat(check(m, n, flipped, root(m), root(n)).valid()).isFalse();
                List<Digest> shorter = new ArrayList<>(path);
                shorter.remove(i);
                assertThat(check(m, n, shorter, root(m), root(n)).valid()).isFalse();
            }
            for (int i = 0; i <= path.size(); i++) {
                List<Digest> longer = new ArrayList<>(path);
                longer.add(i, root(n));
                assertThat(check(m, n, longer, root(m), root(n)).valid()).isFalse();
            }
        }
    }
}
