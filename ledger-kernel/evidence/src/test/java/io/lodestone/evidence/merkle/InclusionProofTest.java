package io.lodestone.evidence.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.digest.Digest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InclusionProofTest {

    private static final List<Digest> LEAVES = ReferenceTree.leaves(64);
    private static final Digest X = Digest.sha256(new byte[] {42});

    private static ProofCheck check(long index, long size, List<Digest> path, Digest leaf, Digest root) {
        return new InclusionProof(new LeafIndex(index), path).verify(leaf, new TreeSize(size), root);
    }

    @Test
    void step_1_rejects_an_index_that_equals_the_tree_size() {
        Digest leaf = LEAVES.get(0);
        assertThat(check(1, 1, List.of(), leaf, leaf)).isEqualTo(ProofCheck.INDEX_BEYOND_SIZE);
        assertThat(check(0, 0, List.of(), leaf, leaf)).isEqualTo(ProofCheck.INDEX_BEYOND_SIZE);
        assertThat(check(Long.MAX_VALUE, 1, List.of(), leaf, leaf)).isEqualTo(ProofCheck.INDEX_BEYOND_SIZE);
    }

    @Test
    void step_4a_rejects_a_hash_beyond_the_root_although_the_root_would_fit() {
        Digest leaf = LEAVES.get(0);
        assertThat(check(0, 1, List.of(X), leaf, Digest.node(X, leaf))).isEqualTo(ProofCheck.PATH_TOO_LONG);
        assertThat(check(0, 1, List.of(X), leaf, Digest.node(leaf, X))).isEqualTo(ProofCheck.PATH_TOO_LONG);
    }

    @Test
    void step_4b_puts_the_sibling_on_its_side() {
        Digest left = LEAVES.get(0);
        Digest right = LEAVES.get(1);
        Digest root = Digest.node(left, right);
        assertThat(check(0, 2, List.of(right), left, root)).isEqualTo(ProofCheck.VALID);
        assertThat(check(1, 2, List.of(left), right, root)).isEqualTo(ProofCheck.VALID);
        assertThat(check(1, 2, List.of(right), left, root)).isEqualTo(ProofCheck.ROOT_DIFFERS);
        assertThat(check(0, 2, List.of(left), right, root)).isEqualTo(ProofCheck.ROOT_DIFFERS);
    }

    @Test
    void step_4b_ii_climbs_past_levels_without_a_sibling() {
        // Leaf 4 of 5 stands alone on two levels.
        Digest four = ReferenceTree.mth(LEAVES.subList(0, 4));
        assertThat(check(4, 5, List.of(four), LEAVES.get(4), Digest.node(four, LEAVES.get(4))))
                .isEqualTo(ProofCheck.VALID);
    }

    @Test
    void step_5_rejects_a_path_that_ends_below_the_root() {
        Digest lower = ReferenceTree.mth(LEAVES.subList(0, 4));
        List<Digest> path = ReferenceTree.path(0, LEAVES.subList(0, 4));
        assertThat(check(0, 8, path, LEAVES.get(0), lower)).isEqualTo(ProofCheck.PATH_TOO_SHORT);
    }

    @Test
    void step_5_rejects_another_root() {
        assertThat(check(0, 1, List.of(), LEAVES.get(0), X)).isEqualTo(ProofCheck.ROOT_DIFFERS);
    }

    @Test
    void does_not_walk_a_path_longer_than_any_tree() {
        assertThat(check(0, Long.MAX_VALUE, Collections.nCopies(64, X), X, X)).isEqualTo(ProofCheck.PATH_TOO_LONG);
        assertThat(check(0, Long.MAX_VALUE, Collections.nCopies(63, X), X, X)).isEqualTo(ProofCheck.ROOT_DIFFERS);
    }

    @Test
    void every_flipped_bit_and_every_hash_dropped_or_added_is_noticed() {
        Random random = new Random(20261122);
        for (int n = 1; n <= 64; n++) {
            List<Digest> d = LEAVES.subList(0, n);
            Digest root = ReferenceTree.mth(d);
            int m = random.nextInt(n);
            List<Digest> path = ReferenceTree.path(m, d);
            assertThat(check(m, n, path, flip(d.get(m), random), root)).isEqualTo(ProofCheck.ROOT_DIFFERS);
            assertThat(check(m, n, path, d.get(m), flip(root, random))).isEqualTo(ProofCheck.ROOT_DIFFERS);
            for (int i = 0; i < path.size(); i++) {
                List<Digest> flipped = new ArrayList<>(path);
                flipped.set(i, flip(path.get(i), random));
                assertThat(check(m, n, flipped, d.get(m), root)).isEqualTo(ProofCheck.ROOT_DIFFERS);
                List<Digest> shorter = new ArrayList<>(path);
                shorter.remove(i);
                assertThat(check(m, n, shorter, d.get(m), root).valid()).isFalse();
            }
            for (int i = 0; i <= path.size(); i++) {
                List<Digest> longer = new ArrayList<>(path);
                longer.add(i, root);
                assertThat(check(m, n, longer, d.get(m), root).valid()).isFalse();
            }
        }
    }

    static Digest flip(Digest digest, Random random) {
        byte[] bytes = digest.bytes();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return Digest.of(bytes);
    }
}
