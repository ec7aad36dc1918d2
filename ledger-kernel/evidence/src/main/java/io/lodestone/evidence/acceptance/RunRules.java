package io.lodestone.evidence.acceptance;

import io.lodestone.evidence.acceptance.Decision.Accepted;
import io.lodestone.evidence.acceptance.Decision.Refused;
import io.lodestone.evidence.acceptance.Refusal.Code;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.PoolResult.Ran;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Input;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.Output;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.PoolRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What flows through a pool: the draw is run again from the statement, and must give the very vectors it states. */
final class RunRules {

    private RunRules() {}

    static Decision run(PoolRun body, PartyId actor, LedgerView view) {
        Optional<Refusal> refusal = PoolRules.pool(
                        body.before().of(), body.before().vector().digest(), body.happened(), actor, view)
                .or(() -> inputs(body, actor, view))
                .or(() -> where(body, actor, view))
                .or(() -> created(body, view));
        return refusal.<Decision>map(Refused::new)
                .orElseGet(() -> PoolRules.drawn(body::draw, result -> outcome(body, (Ran) result, actor, view)));
    }

    private static Optional<Refusal> inputs(PoolRun body, PartyId actor, LedgerView view) {
        PartyId owner = view.lot(body.before().pool()).orElseThrow().owner();
        Set<Digest> named = new TreeSet<>(body.before().vector().profiles());
        for (int i = 0; i < body.inputs().size(); i++) {
            Input input = body.inputs().get(i);
            String path = "body.inputs[" + i + "]";
            Optional<Refusal> refusal = Use.check(view, actor, input.of(), path + ".lot");
            if (refusal.isPresent()) {
                return refusal;
            }
            Holding lot = view.lot(input.lot()).orElseThrow();
            refusal = TransformationRules.input(input, lot, view, path);
            if (refusal.isPresent()) {
                return refusal;
            }
            if (!lot.owner().equals(owner)) {
                return Optional.of(new Refusal(
                        Code.OWNERS_DIFFER, path + ".lot", "must belong to the owner of the pool it flows into"));
            }
            named.addAll(input.vector().profiles());
        }
        return PoolRules.profiles(MaterialRules.sameProfiles(body.profiles(), named));
    }

    private static Optional<Refusal> where(PoolRun body, PartyId actor, LedgerView view) {
        Optional<Refusal> site = MaterialRules.site(body.site(), actor, view);
        if (site.isPresent()) {
            return site;
        }
        if (!view.pool(body.before().pool())
                .orElseThrow()
                .facility()
                .equals(body.site().facility())) {
            return Optional.of(new Refusal(Code.FACILITY_UNKNOWN, "body.facility", "is not the facility of this pool"));
        }
        boolean reversed = body.conduct()
                .started()
                .filter(started -> started.isAfter(body.happened()))
                .isPresent();
        return reversed
                ? Optional.of(new Refusal(Code.TIME_REVERSED, "body.started", "lies after the event time, its end"))
                : Optional.empty();
    }

    private static Optional<Refusal> created(PoolRun body, LedgerView view) {
        return body.creates().stream()
                .filter(lot -> view.lot(lot).isPresent())
                .findFirst()
                .map(lot -> new Refusal(Code.LOT_EXISTS, "body.outputs", "names a lot that is registered already"));
    }

    private static Decision outcome(PoolRun body, Ran ran, PartyId actor, LedgerView view) {
        Optional<Refusal> stated = TransformationRules.described(body.outputs(), ran.outputs())
                .or(() -> MeasurementRules.check(body.outputs(), sources(body), ran.outputs()))
                .or(() -> vectors(body, ran));
        if (stated.isPresent()) {
            return new Refused(stated.get());
        }
        LotId pool = body.before().pool();
        Holding held = view.lot(pool).orElseThrow();
        List<Holding> after = new ArrayList<>();
        List<Effect> others = new ArrayList<>();
        after.add(held.pooled(ran.rest().total(), ran.rest().digest()));
        for (int i = 0; i < body.inputs().size(); i++) {
            OriginVector left = ran.remaining().get(i);
            Holding lot = view.lot(body.inputs().get(i).lot()).orElseThrow();
            after.add(lot.consumed(left.total(), left.digest()));
            others.add(new Effect.LotDrawn(lot.lot(), lot.vector()));
        }
        Pool moved = view.pool(pool).orElseThrow().moved(PoolRules.instant(body.happened()));
        for (int i = 0; i < body.outputs().size(); i++) {
            Output output = body.outputs().get(i);
            if (output.lot().isPresent()) {
                LotId lot = output.lot().get();
                after.add(Holding.created(
                        lot, actor, held.owner(), output.form().orElseThrow(), output.mass(), output.vector()));
                others.add(new Effect.LotWithdrawn(Withdrawal.of(
                        lot, pool, output.description().orElseThrow().custodyModel())));
                moved = moved.released(ran.drawn().get(i));
            }
        }
        others.add(new Effect.PoolChanged(moved));
        return new Accepted(new Effects(after, others));
    }

    /** What flows in, and what was there, of which no uncertainty is known. */
    private static List<Input> sources(PoolRun body) {
        List<Input> sources = new ArrayList<>(body.inputs());
        sources.add(new Input(
                body.before().of(), Mass.ZERO, Optional.empty(), body.before().vector()));
        return sources;
    }

    private static Optional<Refusal> vectors(PoolRun body, Ran ran) {
        for (int i = 0; i < body.outputs().size(); i++) {
            if (!ran.outputs().get(i).digest().equals(body.outputs().get(i).vector())) {
                return Optional.of(new Refusal(
                        Code.VECTOR_MISMATCH,
                        "body.outputs[" + i + "].vector",
                        "is not the vector that follows from the pool"));
            }
        }
        return ran.rest().digest().equals(body.rest())
                ? Optional.empty()
                : Optional.of(new Refusal(Code.VECTOR_MISMATCH, "body.rest", "is not what remains in the pool"));
    }
}
