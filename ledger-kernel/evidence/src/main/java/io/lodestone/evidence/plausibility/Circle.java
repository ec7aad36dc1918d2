package io.lodestone.evidence.plausibility;

import java.util.Collection;

/**
 * The proof that the graph of lots has no circle: every lot stands at the index of the statement that made it, and is
 * made of lots that stand at lower ones.
 */
public final class Circle {

    private Circle() {}

    /**
     * Throws where a statement at an index uses a lot that was made there or later, which no accepted statement can.
     *
     * @param inputs where the lots that it uses were made
     */
    public static void refuse(long index, Collection<Long> inputs) {
        for (long made : inputs) {
            if (made >= index) {
                throw new IllegalStateException("statement " + index + " closes a circle of lots");
            }
        }
    }
}
