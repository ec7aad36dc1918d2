package io.lodestone.lots.correction;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.Redrawn;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.Replacement.OfTransformation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A transformation as it was recorded, with the masses that count for a correction instead. */
public record RecordedStep(long index, Digest digest, LotsTransformed body, Optional<OfTransformation> replacement) {

    public Redrawn redraw(List<OriginVector> held, Map<Digest, OriginProfile> profiles) {
        return body.redraw(replacement, held, profiles);
    }
}
