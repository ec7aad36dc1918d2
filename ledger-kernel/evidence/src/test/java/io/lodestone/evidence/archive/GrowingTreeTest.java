package io.lodestone.evidence.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.TileRow;
import io.lodestone.evidence.merkle.TileTree;
import io.lodestone.evidence.merkle.TileTree.Growth;
import io.lodestone.evidence.merkle.TreeSize;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GrowingTreeTest {

    @Test
    void the_right_edge_is_enough_over_three_levels() {
        List<Digest> leaves = IntStream.range(0, 66_000)
                .mapToObj(i -> Digest.leaf(ByteBuffer.allocate(4).putInt(i).array()))
                .toList();
        Growth whole = TileTree.of((level, index) -> null, TreeSize.ZERO).append(leaves);
        GrowingTree tree = new GrowingTree();
        List<TileRow> rows = new ArrayList<>();
        for (int from = 0; from < leaves.size(); from += 256) {
            rows.addAll(tree.append(leaves.subList(from, Math.min(leaves.size(), from + 256))));
        }
        rows.addAll(tree.partial());
        assertThat(tree.size()).isEqualTo(whole.size());
        assertThat(tree.root()).isEqualTo(whole.root());
        assertThat(rows).containsExactlyInAnyOrderElementsOf(whole.tiles());
        assertThat(tree.partial())
                .extracting(row -> row.tile().path())
                .containsExactly("tile/0/257.p/208", "tile/1/001.p/1", "tile/2/000.p/1");
    }
}
