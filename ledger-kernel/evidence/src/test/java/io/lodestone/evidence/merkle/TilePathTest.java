package io.lodestone.evidence.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTest {

    @Test
    void every_tile_is_read_from_its_path() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            long index = random.nextLong(1L << random.nextInt(1, 59));
            int width = random.nextInt(1, Tile.WIDTH + 1);
            Tile tile = new Tile(random.nextInt(Tile.MAX_LEVEL + 1), index, width);
            assertThat(TilePath.parse(tile.path().substring("tile/".length())))
                    .isEqualTo(Optional.of(new TilePath(false, tile)));
            Tile leaves = new Tile(0, index, width);
            assertThat(TilePath.parse(leaves.entriesPath().substring("tile/".length())))
                    .isEqualTo(Optional.of(new TilePath(true, leaves)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "0/",
                "0/1",
                "0/0001",
                "00/000",
                "8/000",
                "64/000",
                "-1/000",
                "0/x000/001",
                "0/x001",
                "0/1000",
                "0/000.p/0",
                "0/000.p/256",
                "0/000.p/257",
                "0/000.p/01",
                "0/000.p/",
                "0/000.p",
                "0/000/",
                "entries",
                "entries/1",
                "data/000",
                "0/../000",
                "0/x001/x234/67",
                "0/٠٠٠",
                "0/000\n",
                "0/000.p/1000",
                "0/x001/x001/x001/x001/x001/x001/x001/000"
            })
    void nothing_else_is_a_path(String text) {
        assertThat(TilePath.parse(text)).isEmpty();
    }
}
