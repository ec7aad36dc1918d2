package io.lodestone.lots.bulk.app;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.statement.Correction;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.kit.actor.Actor;
import io.lodestone.kit.problem.LedgerProblem;
import io.lodestone.lots.bulk.Asked;
import io.lodestone.lots.bulk.BulkItem;
import io.lodestone.lots.bulk.BulkResult;
import io.lodestone.lots.bulk.BulkResult.Made;
import io.lodestone.lots.correction.CorrectionRequest;
import io.lodestone.lots.correction.app.Corrections;
import io.lodestone.lots.outbox.Outcome;
import io.lodestone.lots.outbox.Refusals;
import io.lodestone.lots.outbox.Request;
import io.lodestone.lots.outbox.Source;
import io.lodestone.lots.outbox.store.Sources;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Takes back what a reversal names: a correction declares the statement void. That stands as long as nothing has happened
 * to its lots since; after that a correction has to say what is to stand instead.
 */
@Singleton
public class ReversalItems {

    private final Sources sources;
    private final Corrections corrections;

    @Inject
    ReversalItems(Sources sources, Corrections corrections) {
        this.sources = sources;
        this.corrections = corrections;
    }

    Uni<BulkResult> result(Actor actor, BulkItem item, Asked.Reversal reversal) {
        return sources.find(actor.party(), reversal.reverses())
                .map(found -> found.filter(Source::stands)
                        .orElseThrow(() -> Refusals.problem(
                                        "key-unknown", 422, "No statement of yours has the key of the original.")
                                .at("reverses")))
                .chain(original -> corrections.correct(
                        actor,
                        new Request<>(Optional.empty(), item.key(), reversal.digest(), request(reversal, original))))
                .map(outcome -> result(item, outcome, false))
                .onFailure(LedgerProblem.class)
                .recoverWithItem(failure -> refused(item, (LedgerProblem) failure));
    }

    private static CorrectionRequest request(Asked.Reversal reversal, Source original) {
        Statement statement = original.kept().statement();
        return new CorrectionRequest(
                Optional.of(statement.id()),
                Optional.empty(),
                Correction.Reason.REVERSAL,
                reversal.happened()
                        .or(statement.body()::eventTime)
                        .orElseThrow(() -> new FormatException(
                                Fault.MISSING_FIELD, "eventTime", "the original has none, so the reversal says when")),
                Optional.empty());
    }

    private static BulkResult result(BulkItem item, Outcome outcome, boolean repeated) {
        if (outcome instanceof Outcome.Recorded recorded) {
            return BulkResult.made(item, new Made(recorded.statement(), recorded.where()), repeated, true);
        } else if (outcome instanceof Outcome.Underway underway) {
            return BulkResult.made(item, new Made(underway.statement(), underway.soFar()), repeated, false);
        } else if (outcome instanceof Outcome.Repeated again) {
            return result(item, again.first(), true);
        }
        return refused(item, Refusals.problem(((Outcome.Refused) outcome).refusal()));
    }

    private static BulkResult refused(BulkItem item, LedgerProblem problem) {
        String field = problem.field().map(path -> item.path() + "." + path).orElseGet(item::path);
        return BulkResult.refused(item, problem.at(field));
    }
}
