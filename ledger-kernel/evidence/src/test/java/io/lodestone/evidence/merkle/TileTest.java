package io.lodestone.evidence.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class TileTest {

    @Test
    void paths_group_the_index_by_three_digits() {
        assertThat(new Tile(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
        assertThat(new Tile(0, 5, 256).path()).isEqualTo("tile/0/005");
        assertThat(new Tile(1, 0, 17).path()).isEqualTo("tile/1/000.p/17");
        assertThat(new Tile(2, 1_000, 1).path()).isEqualTo("tile/2/x001/000.p/1");
        assertThat(new Tile(0, 999, 256).path()).isEqualTo("tile/0/999");
        assertThat(new Tile(0, 0, 3).entriesPath()).isEqualTo("tile/entries/000.p/3");
        assertThatIllegalStateException().isThrownBy(() -> new Tile(1, 0, 3).entriesPath());
    }

    @Test
    void widths_follow_from_the_size() {
        TreeSize size = new TreeSize(70_000);
        assertThat(Tile.fullTiles(0, size)).isEqualTo(273);
        assertThat(Tile.partialWidth(0, size)).isEqualTo(112);
        assertThat(Tile.fullTiles(1, size)).isEqualTo(1);
        assertThat(Tile.partialWidth(1, size)).isEqualTo(17);
        assertThat(Tile.fullTiles(2, size)).isZero();
        assertThat(Tile.partialWidth(2, size)).isEqualTo(1);
        assertThat(Tile.partialWidth(3, size)).isZero();
        assertThat(Tile.at(0, 272, size).full()).isTrue();
        assertThat(Tile.at(0, 273, size)).isEqualTo(new Tile(0, 273, 112));
        assertThat(Tile.partialWidth(Tile.MAX_LEVEL, new TreeSize(Long.MAX_VALUE)))
                .isEqualTo(127);
    }

    @Test
    void there_are_no_empty_tiles_and_none_outside_the_tree() {
        TreeSize size = new TreeSize(256);
        assertThatIllegalArgumentException().isThrownBy(() -> Tile.at(0, 1, size));
        assertThatIllegalArgumentException().isThrownBy(() -> Tile.at(2, 0, size));
        assertThatIllegalArgumentException().isThrownBy(() -> new Tile(0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Tile(0, 0, 257));
        assertThatIllegalArgumentException().isThrownBy(() -> new Tile(0, -1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Tile(8, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Tile(-1, 0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TileRow(new Tile(0, 0, 2), List.of(MerkleTree.EMPTY_ROOT)));
    }
}
