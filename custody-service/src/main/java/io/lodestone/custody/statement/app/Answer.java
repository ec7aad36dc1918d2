package io.lodestone.custody.statement.app;

import io.lodestone.custody.statement.Outcome;
import io.lodestone.kit.problem.KitProblem;
import io.lodestone.kit.problem.LedgerProblem;
import io.lodestone.kit.problem.Passing;
import io.smallrye.mutiny.Uni;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** What one of many submissions is told: its stored outcome, or why nothing is stored for it. */
public sealed interface Answer {

    record Decided(Outcome outcome) implements Answer {}

    record Undecided(LedgerProblem problem) implements Answer {

        /** Whether the same may well succeed later; what depends on it must not be decided before. */
        boolean isPassing() {
            return problem.type().status() == 503;
        }
    }

    static List<Answer> all(int count, LedgerProblem problem) {
        return Collections.nCopies(count, new Undecided(problem));
    }

    /** Completes when every one of them has its answer, and never fails. */
    static Uni<List<Answer>> of(List<CompletionStage<Outcome>> stages) {
        List<Uni<Answer>> answers = stages.stream().map(Answer::of).toList();
        return Uni.join().all(answers).andFailFast();
    }

    private static Uni<Answer> of(CompletionStage<Outcome> stage) {
        return Uni.createFrom()
                .completionStage(stage)
                .<Answer>map(Decided::new)
                .onFailure()
                .recoverWithItem(failure -> new Undecided(problem(failure)));
    }

    private static LedgerProblem problem(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof LedgerProblem problem) {
            return problem;
        }
        return Passing.isPassing(cause)
                ? Passing.unavailable("Whether it was decided is not known; send it again under the same id.")
                : new LedgerProblem(KitProblem.INTERNAL, "This statement could not be stored; it was logged.");
    }
}
