package io.lodestone.kit.problem;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;

/** A document that is not what its format says, as a problem. */
public record FormatProblem(Fault fault) implements ProblemType {

    /** The kernel's refusal, with the member that it names and its reason, which never repeats the value. */
    public static LedgerProblem of(FormatException refusal) {
        LedgerProblem problem = new LedgerProblem(new FormatProblem(refusal.fault()), refusal.reason());
        return refusal.path().isEmpty() ? problem : problem.at(refusal.path());
    }

    @Override
    public String slug() {
        return fault.slug();
    }

    @Override
    public int status() {
        return switch (fault) {
            case MALFORMED, NOT_CANONICAL, UNKNOWN_FIELD, MISSING_FIELD, WRONG_TYPE, OUT_OF_BOUNDS -> 400;
            case TOO_LARGE -> 413;
            case MASS_NOT_POSITIVE, MASS_TOO_PRECISE, MASS_TOO_LARGE -> 422;
        };
    }

    @Override
    public String title() {
        return switch (fault) {
            case MALFORMED -> "The document is malformed";
            case NOT_CANONICAL -> "The document is not in its canonical form";
            case TOO_LARGE -> "The document is too large";
            case UNKNOWN_FIELD -> "The document has a field that is not known here";
            case MISSING_FIELD -> "The document lacks a field";
            case WRONG_TYPE -> "A field has the wrong type";
            case OUT_OF_BOUNDS -> "A field is out of its bounds";
            case MASS_NOT_POSITIVE -> "A mass must be greater than zero";
            case MASS_TOO_PRECISE -> "A mass is stated more precisely than a microgram";
            case MASS_TOO_LARGE -> "A mass is larger than a lot may be";
        };
    }
}
