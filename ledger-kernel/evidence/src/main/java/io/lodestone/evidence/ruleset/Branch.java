package io.lodestone.evidence.ruleset;

/** An outcome that may be the one, and how certain the reading that leads to it is. */
public record Branch(Outcome outcome, Certainty certainty) {

    /**
     * The stronger of two outcomes that both apply. Equal duties: either reading is enough, so the higher certainty;
     * NOT_REQUIRED needs both, so the lower.
     */
    Branch and(Branch other, Outcome.Scope scope) {
        int order = Integer.compare(outcome.rank(scope), other.outcome.rank(scope));
        if (order != 0) {
            return order < 0 ? this : other;
        }
        return new Branch(
                outcome,
                outcome.equals(Outcome.NOT_REQUIRED)
                        ? certainty.lowest(other.certainty)
                        : certainty.highest(other.certainty));
    }
}
