package io.lodestone.custody.log;

import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.TileTree;
import io.lodestone.evidence.merkle.TileTree.Growth;
import io.lodestone.evidence.merkle.TreeSize;
import java.util.List;
import java.util.Optional;

/**
 * What comes after the publication that stands: the grown tree, proven from the stored tiles to extend the checkpoint
 * that is kept outside the database. Throws {@link LogDisagreement} where it does not.
 */
public record NextPublication(Growth growth, Checkpoint checkpoint) {

    public static NextPublication of(
            String origin, Published before, TileMap tiles, List<Digest> leaves, Optional<Checkpoint> outside) {
        if (outside.isEmpty() && !before.size().isEmpty()) {
            throw new LogDisagreement("the database has published, but the checkpoint outside it is missing");
        }
        Growth growth = TileTree.open(tiles, before.size(), before.root()).append(leaves);
        outside.ifPresent(kept -> prove(kept, growth, tiles));
        return new NextPublication(growth, new Checkpoint(origin, growth.size(), growth.root()));
    }

    private static void prove(Checkpoint kept, Growth growth, TileMap tiles) {
        TreeSize size = growth.size();
        if (kept.size().compareTo(size) > 0) {
            throw new LogDisagreement("the checkpoint outside the database has " + kept.size()
                    + " entries, but the database gives only " + size);
        }
        TileTree grown = TileTree.of(tiles.with(growth.tiles()), size);
        if (!grown.consistency(kept.size(), size)
                .verify(kept.root(), growth.root())
                .valid()) {
            throw new LogDisagreement(
                    "the tree of the database does not extend the checkpoint outside it, of size " + kept.size());
        }
    }
}
