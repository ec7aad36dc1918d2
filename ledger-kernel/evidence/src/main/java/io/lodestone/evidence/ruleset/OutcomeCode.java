package io.lodestone.evidence.ruleset;

/**
 * What a measure may ask of a consignment. The order is the one in which outcomes of several measures combine: the
 * first wins. COMPLIANT and NON_COMPLIANT answer a buyer's rule and stand beside that order.
 */
public enum OutcomeCode {
    PROHIBITED,
    DENIAL_PRESUMED,
    LICENCE_INDIVIDUAL_ONLY,
    CASE_BY_CASE,
    LICENCE,
    EXEMPT,
    SUSPENDED,
    NOT_REQUIRED,
    NON_COMPLIANT,
    COMPLIANT,
    UNDETERMINED;

    /** Reads the outcome that a limb states; SUSPENDED, NOT_REQUIRED and UNDETERMINED follow from dates and facts. */
    static OutcomeCode parseDuty(String text) {
        for (OutcomeCode code : values()) {
            if (code.name().equals(text) && code.isDuty()) {
                return code;
            }
        }
        throw new IllegalArgumentException("is not the outcome of a limb");
    }

    private boolean isDuty() {
        return this != SUSPENDED && this != NOT_REQUIRED && this != UNDETERMINED;
    }

    /** An answer to a buyer's rule, which no export licence outranks or replaces. */
    boolean standsBeside() {
        return this == COMPLIANT || this == NON_COMPLIANT;
    }
}
