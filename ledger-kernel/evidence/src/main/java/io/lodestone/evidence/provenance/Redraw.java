package io.lodestone.evidence.provenance;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginProfile.Recycled;
import io.lodestone.evidence.provenance.TransformationResult.Drawn;
import io.lodestone.evidence.quantity.Mass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The origin arithmetic of a transformation that was recorded, over inputs that have been corrected ({@code SPEC.md},
 * redraw). It never refuses: what is missing is filled in as Unknown, and what cannot be carried counts as Unknown.
 * Beyond 512 profiles of an element it merges as the draw does.
 * Over the inputs it was recorded with it gives the vectors it was recorded with.
 *
 * @param inputs what each lot holds now, and what was consumed of it, which may be more
 * @param recycled what outputs become that were not recycled before
 * @param outputs those that are lots, as stated
 * @param profiles at least the profiles of the inputs, by digest; read only where a step is appended or profiles are
 *     merged
 * @param recorded the draw as it was accepted, for the composition of what is missing; asked for only then
 */
public record Redraw(
        List<DrawInput> inputs,
        Mass openGain,
        Optional<OriginStep> step,
        Optional<Recycled> recycled,
        Map<Digest, OriginProfile> profiles,
        List<DrawOutput> outputs,
        Supplier<Drawn> recorded) {

    public Redraw {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    public Redrawn redraw() {
        Recorded asAccepted = new Recorded(recorded);
        List<OriginVector> parts = new ArrayList<>();
        List<OriginVector> remaining = new ArrayList<>();
        List<Mass> deficits = new ArrayList<>();
        List<OriginVector> fills = new ArrayList<>();
        boolean tooMuch = exceedsWork();
        for (int i = 0; i < inputs.size(); i++) {
            OriginVector held = inputs.get(i).remaining();
            Mass consumed = inputs.get(i).consumed();
            Mass deficit = deficit(inputs.get(i));
            OriginVector taken = Vectors.consume(held, consumed.minus(deficit));
            parts.add(tooMuch ? Fills.unknown(taken) : taken);
            remaining.add(Vectors.minus(held, taken));
            deficits.add(deficit);
            if (!deficit.isZero()) {
                fills.add(Fills.like(asAccepted.consumed(i), deficit));
            }
        }
        parts.addAll(fills);
        BoundedSums sums = new BoundedSums(profiles);
        OutputRedraw draw = new OutputRedraw(sums.sum(parts, openGain), asAccepted::composition, sums);
        List<OriginVector> drawn = new ArrayList<>(outputs.size());
        for (int i = 0; i < outputs.size(); i++) {
            drawn.add(draw.take(outputs.get(i), i));
        }
        StepAppender steps = StepAppender.lenient(step, recycled, profiles, sums.merged());
        List<OriginVector> vectors = new ArrayList<>(outputs.size());
        for (int i = 0; i < outputs.size(); i++) {
            vectors.add(steps.append(outputs.get(i).kind(), drawn.get(i)));
        }
        fills.addAll(draw.fills());
        return new Redrawn(remaining, deficits, vectors, draw.loss(), Fills.together(fills, Mass.ZERO), steps.arisen());
    }

    /** What lots keep that a pool has received from; nothing else of it is drawn again. */
    public static Redrawn ofReceipts(List<DrawInput> receipts) {
        List<OriginVector> remaining = new ArrayList<>();
        List<Mass> deficits = new ArrayList<>();
        for (DrawInput receipt : receipts) {
            Mass deficit = deficit(receipt);
            OriginVector taken =
                    Vectors.consume(receipt.remaining(), receipt.consumed().minus(deficit));
            remaining.add(receipt.remaining().minus(taken));
            deficits.add(deficit);
        }
        return new Redrawn(remaining, deficits, List.of(), Optional.empty(), OriginVector.EMPTY, new TreeMap<>());
    }

    private static Mass deficit(DrawInput input) {
        Mass total = input.remaining().total();
        return input.consumed().compareTo(total) > 0 ? input.consumed().minus(total) : Mass.ZERO;
    }

    /** The draw as it was accepted, made once and only if something is missing. */
    private static final class Recorded {

        private final Supplier<Drawn> draw;
        private @Nullable Drawn drawn;

        Recorded(Supplier<Drawn> draw) {
            this.draw = draw;
        }

        private Drawn get() {
            Drawn known = drawn == null ? draw.get() : drawn;
            drawn = known;
            return known;
        }

        OriginVector consumed(int input) {
            return get().consumed().get(input);
        }

        /** What an output held; where it held nothing tracked, what all inputs together gave. */
        OriginVector composition(int output) {
            OriginVector made = get().outputs().get(output);
            return made.rows().isEmpty() ? Fills.together(get().consumed(), Mass.ZERO) : made;
        }
    }

    /** More work than one draw may be is done on totals alone: all that is consumed counts as Unknown. */
    private boolean exceedsWork() {
        long rows = 0;
        for (DrawInput input : inputs) {
            rows += input.remaining().rows().values().stream()
                    .mapToLong(Map::size)
                    .sum();
        }
        return rows * outputs.size() > TransformationDraw.MAX_WORK;
    }

    /** Refuses masses that no redraw could hold. */
    public static void checkTotal(List<Mass> parts, String path) {
        Mass sum = Mass.ZERO;
        for (Mass part : parts) {
            try {
                sum = sum.plus(part);
            } catch (FormatException | ArithmeticException e) {
                throw new FormatException(Fault.MASS_TOO_LARGE, path, "add up to more than 10^18 micrograms");
            }
        }
    }
}
