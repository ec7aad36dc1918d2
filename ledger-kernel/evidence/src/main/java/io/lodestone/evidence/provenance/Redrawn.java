package io.lodestone.evidence.provenance;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.quantity.Mass;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Every vector of a transformation that was drawn again. Element by element, outputs, loss and what remains hold
 * exactly what the inputs held and what was filled in, with the open mass that was gained.
 *
 * @param remaining what each input keeps, in the order of the inputs
 * @param deficits how much more of each input was consumed than it held, in the same order
 * @param outputs what each output that is a lot holds, in the order of the outputs
 * @param loss what no lot took, if anything was left
 * @param filled all that was filled in: tracked mass of Unknown origin, and open mass
 * @param arisen profiles that outputs hold and no input named: those with the appended step, and Unknown
 */
public record Redrawn(
        List<OriginVector> remaining,
        List<Mass> deficits,
        List<OriginVector> outputs,
        Optional<OriginVector> loss,
        OriginVector filled,
        SortedMap<Digest, OriginProfile> arisen) {

    public Redrawn {
        remaining = List.copyOf(remaining);
        deficits = List.copyOf(deficits);
        outputs = List.copyOf(outputs);
        arisen = Collections.unmodifiableSortedMap(new TreeMap<>(arisen));
    }
}
