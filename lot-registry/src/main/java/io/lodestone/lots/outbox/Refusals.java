package io.lodestone.lots.outbox;

import io.lodestone.evidence.statement.StatementId;
import io.lodestone.kit.problem.LedgerProblem;
import io.lodestone.kit.problem.ProblemType;
import io.lodestone.lots.custody.Disposition;

/** Refusals as problems. Their slugs come from the kernel or from the custody service and are passed on unchanged. */
public final class Refusals {

    private record Type(String slug, int status) implements ProblemType {

        @Override
        public String title() {
            return "The ledger refuses this: " + slug.replace('-', ' ');
        }
    }

    private Refusals() {}

    public static LedgerProblem problem(String slug, int status, String detail) {
        return new LedgerProblem(new Type(slug, status), detail);
    }

    /** The caller's key belongs to a statement of other content. */
    public static LedgerProblem keyReused(StatementId holder) {
        return problem(
                "key-reused",
                409,
                "Statement " + holder + " has this key, with other content. What a document on record says is changed"
                        + " by a correction of that statement.");
    }

    /** Its {@code field} is a member of the statement, where the refusal names one. */
    public static LedgerProblem problem(Disposition.Refused refusal) {
        LedgerProblem problem = problem(refusal.code(), refusal.status(), refusal.reason());
        return refusal.path().isEmpty() ? problem : problem.at(refusal.path());
    }
}
