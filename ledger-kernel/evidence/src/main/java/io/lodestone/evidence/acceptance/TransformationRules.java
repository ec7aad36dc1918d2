package io.lodestone.evidence.acceptance;

import static io.lodestone.evidence.acceptance.Decision.refused;

import io.lodestone.evidence.acceptance.Decision.Accepted;
import io.lodestone.evidence.acceptance.Decision.Refused;
import io.lodestone.evidence.acceptance.Refusal.Code;
import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginRefusal;
import io.lodestone.evidence.provenance.OriginStep;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.TransformationResult;
import io.lodestone.evidence.provenance.TransformationResult.Drawn;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Conduct;
import io.lodestone.evidence.statement.Input;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.Output;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Process;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Making lots of lots: the draw is run again from the statement, and must give the very vectors it states. */
final class TransformationRules {

    private TransformationRules() {}

    static Decision transform(LotsTransformed body, PartyId actor, LedgerView view) {
        Optional<Refusal> refusal = inputs(body, actor, view)
                .or(() -> process(body))
                .or(() -> FormRules.check(body, view))
                .or(() -> MaterialRules.site(body.site(), actor, view))
                .or(() -> created(body, view));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        try {
            TransformationResult result = body.draw();
            if (result instanceof OriginRefusal origin) {
                return refused(Code.parse(origin.code().slug()), "body." + origin.path(), origin.reason());
            }
            return outcome(body, (Drawn) result, actor, view);
        } catch (FormatException e) {
            Code code = e.fault() == Fault.TOO_LARGE ? Code.TOO_LARGE : Code.VECTOR_MISMATCH;
            return refused(code, "body." + e.path(), e.reason());
        }
    }

    /** What was done decides which step is added; to divide or join adds nothing and sorts nothing out. */
    private static Optional<Refusal> process(LotsTransformed body) {
        if (!body.step().equals(body.process().step())) {
            return Optional.of(new Refusal(
                    Code.STEP_DIFFERS,
                    "body.step",
                    "must be "
                            + body.process().step().map(OriginStep.Kind::wire).orElse("null") + " for "
                            + body.process().wire()));
        }
        Optional<Refusal> conduct = body.conduct().flatMap(stated -> conduct(body, stated));
        if (conduct.isPresent()) {
            return conduct;
        }
        boolean sorts =
                body.outputs().stream().anyMatch(output -> output.elements().isPresent());
        if (body.process().onlyHandles() && (sorts || !body.openGain().isZero())) {
            return Optional.of(new Refusal(
                    Code.ONLY_HANDLED,
                    "body.process",
                    "a " + body.process().wire() + " states no elements of its outputs and gains no open mass"));
        }
        return Optional.empty();
    }

    private static Optional<Refusal> conduct(LotsTransformed body, Conduct stated) {
        if (stated.recycled().isPresent() != (body.process() == Process.RECYCLING)) {
            return Optional.of(
                    new Refusal(Code.STEP_DIFFERS, "body.recycled", "is stated for recycling, and for nothing else"));
        }
        if (stated.started().isPresent()
                && stated.started().get().toInstant().isAfter(body.happened().toInstant())) {
            return Optional.of(new Refusal(Code.TIME_REVERSED, "body.started", "lies after the event time, its end"));
        }
        return Optional.empty();
    }

    private static Optional<Refusal> created(LotsTransformed body, LedgerView view) {
        return body.creates().stream()
                .filter(lot -> view.lot(lot).isPresent())
                .findFirst()
                .map(lot -> new Refusal(Code.LOT_EXISTS, "body.outputs", "names a lot that is registered already"));
    }

