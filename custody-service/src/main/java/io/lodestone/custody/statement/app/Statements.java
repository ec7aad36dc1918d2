package io.lodestone.custody.statement.app;

import io.lodestone.custody.problem.CustodyProblem;
import io.lodestone.custody.statement.Outcome;
import io.lodestone.custody.statement.Submission;
import io.lodestone.custody.statement.SubmitterRule;
import io.lodestone.kit.actor.Actor;
import io.lodestone.kit.problem.LedgerProblem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Submitting: who may, and then the sequencer. What a submitter may not submit is not stored. */
@Singleton
public class Statements {

    private final Sequencer sequencer;
    private final Signatures signatures;

    @Inject
    Statements(Sequencer sequencer, Signatures signatures) {
        this.sequencer = sequencer;
        this.signatures = signatures;
    }

    public Uni<Outcome> submit(Actor submitter, Submission submission) {
        return SubmitterRule.allows(submitter, submission)
                ? signatures.ahead(List.of(submission)).chain(() -> sequencer.submit(submission))
                : Uni.createFrom()
                        .failure(new LedgerProblem(
                                CustodyProblem.SUBMITTER_NOT_ALLOWED, "This token may not submit such a statement."));
    }
}
