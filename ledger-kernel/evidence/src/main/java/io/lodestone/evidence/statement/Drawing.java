package io.lodestone.evidence.statement;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.Redrawn;
import io.lodestone.evidence.statement.LotsRecomputed.Remade;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A statement that drew from lots, and can be drawn again over what they hold under a corrected history. */
public sealed interface Drawing permits LotsTransformed, PoolRun {

    /** What it drew from, sorted by lot. */
    List<Input> inputs();

    /**
     * Runs it again.
     *
     * @param replacement masses that were stated later in the place of those it states
     * @param held of each input before this statement, in the order of the inputs
     * @param named at least the profiles that these vectors name
     */
    Redrawn redraw(
            Optional<Replacement.OfTransformation> replacement,
            List<OriginVector> held,
            Map<Digest, OriginProfile> named);

    /** The outputs of that as they stand in a LotsRecomputed; none where what was made cannot be told apart. */
    List<Remade> remade(Redrawn redrawn);
}
