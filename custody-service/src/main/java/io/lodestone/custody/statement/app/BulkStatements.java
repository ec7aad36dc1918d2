package io.lodestone.custody.statement.app;

import io.lodestone.custody.problem.CustodyProblem;
import io.lodestone.custody.statement.Submission;
import io.lodestone.custody.statement.SubmitterRule;
import io.lodestone.custody.statement.app.Answer.Undecided;
import io.lodestone.kit.actor.Actor;
import io.lodestone.kit.problem.LedgerProblem;
import io.lodestone.kit.problem.Passing;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * Submitting many statements at once, in order. They go to the sequencer in groups that each are one batch, one group
 * after another; where one of a group could not be decided for now, nothing behind it is offered. So a statement that
 * builds on one ahead of it is never refused because that one had to wait.
 */
@Singleton
public class BulkStatements {

    /** A group may weigh so much: its decision runs within one transaction, which may not sit still for long. */
    private static final long GROUP_BYTES = 4L << 20;

    private final Sequencer sequencer;
    private final Signatures signatures;

    @Inject
    BulkStatements(Sequencer sequencer, Signatures signatures) {
        this.sequencer = sequencer;
        this.signatures = signatures;
    }

    /** One answer for each submission, in their order. */
    public Uni<List<Answer>> submit(Actor submitter, List<Submission> submissions) {
        List<Submission> allowed = submissions.stream()
                .filter(one -> SubmitterRule.allows(submitter, one))
                .toList();
        return signatures
                .ahead(allowed)
                .chain(() -> decided(allowed, 0, new ArrayList<>()))
                .map(answers -> {
                    List<Answer> all = new ArrayList<>(submissions.size());
                    int next = 0;
                    for (Submission one : submissions) {
                        all.add(SubmitterRule.allows(submitter, one) ? answers.get(next++) : notAllowed());
                    }
                    return all;
                });
    }

    private static Answer notAllowed() {
        return new Undecided(
                new LedgerProblem(CustodyProblem.SUBMITTER_NOT_ALLOWED, "This token may not submit such a statement."));
    }

    private Uni<List<Answer>> decided(List<Submission> submissions, int from, List<Answer> soFar) {
        if (from == submissions.size()) {
            return Uni.createFrom().item(soFar);
        }
        int to = end(submissions, from);
        return sequencer.submit(submissions.subList(from, to)).chain(answers -> {
            soFar.addAll(answers);
            if (answers.stream().anyMatch(answer -> answer instanceof Undecided un && un.isPassing())) {
                soFar.addAll(Answer.all(
                        submissions.size() - to,
                        Passing.unavailable("One ahead of it has to wait; send it again under the same id.")));
                return Uni.createFrom().item(soFar);
            }
            return decided(submissions, to, soFar);
        });
    }

    private static int end(List<Submission> submissions, int from) {
        int to = from;
        long bytes = 0;
        while (to < submissions.size() && to - from < Sequencer.BATCH) {
            boolean alone = submissions.get(to).standsAlone();
            bytes += submissions.get(to).size();
            if ((bytes > GROUP_BYTES || alone) && to > from) {
                break;
            }
            to++;
            if (alone) {
                break;
            }
        }
        return to;
    }
}
