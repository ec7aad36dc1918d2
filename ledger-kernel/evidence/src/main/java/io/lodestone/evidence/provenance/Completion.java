package io.lodestone.evidence.provenance;

import java.util.List;

/** The full list of a transformation's outputs with every mass, or why there is none. */
public sealed interface Completion permits Completion.Completed, OriginRefusal {

    /** Outputs that add up to the inputs: the last one is exactly the rest. */
    record Completed(List<DrawOutput> outputs) implements Completion {
        public Completed {
            outputs = List.copyOf(outputs);
        }
    }
}
