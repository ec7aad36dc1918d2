package io.lodestone.local.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.MerkleTree;
import io.lodestone.evidence.merkle.TreeSize;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrefixRootsTest {

    @Test
    void every_prefix_has_the_root_that_the_definition_gives() {
        PrefixRoots roots = new PrefixRoots();
        List<Digest> leaves = new ArrayList<>();
        assertThat(roots.root()).isEqualTo(MerkleTree.EMPTY_ROOT);
        for (int i = 0; i < 70; i++) {
            leaves.add(Digest.leaf(new byte[] {(byte) i}));
            roots.add(leaves.get(i));
            assertThat(roots.root())
                    .isEqualTo(MerkleTree.root(new TreeSize(i + 1), (level, index) -> node(leaves, level, index)));
        }
    }

    private static Digest node(List<Digest> leaves, int level, long index) {
        return level == 0
                ? leaves.get((int) index)
                : Digest.node(node(leaves, level - 1, 2 * index), node(leaves, level - 1, 2 * index + 1));
    }
}
