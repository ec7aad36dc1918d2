package io.lodestone.evidence.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.Frontier.TileHash;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrontierTest {

    private static final List<Digest> LEAVES = ReferenceTree.leaves(66_000);

    @Test
    void has_the_root_of_the_definition_at_every_size() {
        Frontier frontier = Frontier.empty();
        for (int n = 0; n <= 600; n++) {
            assertThat(frontier.root()).isEqualTo(ReferenceTree.mth(LEAVES.subList(0, n)));
            assertThat(frontier.size()).isEqualTo(new TreeSize(n));
            assertThat(frontier.append(LEAVES.get(n))).first().isEqualTo(new TileHash(0, n, LEAVES.get(n)));
        }
    }

    @Test
    void goes_on_from_its_bytes() {
        Frontier whole = Frontier.empty();
        Frontier resumed = Frontier.empty();
        for (Digest leaf : LEAVES.subList(0, 300)) {
            resumed = Frontier.of(resumed.size(), resumed.bytes());
            assertThat(resumed.append(leaf)).isEqualTo(whole.append(leaf));
            assertThat(resumed.root()).isEqualTo(whole.root());
        }
    }

    @Test
    void gives_exactly_the_hashes_of_the_tiles() {
        MemoryTiles tiles = new MemoryTiles();
        tiles.write(TileTree.of(tiles, TreeSize.ZERO).append(LEAVES));
        Frontier frontier = Frontier.empty();
        List<TileHash> computed = new ArrayList<>();
        LEAVES.forEach(leaf -> computed.addAll(frontier.append(leaf)));

        assertThat(computed).hasSize(66_000 + 257 + 1);
        for (TileHash hash : computed) {
            byte[] row = tiles.read(hash.level(), hash.index() / Tile.WIDTH);
            int at = (int) (hash.index() % Tile.WIDTH) * Digest.LENGTH;
            assertThat(java.util.Arrays.copyOfRange(row, at, at + Digest.LENGTH))
                    .isEqualTo(hash.hash().bytes());
        }
    }

    @Test
    void bytes_of_another_size_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Frontier.of(new TreeSize(3), new byte[32]));
    }
}
