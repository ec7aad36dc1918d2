package io.lodestone.evidence.provenance;

import io.lodestone.evidence.digest.Digest;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What became of a transformation: every vector of it, or the refusal. */
public sealed interface TransformationResult permits TransformationResult.Drawn, OriginRefusal {

    /**
     * Every vector of an accepted transformation; element by element the outputs hold exactly what was consumed.
     *
     * @param consumed what each input gives, in the order of the inputs, under the inputs' profiles
     * @param remaining what each input keeps, in the same order
     * @param outputs what each output holds, in the order of the outputs
     * @param arisen the profiles that outputs hold and inputs need not: those with the appended step or as recycled, and
     *     those that others were merged into, which a loss or a further step rests on
     * @param merging which profiles were merged when what is consumed was added up; what remains is under its own
     */
    record Drawn(
            List<OriginVector> consumed,
            List<OriginVector> remaining,
            List<OriginVector> outputs,
            SortedMap<Digest, OriginProfile> arisen,
            Merging merging)
            implements TransformationResult {
        public Drawn {
            consumed = List.copyOf(consumed);
            remaining = List.copyOf(remaining);
            outputs = List.copyOf(outputs);
            arisen = Collections.unmodifiableSortedMap(new TreeMap<>(arisen));
        }
    }
}
