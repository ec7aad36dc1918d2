package io.lodestone.evidence.ruleset;

import java.util.List;

/**
 * One possible outcome: NOT_REQUIRED, a duty, or {@code SUSPENDED(duty)}, which says what would otherwise apply.
 *
 * @param code the duty, also where it is suspended
 */
public record Outcome(OutcomeCode code, boolean suspended) {

    public static final Outcome NOT_REQUIRED = new Outcome(OutcomeCode.NOT_REQUIRED, false);

    /** Within one measure an exemption replaces the licence duty, but not a prohibition or presumed denial. */
    private static final List<OutcomeCode> WITHIN_MEASURE = List.of(
            OutcomeCode.PROHIBITED,
            OutcomeCode.DENIAL_PRESUMED,
            OutcomeCode.EXEMPT,
            OutcomeCode.LICENCE_INDIVIDUAL_ONLY,
            OutcomeCode.CASE_BY_CASE,
            OutcomeCode.LICENCE,
            OutcomeCode.NON_COMPLIANT,
            OutcomeCode.COMPLIANT,
            OutcomeCode.SUSPENDED,
            OutcomeCode.NOT_REQUIRED,
            OutcomeCode.UNDETERMINED);

    public static Outcome of(OutcomeCode code) {
        return new Outcome(code, false);
    }

    public static Outcome suspended(OutcomeCode code) {
        return new Outcome(code, true);
    }

    /** Lower wins. A suspended duty ranks as SUSPENDED; of two suspended ones the stronger duty goes first. */
    int rank(Scope scope) {
        int own = scope.order.indexOf(code);
        return suspended
                ? scope.order.indexOf(OutcomeCode.SUSPENDED) * scope.order.size() + own
                : own * scope.order.size();
    }

    /** {@code LICENCE} or {@code SUSPENDED(LICENCE)}. */
    @Override
    public String toString() {
        return suspended ? OutcomeCode.SUSPENDED + "(" + code + ")" : code.name();
    }

    /** What is being combined: the limbs of one measure, or measures. */
    enum Scope {
        LIMBS(WITHIN_MEASURE),
        MEASURES(List.of(OutcomeCode.values()));

        @SuppressWarnings("ImmutableEnumChecker")
        private final List<OutcomeCode> order;

        Scope(List<OutcomeCode> order) {
            this.order = order;
        }
    }
}
