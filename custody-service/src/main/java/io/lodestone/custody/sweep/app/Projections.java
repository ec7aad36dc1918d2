package io.lodestone.custody.sweep.app;

import io.lodestone.custody.sweep.Finding;
import io.lodestone.custody.sweep.SweepId;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** The tables that follow from the statements, which are computed again beside themselves and compared. */
public interface Projections {

    /**
     * How far it came.
     *
     * @param replayed how many entries are decided again
     * @param done whether every table is compared
     */
    record Step(long replayed, boolean done, List<Finding> findings) {

        public Step {
            findings = List.copyOf(findings);
        }
    }

    /** Decides a page of statements again, or, once all are through, compares one table as of this moment. */
    Uni<Step> step(SweepId sweep, String origin);
}
