package io.lodestone.evidence.acceptance;

import static io.lodestone.evidence.acceptance.Decision.refused;

import io.lodestone.evidence.acceptance.CorrectionView.Recorded;
import io.lodestone.evidence.acceptance.Decision.Accepted;
import io.lodestone.evidence.acceptance.Decision.Refused;
import io.lodestone.evidence.acceptance.Refusal.Code;
import io.lodestone.evidence.provenance.TransformationResult.Drawn;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.Correction;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Replacement;
import io.lodestone.evidence.statement.Replacement.OfRegistration;
import io.lodestone.evidence.statement.Replacement.OfTransformation;
import io.lodestone.evidence.statement.Replacement.OfTransformation.Made;
import java.util.Optional;

/** Corrections: only of one's own statements. A replacement is taken whatever follows from it. */
final class CorrectionRules {

    /** A correction marks its lots in one transaction, on which everyone else waits. */
    static final long MAX_REACH = 1_000_000;

    private CorrectionRules() {}

    static Decision correct(Correction body, PartyId actor, LedgerView view) {
        Optional<Recorded> found = view.corrections()
                .recorded(body.corrects())
                .filter(recorded -> recorded.statement().actor().equals(actor))
                .filter(recorded -> correctable(recorded.statement().body()));
        if (found.isEmpty()) {
            return refused(Code.STATEMENT_UNKNOWN, "body.corrects", "is not a registration or transformation of yours");
        }
        Recorded recorded = found.get();
        if (recorded.isVoid()) {
            return refused(Code.LOT_VOIDED, "body.corrects", "is void already");
        }
        if (body.isVoid()) {
            return VoidRules.decide(body, recorded, view);
        }
        if (view.corrections().reach(body.corrects()) > MAX_REACH) {
            return refused(
                    Code.TOO_LARGE, "body.corrects", "more than " + MAX_REACH + " lots follow from this statement");
        }
        return replaced(body.replacement().orElseThrow(), recorded);
    }

    /** A run of a pool cannot be: what flowed in is not told apart there. */
    private static boolean correctable(Body body) {
        return body instanceof LotRegistered || body instanceof LotsTransformed;
    }

    private static Decision replaced(Replacement replacement, Recorded recorded) {
        Body corrected = recorded.statement().body();
        if (corrected instanceof LotRegistered lot && replacement instanceof OfRegistration stated) {
            Optional<Refusal> refusal = MaterialRules.composed(
                    stated.mass(), stated.material(), stated.profiles(), stated.vector(), "body.replacement.");
            return refusal.<Decision>map(Refused::new)
                    .orElseGet(() -> accepted(
                            recorded, Optional.of(new Effect.SettledLot(lot.lot(), stated.vector(), stated.mass()))));
        } else if (corrected instanceof LotsTransformed made && replacement instanceof OfTransformation stated) {
            return sameLots(made, stated)
                    .or(() -> masses(made, stated))
                    .<Decision>map(Refused::new)
                    .orElseGet(() -> accepted(recorded, Optional.empty()));
        }
        return refused(
                Code.CORRECTION_DIFFERS, "body.replacement", "is for another kind of statement than the corrected one");
    }

    private static Decision accepted(Recorded recorded, Optional<Effect.SettledLot> settled) {
        return new Accepted(Effects.of(new Effect.StatementReplaced(recorded.index(), settled)));
    }

    private static Optional<Refusal> sameLots(LotsTransformed made, OfTransformation stated) {
        boolean inputs = stated.inputs().stream()
                .map(OfTransformation.Consumed::lot)
                .toList()
                .equals(made.inputs().stream().map(input -> input.lot()).toList());
        if (!inputs || stated.outputs().size() != made.creates().size()) {
            String path = inputs ? "outputs" : "inputs";
            return Optional.of(new Refusal(
                    Code.CORRECTION_DIFFERS,
                    "body.replacement." + path,
                    "must be the lots of the corrected statement, in its order"));
        }
        return Optional.empty();
    }

    private static Optional<Refusal> masses(LotsTransformed made, OfTransformation stated) {
        boolean sorts =
                stated.outputs().stream().anyMatch(output -> output.elements().isPresent());
        if (made.process().onlyHandles() && (sorts || !stated.openGain().isZero())) {
            return Optional.of(new Refusal(
                    Code.ONLY_HANDLED,
                    "body.replacement",
                    "a " + made.process().wire() + " states no elements of its outputs and gains no open mass"));
        }
        for (int i = 0; i < stated.outputs().size(); i++) {
            Made output = stated.outputs().get(i);
            Mass tracked = output.mass().minus(output.open());
            String path = "body.replacement.outputs[" + i + "]";
            if (output.elements().isPresent()
                    && !output.elements().get().total().equals(tracked)) {
                return Optional.of(new Refusal(
                        Code.MASS_NOT_CONSERVED,
                        path + ".elements",
                        "the elements do not add up to the mass without open mass"));
            }
            if (output.elements().isEmpty() && !tracked.isZero() && tracksNothing(made)) {
                return Optional.of(new Refusal(
                        Code.ELEMENT_NOT_IN_INPUTS,
                        path + ".openUg",
                        "the inputs held no tracked element, so the mass has to be open or its elements stated"));
            }
        }
        return Optional.empty();
    }

    private static boolean tracksNothing(LotsTransformed made) {
        return made.draw() instanceof Drawn drawn
                && drawn.consumed().stream().allMatch(vector -> vector.rows().isEmpty());
    }
}
