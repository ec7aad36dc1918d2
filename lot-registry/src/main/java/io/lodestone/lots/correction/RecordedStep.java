package io.lodestone.lots.correction;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.Redrawn;
import io.lodestone.evidence.statement.Drawing;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Replacement.OfTransformation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A transformation or a run of a pool as it was recorded, with the masses that count for a correction instead. */
public record RecordedStep(
        long index, Digest digest, PartyId actor, Drawing body, Optional<OfTransformation> replacement) {

    /** The lots that are made again; what came out of a pool is not. */
    public List<LotId> creates() {
        return body instanceof LotsTransformed made ? made.creates() : List.of();
    }

    public Redrawn redraw(List<OriginVector> held, Map<Digest, OriginProfile> profiles) {
        return body.redraw(replacement, held, profiles);
    }
}
