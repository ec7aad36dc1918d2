package io.lodestone.lots.bulk.app;

import io.lodestone.kit.actor.Actor;
import io.lodestone.kit.problem.LedgerProblem;
import io.lodestone.lots.bulk.Asked;
import io.lodestone.lots.bulk.BulkItem;
import io.lodestone.lots.bulk.BulkResult;
import io.lodestone.lots.bulk.BulkResult.Made;
import io.lodestone.lots.outbox.Outcome;
import io.lodestone.lots.outbox.Refusals;
import io.lodestone.lots.outbox.Request;
import io.lodestone.lots.outbox.Source;
import io.lodestone.lots.outbox.store.Sources;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Finds what a reversal takes back, and hands it to whoever can. */
@Singleton
public class ReversalItems {

    private final Sources sources;
    private final Reversals reversals;

    @Inject
    ReversalItems(Sources sources, Reversals reversals) {
        this.sources = sources;
        this.reversals = reversals;
    }

    Uni<BulkResult> result(Actor actor, BulkItem item, Asked.Reversal reversal) {
        return sources.find(actor.party(), reversal.reverses())
                .map(found -> found.filter(Source::stands)
                        .orElseThrow(() -> Refusals.problem(
                                        "key-unknown", 422, "No statement of yours has the key of the original.")
                                .at("reverses")))
                .chain(original -> reversals.reverse(
                        actor, new Request<>(Optional.empty(), item.key(), reversal.digest(), original)))
                .map(outcome -> result(item, outcome, false))
                .onFailure(LedgerProblem.class)
                .recoverWithItem(failure -> refused(item, (LedgerProblem) failure));
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