    private static Optional<Refusal> inputs(LotsTransformed body, PartyId actor, LedgerView view) {
        Set<Digest> named = new TreeSet<>();
        Set<PartyId> owners = new TreeSet<>();
        for (int i = 0; i < body.inputs().size(); i++) {
            Input input = body.inputs().get(i);
            String path = "body.inputs[" + i + "]";
            Optional<Refusal> refusal = Use.check(view, actor, input.of(), path + ".lot");
            if (refusal.isPresent()) {
                return refusal;
            }
            Holding lot = view.lot(input.lot()).orElseThrow();
            refusal = input(input, lot, view, path);
            if (refusal.isPresent()) {
                return refusal;
            }
            owners.add(lot.owner());
            input.vector().rowList().forEach(row -> named.add(row.profile()));
        }
        if (owners.size() != 1) {
            return Optional.of(new Refusal(
                    Code.OWNERS_DIFFER, "body.inputs", "must have one owner, for the outputs belong to that one"));
        }
        return MaterialRules.sameProfiles(body.profiles(), named)
                ? Optional.empty()
                : Optional.of(new Refusal(
                        Code.VECTOR_MISMATCH, "body.profiles", "must be exactly the profiles the inputs hold"));
    }

    static Optional<Refusal> input(Input input, Holding lot, LedgerView view, String path) {
        if (!input.vector().digest().equals(lot.vector())) {
            return Optional.of(
                    new Refusal(Code.VECTOR_MISMATCH, path + ".vector", "is not the lot's remaining origin vector"));
        }
        if (input.consumed().compareTo(lot.remaining()) > 0) {
            return Optional.of(new Refusal(
                    Code.CONSUMES_MORE_THAN_LEFT, path + ".consumedUg", "only " + lot.remaining() + " µg are left"));
        }
        if (lot.remaining().minus(input.consumed()).compareTo(lot.mostCertified()) < 0) {
            return Optional.of(new Refusal(
                    Code.CERTIFIED_MASS,
                    path + ".consumedUg",
                    lot.mostCertified() + " µg of this lot are certified and have to stay in it"));
        }
        if (input.assay().isPresent() && !view.lotOf(input.assay().get()).equals(Optional.of(lot.lot()))) {
            return Optional.of(new Refusal(Code.ASSAY_UNKNOWN, path + ".assay", "is not an assay of this lot"));
        }
        return Optional.empty();
    }

    static Optional<Refusal> described(List<Output> outputs, List<OriginVector> vectors) {
        for (int i = 0; i < outputs.size(); i++) {
            Output output = outputs.get(i);
            Mass open = vectors.get(i).open();
            String path = "body.outputs[" + i + "].description";
            Optional<Refusal> refusal = output.description()
                    .flatMap(description -> MaterialRules.described(description, output.mass(), open, path));
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    private static Decision outcome(LotsTransformed body, Drawn drawn, PartyId actor, LedgerView view) {
        Optional<Refusal> stated =
                described(body.outputs(), drawn.outputs()).or(() -> MeasurementRules.check(body, drawn.outputs()));
        if (stated.isPresent()) {
            return new Refused(stated.get());
        }
        List<Holding> after = new ArrayList<>();
        for (int i = 0; i < body.inputs().size(); i++) {
            OriginVector left = drawn.remaining().get(i);
            Holding lot = view.lot(body.inputs().get(i).lot()).orElseThrow();
            after.add(lot.consumed(left.total(), left.digest()));
        }
        PartyId owner = after.get(0).owner();
        for (int i = 0; i < body.outputs().size(); i++) {
            Output output = body.outputs().get(i);
            if (!drawn.outputs().get(i).digest().equals(output.vector())) {
                return refused(
                        Code.VECTOR_MISMATCH,
                        "body.outputs[" + i + "].vector",
                        "is not the vector that follows from the inputs");
            }
            output.lot()
                    .ifPresent(lot -> after.add(Holding.created(
                            lot, actor, owner, output.form().orElseThrow(), output.mass(), output.vector())));
        }
        List<Effect> draws = new ArrayList<>();
        for (Input input : body.inputs()) {
            Digest before = view.lot(input.lot()).orElseThrow().vector();
            draws.add(new Effect.LotDrawn(input.lot(), before));
        }
        return new Accepted(new Effects(after, draws));
    }
}
