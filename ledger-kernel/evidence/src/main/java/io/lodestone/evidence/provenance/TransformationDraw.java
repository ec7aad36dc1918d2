package io.lodestone.evidence.provenance;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginProfile.Recycled;
import io.lodestone.evidence.provenance.OriginRefusal.Code;
import io.lodestone.evidence.provenance.TransformationResult.Drawn;
import io.lodestone.evidence.quantity.Mass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The origin arithmetic of one transformation ({@code SPEC.md}, sequential draw).
 *
 * <p>What is consumed is drawn from each input and added up; of an element with more than 512 profiles the smallest are
 * then merged ({@link Merging}). The outputs are drawn one after another from what remains; the last is exactly the
 * rest. Only then are the profiles of outputs that are lots put in a recycled class and lengthened by the step. The
 * same inputs and outputs always give the same vectors, so a decision can be replayed from its statement.
 *
 * <p>Refusals of the arithmetic are results. A {@link FormatException} means that there is nothing to compute with: a
 * loss before the end, an unlisted profile, more than 10^18 micrograms or 32 steps.
 *
 * @param openGain open mass that arrives with no input, such as oxygen taken up
 * @param step appended to the profiles of products and by-products
 * @param profiles at least the profiles of the inputs, by digest; read only where a step is appended, a class put on or
 *     profiles are merged
 * @param recycled what products and by-products become that were not recycled before
 */
public record TransformationDraw(
        List<DrawInput> inputs,
        Mass openGain,
        Optional<OriginStep> step,
        Map<Digest, OriginProfile> profiles,
        Optional<Recycled> recycled) {

    /**
     * Outputs times rows of the inputs. A draw costs about this many steps, and it is made while the ledger waits; a
     * transformation beyond it is stated as several.
     */
    public static final int MAX_WORK = 200_000;

    public TransformationDraw {
        inputs = List.copyOf(inputs);
        profiles = Map.copyOf(profiles);
        if (inputs.isEmpty()) {
            throw new FormatException(Fault.OUT_OF_BOUNDS, "inputs", "a transformation needs an input");
        }
    }

    /** A transformation that recycles nothing. */
    public TransformationDraw(
            List<DrawInput> inputs, Mass openGain, Optional<OriginStep> step, Map<Digest, OriginProfile> profiles) {
        this(inputs, openGain, step, profiles, Optional.empty());
    }

    /** Computes every vector of a fully stated transformation. */
    public TransformationResult draw(List<DrawOutput> outputs) {
        checkWork(outputs.size());
        checkKinds(outputs.stream().map(DrawOutput::kind).toList());
        Optional<OriginRefusal> overdrawn = overdrawn();
        if (overdrawn.isPresent()) {
            return overdrawn.get();
        }
        List<OriginVector> consumed = consumed();
        ProfileMerge merge = new ProfileMerge(profiles);
        OutputDraw draw = new OutputDraw(together(consumed, merge));
        Merging merging = merge.merging();
        StepAppender steps = new StepAppender(step, recycled, profiles, merging.profiles());
        List<OriginVector> vectors = new ArrayList<>(outputs.size());
        for (int i = 0; i < outputs.size(); i++) {
            DrawOutput output = outputs.get(i);
            String path = "outputs[" + i + "]";
            Optional<OriginRefusal> refusal =
                    i == outputs.size() - 1 ? draw.refusalOfLast(output, path) : draw.refusal(output, path);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            vectors.add(steps.append(output.kind(), draw.take(output)));
        }
        List<OriginVector> remaining = new ArrayList<>(inputs.size());
        for (int i = 0; i < inputs.size(); i++) {
            remaining.add(Vectors.minus(inputs.get(i).remaining(), consumed.get(i)));
        }
        return new Drawn(consumed, remaining, vectors, steps.arisen(), merging);
    }

    /**
     * Settles the masses of outputs for a statement. The last output takes the rest where it asks for it; otherwise
     * what is left is appended as unaccounted, and nothing is appended where nothing is left.
     */
    public Completion complete(List<WantedOutput> wanted) {
        checkKinds(wanted.stream().map(WantedOutput::kind).toList());
        Optional<OriginRefusal> overdrawn = overdrawn();
        return overdrawn.isPresent()
                ? overdrawn.get()
                : OutputCompletion.of(together(consumed(), new ProfileMerge(profiles)), wanted);
    }

    private void checkWork(int outputs) {
        long rows = 0;
        for (DrawInput input : inputs) {
            rows += input.remaining().rows().values().stream()
                    .mapToLong(Map::size)
                    .sum();
        }
        if (rows * outputs > MAX_WORK) {
            throw new FormatException(
                    Fault.TOO_LARGE,
                    "outputs",
                    "outputs times rows of the inputs' vectors are at most " + MAX_WORK
                            + ": state it in several steps");
        }
    }

    private Optional<OriginRefusal> overdrawn() {
        return overdrawn(inputs);
    }

    static Optional<OriginRefusal> overdrawn(List<DrawInput> inputs) {
        for (int i = 0; i < inputs.size(); i++) {
            if (inputs.get(i).consumed().compareTo(inputs.get(i).remaining().total()) > 0) {
                return Optional.of(new OriginRefusal(
                        Code.CONSUMES_MORE_THAN_LEFT,
                        "inputs[" + i + "].consumedUg",
                        "exceeds what is left of the lot"));
            }
        }
        return Optional.empty();
    }

    private List<OriginVector> consumed() {
        return consumed(inputs);
    }

    static List<OriginVector> consumed(List<DrawInput> inputs) {
        return inputs.stream()
                .map(input -> Vectors.consume(input.remaining(), input.consumed()))
                .toList();
    }

    private OriginVector together(List<OriginVector> consumed, ProfileMerge merge) {
        try {
            return Vectors.sum(consumed, openGain, merge);
        } catch (FormatException e) {
            throw new FormatException(e.fault(), e.path().isEmpty() ? "inputs" : e.path(), e.reason());
        }
    }

    private static void checkKinds(List<OutputKind> kinds) {
        if (kinds.isEmpty()) {
            throw new FormatException(Fault.OUT_OF_BOUNDS, "outputs", "a transformation needs an output");
        }
        for (int i = 0; i < kinds.size() - 1; i++) {
            if (!kinds.get(i).isLot()) {
                throw new FormatException(
                        Fault.MALFORMED, "outputs[" + i + "].kind", "a loss stands once, as the last output");
            }
        }
    }
}
