package io.lodestone.lots.lot;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginProfile.Evidence;
import io.lodestone.evidence.provenance.OriginProfile.Recycled;
import io.lodestone.evidence.provenance.OriginStep;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.lots.outbox.Fields;
import io.lodestone.lots.outbox.Operators;
import java.util.List;
import java.util.Optional;

/** An origin as a registrant declares it: operators by name, or by a digest that was handed to it. */
public record ProfileRequest(List<Step> steps, Recycled recycled) {

    public ProfileRequest {
        steps = List.copyOf(steps);
    }

    public record Step(
            OriginStep.Kind step,
            Places countries,
            Optional<String> operatorName,
            Optional<Digest> operator,
            Places ownership,
            Places technology) {

        static Step read(Members in) {
            Step step = new Step(
                    in.parsed("step", 16, OriginStep.Kind::parse),
                    Fields.places(in, "countries"),
                    in.optionalParsed("operatorName", Fields.NAME, Fields::name),
                    in.optionalParsed("operator", 44, Digest::parse),
                    Fields.places(in, "ownership"),
                    Fields.places(in, "technology"));
            if (step.operatorName.isPresent() && step.operator.isPresent()) {
                throw new FormatException(
                        Fault.MALFORMED, in.path("operator"), "an operator is named or given as a digest, not both");
            }
            return step;
        }

        OriginStep origin(Operators operators) {
            return new OriginStep(
                    step, countries, operator.or(() -> operators.digest(operatorName)), ownership, technology);
        }
    }

    static ProfileRequest read(Members in) {
        List<Step> steps = in.objects("steps", OriginProfile.MAX_STEPS, Step::read);
        if (steps.isEmpty()) {
            throw new FormatException(Fault.OUT_OF_BOUNDS, in.path("steps"), "needs at least one step");
        }
        ProfileRequest request = new ProfileRequest(steps, in.parsed("recycled", 16, ProfileRequest::recycled));
        in.end();
        return request;
    }

    private static Recycled recycled(String text) {
        for (Recycled value : Recycled.values()) {
            if (value.wire().equals(text)) {
                return value;
            }
        }
        throw new IllegalArgumentException("must be none, pre-consumer, post-consumer or Unknown");
    }

    /** Declared, for nobody but the registrant stands behind it yet. */
    public OriginProfile profile(Operators operators) {
        return new OriginProfile(
                steps.stream().map(step -> step.origin(operators)).toList(), recycled, Evidence.DECLARED);
    }
}
