package io.lodestone.custody.problem;

import io.lodestone.evidence.acceptance.Refusal;
import io.lodestone.kit.problem.LedgerProblem;
import io.lodestone.kit.problem.ProblemType;
import java.util.Locale;

/** A refusal of the ledger on the wire: 409 where its state stands against the statement, else 422. */
public record RefusalProblem(Refusal.Code code) implements ProblemType {

    public static LedgerProblem of(Refusal refusal) {
        LedgerProblem problem = new LedgerProblem(new RefusalProblem(refusal.code()), refusal.reason());
        return refusal.path().isEmpty() ? problem : problem.at(refusal.path());
    }

    @Override
    public String slug() {
        return code.slug();
    }

    @Override
    public int status() {
        return code.conflict() ? 409 : 422;
    }

    @Override
    public String title() {
        return "The ledger refuses this statement: "
                + code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
