package io.lodestone.evidence.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.TileTree.Growth;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TileTreeTest {

    private static final List<Digest> LEAVES = ReferenceTree.leaves(70_000);

    private final MemoryTiles tiles = new MemoryTiles();

    private TileTree grow(TileTree tree, int to) {
        Growth growth = tree.append(LEAVES.subList((int) tree.size().value(), to));
        tiles.write(growth);
        return TileTree.open(tiles, growth.size(), growth.root());
    }

    private static TreeSize size(long n) {
        return new TreeSize(n);
    }

    @Test
    void grows_one_by_one_with_the_root_of_the_definition() {
        TileTree tree = TileTree.of(tiles, TreeSize.ZERO);
        for (int n = 1; n <= 600; n++) {
            tree = grow(tree, n);
            assertThat(tree.root()).isEqualTo(ReferenceTree.mth(LEAVES.subList(0, n)));
        }
        for (int n = 0; n <= 600; n += 7) {
            assertThat(tree.root(size(n))).isEqualTo(ReferenceTree.mth(LEAVES.subList(0, n)));
        }
    }

    @Test
    void grows_in_uneven_steps_over_three_levels_and_proves_from_tiles_alone() {
        Random random = new Random(7);
        TileTree tree = TileTree.of(tiles, TreeSize.ZERO);
        while (tree.size().value() < 70_000) {
            tree = grow(tree, (int) Math.min(70_000, tree.size().value() + 1 + random.nextInt(9_000)));
        }
        Digest root = ReferenceTree.mth(LEAVES);
        assertThat(tree.root()).isEqualTo(root);
        for (int i : List.of(0, 255, 256, 65_535, 65_536, 69_887, 69_888, 69_999)) {
            InclusionProof proof = tree.inclusion(new LeafIndex(i), size(70_000));
            assertThat(proof.path()).isEqualTo(ReferenceTree.path(i, LEAVES));
            assertThat(proof.verify(LEAVES.get(i), size(70_000), root)).isEqualTo(ProofCheck.VALID);
        }
        for (int m : List.of(1, 255, 256, 257, 65_535, 65_536, 65_537, 69_999)) {
            Digest first = tree.root(size(m));
            assertThat(first).isEqualTo(ReferenceTree.mth(LEAVES.subList(0, m)));
            assertThat(tree.consistency(size(m), size(70_000)).verify(first, root))
                    .isEqualTo(ProofCheck.VALID);
            assertThat(tree.inclusion(new LeafIndex(m - 1), size(m)).verify(LEAVES.get(m - 1), size(m), first))
                    .isEqualTo(ProofCheck.VALID);
        }
    }

    @Test
    void returns_just_the_tiles_that_changed_and_hashes_no_partial_tile_upwards() {
        TileTree tree = grow(TileTree.of(tiles, TreeSize.ZERO), 255);
        assertThat(tiles.rows.keySet()).containsExactly("0/0");

        Growth full = tree.append(LEAVES.subList(255, 256));
        assertThat(full.tiles()).extracting(row -> row.tile().path()).containsExactly("tile/0/000", "tile/1/000.p/1");
        assertThat(full.tiles().get(1).hashes()).containsExactly(ReferenceTree.mth(LEAVES.subList(0, 256)));

        tiles.write(full);
        Growth more = TileTree.of(tiles, size(256)).append(LEAVES.subList(256, 513));
        assertThat(more.tiles())
                .extracting(row -> row.tile().path())
                .containsExactly("tile/0/001", "tile/0/002.p/1", "tile/1/000.p/2");
        assertThat(more.tiles().get(1).bytes()).isEqualTo(LEAVES.get(512).bytes());
    }

    @Test
    void appending_nothing_changes_nothing() {
        TileTree tree = grow(TileTree.of(tiles, TreeSize.ZERO), 300);
        assertThat(tree.append(List.of())).isEqualTo(new Growth(size(300), tree.root(), List.of()));
        assertThat(TileTree.of(tiles, TreeSize.ZERO).root()).isEqualTo(MerkleTree.EMPTY_ROOT);
    }

    @Test
    void a_row_that_was_widened_after_a_crash_does_not_disturb_the_smaller_tree() {
        TileTree tree = grow(TileTree.of(tiles, TreeSize.ZERO), 300);
        Growth lost = tree.append(LEAVES.subList(400, 410));
        tiles.write(lost);

        TileTree again = TileTree.open(tiles, size(300), tree.root());
        assertThat(again.append(LEAVES.subList(300, 310)).root()).isEqualTo(ReferenceTree.mth(LEAVES.subList(0, 310)));
    }

    @Test
    void refuses_sizes_beyond_the_tree() {
        TileTree tree = grow(TileTree.of(tiles, TreeSize.ZERO), 10);
        assertThatIllegalArgumentException().isThrownBy(() -> tree.root(size(11)));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.inclusion(new LeafIndex(0), size(11)));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.consistency(size(1), size(11)));
    }

    @Test
    void a_store_that_lost_or_changed_a_tile_stops_the_tree() {
        Digest root = grow(TileTree.of(tiles, TreeSize.ZERO), 600).root();
        byte[] last = tiles.rows.get("0/2");

        tiles.rows.put("0/2", flipped(last));
        assertCorrupt(root);
        tiles.rows.put("0/2", Arrays.copyOf(last, last.length - 32));
        assertCorrupt(root);
        tiles.rows.put("0/2", Arrays.copyOf(last, last.length + 1));
        assertCorrupt(root);
        tiles.rows.put("0/2", Arrays.copyOf(last, Tile.BYTES + 32));
        assertCorrupt(root);
        tiles.rows.remove("0/2");
        assertCorrupt(root);
        tiles.rows.put("0/2", last);
        assertThat(TileTree.open(tiles, size(600), root).root()).isEqualTo(root);
        tiles.rows.put("1/0", flipped(tiles.rows.get("1/0")));
        assertCorrupt(root);
    }

    @Test
    void a_short_row_is_never_filled_up() {
        tiles.rows.put("0/0", LEAVES.get(0).bytes());
        assertThatExceptionOfType(CorruptTreeException.class)
                .isThrownBy(() -> TileTree.of(tiles, size(2)).root());
    }

    private void assertCorrupt(Digest root) {
        assertThatExceptionOfType(CorruptTreeException.class).isThrownBy(() -> TileTree.open(tiles, size(600), root));
    }

    private static byte[] flipped(byte[] row) {
        byte[] copy = row.clone();
        copy[5] ^= 1;
        return copy;
    }
}
