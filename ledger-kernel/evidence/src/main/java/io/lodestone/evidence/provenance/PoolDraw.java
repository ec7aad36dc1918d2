package io.lodestone.evidence.provenance;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginRefusal.Code;
import io.lodestone.evidence.provenance.PoolResult.Booked;
import io.lodestone.evidence.provenance.PoolResult.Ran;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The origin arithmetic of one run of a pool ({@code SPEC.md} section 15). What the pool holds and what it receives is
 * one mixture; withdrawals and a trailing loss are drawn from it one after another, and what remains is the pool's. So
 * a withdrawal has the running average of all that flowed in before it.
 *
 * @param pool what the pool holds before
 * @param receipts what it takes from lots; may be empty
 * @param openGain open mass that arrives with no lot
 * @param step appended to the profiles of what leaves as a lot
 * @param profiles at least those of the pool and of the receipts, by digest; read only where a step is appended or profiles are merged
 */
public record PoolDraw(
        OriginVector pool,
        List<DrawInput> receipts,
        Mass openGain,
        Optional<OriginStep> step,
        Map<Digest, OriginProfile> profiles) {

    public PoolDraw {
        receipts = List.copyOf(receipts);
        profiles = Map.copyOf(profiles);
    }

    /** Computes every vector of a run whose masses are all stated; outputs may be empty. */
    public PoolResult run(List<DrawOutput> outputs) {
        checkWork(outputs.size());
        checkKinds(outputs.stream().map(DrawOutput::kind).toList());
        Optional<OriginRefusal> overdrawn = TransformationDraw.overdrawn(receipts);
        if (overdrawn.isPresent()) {
            return overdrawn.get();
        }
        List<OriginVector> consumed = TransformationDraw.consumed(receipts);
        ProfileMerge merge = new ProfileMerge(profiles);
        OutputDraw draw = new OutputDraw(mixture(consumed, merge));
        StepAppender steps = new StepAppender(step, profiles, merge.merging().profiles());
        List<OriginVector> drawn = new ArrayList<>(outputs.size());
        List<OriginVector> made = new ArrayList<>(outputs.size());
        for (int i = 0; i < outputs.size(); i++) {
            DrawOutput output = outputs.get(i);
            Optional<OriginRefusal> refusal = draw.refusal(output, "outputs[" + i + "]");
            if (refusal.isPresent()) {
                return refusal.get();
            }
            drawn.add(draw.take(output));
            made.add(steps.append(output.kind(), drawn.get(i)));
        }
        List<OriginVector> remaining = new ArrayList<>(receipts.size());
        for (int i = 0; i < receipts.size(); i++) {
            remaining.add(receipts.get(i).remaining().minus(consumed.get(i)));
        }
        return new Ran(consumed, remaining, drawn, made, steps.arisen(), draw.rest());
    }

    /** Settles the open mass of each output for a statement; none takes the rest, for that is the pool's. */
    public Completion complete(List<WantedOutput> wanted) {
        checkKinds(wanted.stream().map(WantedOutput::kind).toList());
        Optional<OriginRefusal> overdrawn = TransformationDraw.overdrawn(receipts);
        return overdrawn.isPresent()
                ? overdrawn.get()
                : OutputCompletion.withdrawn(
                        mixture(TransformationDraw.consumed(receipts), new ProfileMerge(profiles)), wanted);
    }

    /** Element by element: what was found is what remains, or less is found than the book says and the rest is lost. */
    public static PoolResult counted(OriginVector pool, Map<Element, Mass> found) {
        SortedMap<Element, Mass> lost = new TreeMap<>(Element.BY_SYMBOL);
        found.forEach((element, mass) -> {
            Mass book = pool.of(element);
            // More than the book is an observation: book mass is never created.
            if (mass.compareTo(book) < 0) {
                lost.put(element, book.minus(mass));
            }
        });
        OriginVector taken = Vectors.take(pool, lost, Mass.ZERO);
        return new Booked(taken, OriginVector.EMPTY, pool.minus(taken));
    }

    /** Losses are drawn over the profiles; only then gains arrive, of an origin that nobody knows. */
    public static PoolResult adjusted(OriginVector pool, StatedElements losses, StatedElements gains) {
        for (Map.Entry<Element, Mass> loss : losses.masses().entrySet()) {
            if (loss.getValue().compareTo(pool.of(loss.getKey())) > 0) {
                return new OriginRefusal(
                        Code.ELEMENT_EXCEEDS_INPUTS, "losses", loss.getKey().symbol() + " exceeds what the pool holds");
            }
        }
        OriginVector lost = Vectors.take(pool, losses.masses(), Mass.ZERO);
        Digest unknown = OriginProfile.NOBODY_KNOWS.digest();
        SortedMap<Element, SortedMap<Digest, Mass>> rows = new TreeMap<>(Element.BY_SYMBOL);
        gains.masses().forEach((element, mass) -> rows.put(element, new TreeMap<>(Map.of(unknown, mass))));
        OriginVector gained = new OriginVector(rows, Mass.ZERO);
        return new Booked(lost, gained, pool.minus(lost).plus(gained));
    }

    private OriginVector mixture(List<OriginVector> consumed, ProfileMerge merge) {
        List<OriginVector> all = new ArrayList<>(consumed);
        all.add(pool);
        try {
            return Vectors.sum(all, openGain, merge);
        } catch (FormatException e) {
            throw new FormatException(e.fault(), "inputs", e.reason());
        }
    }

    /** One more than the outputs: even a run without any adds up all rows once. */
    private void checkWork(int outputs) {
        long rows = pool.size();
        for (DrawInput receipt : receipts) {
            rows += receipt.remaining().size();
        }
        if (rows * (outputs + 1L) > TransformationDraw.MAX_WORK) {
            throw new FormatException(
                    Fault.TOO_LARGE,
                    "outputs",
                    "one more than the outputs, times rows of the vectors, is at most " + TransformationDraw.MAX_WORK
                            + ": state it in several runs");
        }
    }

    private static void checkKinds(List<OutputKind> kinds) {
        for (int i = 0; i < kinds.size() - 1; i++) {
            if (!kinds.get(i).isLot()) {
                throw new FormatException(
                        Fault.MALFORMED, "outputs[" + i + "].kind", "a loss stands once, as the last output");
            }
        }
    }
}
