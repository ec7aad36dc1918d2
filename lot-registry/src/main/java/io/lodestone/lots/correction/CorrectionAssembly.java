package io.lodestone.lots.correction;

import io.lodestone.evidence.acceptance.Refusal;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.LotMaterial;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginRefusal;
import io.lodestone.evidence.provenance.Registration;
import io.lodestone.evidence.provenance.RegistrationResult;
import io.lodestone.evidence.provenance.RegistrationResult.Registered;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.Correction;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.Output;
import io.lodestone.evidence.statement.Replacement;
import io.lodestone.evidence.statement.Replacement.OfRegistration;
import io.lodestone.evidence.statement.Replacement.OfTransformation;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.lots.correction.CorrectionRequest.Composition;
import io.lodestone.lots.correction.CorrectionRequest.Masses;
import io.lodestone.lots.correction.CorrectionRequest.Taken;
import io.lodestone.lots.lot.MaterialRequest;
import io.lodestone.lots.outbox.Operators;
import io.lodestone.lots.outbox.Prepared;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes the statement of a correction from what was stated and what is to stand instead. */
public final class CorrectionAssembly {

    private CorrectionAssembly() {}

    public static Prepared prepare(CorrectionRequest request, Statement corrected, Operators operators) {
        if (request.change().isEmpty()) {
            return ready(request, corrected, untouched(corrected.body()), Optional.empty(), operators);
        } else if (request.change().get() instanceof Composition composition) {
            return composition(request, corrected, composition, operators);
        } else if (corrected.body() instanceof LotsTransformed made) {
            Masses masses = (Masses) request.change().get();
            return unknownLot(made, masses)
                    .orElseGet(() ->
                            ready(request, corrected, List.of(), Optional.of(replacement(made, masses)), operators));
        }
        return differs("body.replacement", "is for a transformation, and the statement is none");
    }

    private static Prepared ready(
            CorrectionRequest request,
            Statement corrected,
            List<LotVersion> lots,
            Optional<Replacement> replacement,
            Operators operators) {
        return new Prepared.Ready(
                new Correction(corrected.digest(), request.eventTime(), request.reason(), lots, replacement),
                operators.annexes());
    }

    /** All lots of a statement, at the versions at which nothing has happened to them since. */
    private static List<LotVersion> untouched(Body body) {
        SortedMap<LotId, Long> versions = new TreeMap<>();
        body.creates().forEach(lot -> versions.put(lot, 1L));
        body.spends().forEach(spent -> versions.put(spent.lot(), spent.version() + 1));
        return versions.entrySet().stream()
                .map(lot -> new LotVersion(lot.getKey(), lot.getValue()))
                .toList();
    }

    private static Prepared composition(
            CorrectionRequest request, Statement corrected, Composition composition, Operators operators) {
        SortedMap<Digest, OriginProfile> profiles = new TreeMap<>();
        List<LotMaterial> components = new ArrayList<>();
        for (MaterialRequest component : composition.material()) {
            OriginProfile profile = component.profile().profile(operators);
            profiles.put(profile.digest(), profile);
            components.add(component.material(profile.digest()));
        }
        RegistrationResult result = Registration.vector(composition.mass(), components);
        if (result instanceof OriginRefusal refusal) {
            return Prepared.impossible(
                    Refusal.Code.COMPOSITION_EXCEEDS_MASS, "body.replacement." + refusal.path(), refusal.reason());
        }
        Digest vector = ((Registered) result).vector().digest();
        Replacement replacement =
                new OfRegistration(composition.mass(), components, List.copyOf(profiles.values()), vector);
        return ready(request, corrected, List.of(), Optional.of(replacement), operators);
    }

    private static Optional<Prepared> unknownLot(LotsTransformed made, Masses masses) {
        List<LotId> inputs = made.inputs().stream().map(input -> input.lot()).toList();
        boolean known = masses.inputs().stream().allMatch(taken -> inputs.contains(taken.lot()))
                && masses.outputs().stream().allMatch(output -> made.creates().contains(output.lot()));
        return known
                ? Optional.empty()
                : Optional.of(differs("body.replacement", "names a lot that is not in the transformation"));
    }

    private static OfTransformation replacement(LotsTransformed made, Masses masses) {
        Map<LotId, Mass> taken = new HashMap<>();
        masses.inputs().forEach((Taken input) -> taken.put(input.lot(), input.mass()));
        Map<LotId, MadeMass> weighed = new HashMap<>();
        masses.outputs().forEach(output -> weighed.put(output.lot(), output));
        List<OfTransformation.Made> outputs = new ArrayList<>();
        for (Output output : made.outputs()) {
            output.lot().ifPresent(lot -> outputs.add(weighed(output, Optional.ofNullable(weighed.get(lot)))));
        }
        return new OfTransformation(
                made.inputs().stream()
                        .map(input -> new OfTransformation.Consumed(
                                input.lot(), taken.getOrDefault(input.lot(), input.consumed())))
                        .toList(),
                masses.openGain().orElse(made.openGain()),
                outputs);
    }

    private static OfTransformation.Made weighed(Output stated, Optional<MadeMass> weighed) {
        return weighed.map(now -> {
                    Mass open = now.open()
                            .orElseGet(() -> now.elements()
                                    .map(elements -> elements.total().compareTo(now.mass()) > 0
                                            ? Mass.ZERO
                                            : now.mass().minus(elements.total()))
                                    .orElse(stated.open()));
                    return new OfTransformation.Made(now.elements(), now.mass(), open);
                })
                .orElseGet(() -> new OfTransformation.Made(stated.elements(), stated.mass(), stated.open()));
    }

    private static Prepared differs(String path, String reason) {
        return Prepared.impossible(Refusal.Code.CORRECTION_DIFFERS, path, reason);
    }
}
