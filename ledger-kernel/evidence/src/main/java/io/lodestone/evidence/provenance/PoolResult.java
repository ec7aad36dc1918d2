package io.lodestone.evidence.provenance;

import io.lodestone.evidence.digest.Digest;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What became of a pool, or why the arithmetic refuses it. */
public sealed interface PoolResult permits PoolResult.Ran, PoolResult.Booked, OriginRefusal {

    /**
     * A run: what came in, what went out and what remains. Pool and receipts hold exactly what was drawn and the rest.
     *
     * @param consumed what each receipt gives, in the order of the receipts
     * @param remaining what each receiving lot keeps, in the same order
     * @param drawn what each output took, in the order of the outputs, under the profiles of the pool
     * @param outputs the same with the step appended where the output is a lot
     * @param arisen the profiles that have the appended step, where an output holds them
     * @param rest what the pool holds afterwards
     */
    record Ran(
            List<OriginVector> consumed,
            List<OriginVector> remaining,
            List<OriginVector> drawn,
            List<OriginVector> outputs,
            SortedMap<Digest, OriginProfile> arisen,
            OriginVector rest)
            implements PoolResult {
        public Ran {
            consumed = List.copyOf(consumed);
            remaining = List.copyOf(remaining);
            drawn = List.copyOf(drawn);
            outputs = List.copyOf(outputs);
            arisen = Collections.unmodifiableSortedMap(new TreeMap<>(arisen));
        }
    }

    /** A difference that was booked: what the pool held is what it lost and the rest, but for what it gained. */
    record Booked(OriginVector lost, OriginVector gained, OriginVector rest) implements PoolResult {}
}
