package io.lodestone.evidence.provenance;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.provenance.Completion.Completed;
import io.lodestone.evidence.provenance.OriginRefusal.Code;
import io.lodestone.evidence.quantity.Mass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Settles the mass and open mass of each output from the tracked and the open mass that the inputs give. */
final class OutputCompletion {

    private static final String TRACKED = "1 tracked";
    private static final String OPEN = "2 open";

    private Mass tracked;
    private Mass open;

    private OutputCompletion(OriginVector consumed) {
        this.open = consumed.open();
        this.tracked = consumed.total().minus(open);
    }

    static Completion of(OriginVector consumed, List<WantedOutput> wanted) {
        return new OutputCompletion(consumed).complete(wanted);
    }

    /** Outputs of which none is the rest, for the rest stays where it was. */
    static Completion withdrawn(OriginVector held, List<WantedOutput> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            if (wanted.get(i).mass().isEmpty()) {
                throw new FormatException(
                        Fault.MISSING_FIELD, "outputs[" + i + "].massUg", "the rest stays in the pool: state a mass");
            }
        }
        List<DrawOutput> outputs = new ArrayList<>();
        return new OutputCompletion(held).settle(wanted, outputs).orElse(new Completed(outputs));
    }

    private Completion complete(List<WantedOutput> wanted) {
        List<DrawOutput> outputs = new ArrayList<>();
        Optional<Completion> ended = settle(wanted, outputs);
        if (ended.isPresent()) {
            return ended.get();
        }
        if (rest().isZero()) {
            return new Completed(outputs);
        }
        if (!wanted.get(wanted.size() - 1).kind().isLot()) {
            return new OriginRefusal(
                    Code.MASS_NOT_CONSERVED,
                    "outputs[" + (wanted.size() - 1) + "].massUg",
                    "the loss has to be exactly the rest");
        }
        outputs.add(DrawOutput.of(OutputKind.UNACCOUNTED, rest(), open));
        return new Completed(outputs);
    }

    /** Settles one output after another; ends early at a refusal, and at an output that asks for the rest. */
    private Optional<Completion> settle(List<WantedOutput> wanted, List<DrawOutput> outputs) {
        for (int i = 0; i < wanted.size(); i++) {
            WantedOutput output = wanted.get(i);
            String path = "outputs[" + i + "]";
            if (output.mass().isEmpty()) {
                return Optional.of(withRest(outputs, output, i == wanted.size() - 1, path));
            }
            DrawOutput settled = settled(output, output.mass().get(), path);
            if (settled.open().compareTo(open) > 0) {
                return Optional.of(new OriginRefusal(
                        Code.OPEN_MASS_NOT_CONSERVED,
                        path + ".openUg",
                        "exceeds the inputs' open mass and the open gain"));
            }
            if (settled.tracked().compareTo(tracked) > 0) {
                return Optional.of(new OriginRefusal(
                        Code.MASS_NOT_CONSERVED, path + ".massUg", OutputDraw.exceeds(settled, tracked, open)));
            }
            tracked = tracked.minus(settled.tracked());
            open = open.minus(settled.open());
            outputs.add(settled);
        }
        return Optional.empty();
    }

    private Completion withRest(List<DrawOutput> outputs, WantedOutput output, boolean last, String path) {
        if (!last || output.open().isPresent() || output.elements().isPresent()) {
            throw new FormatException(
                    Fault.MISSING_FIELD, path + ".massUg", "only the last output may leave all its masses to the rest");
        }
        if (!rest().isZero()) {
            outputs.add(DrawOutput.of(output.kind(), rest(), open));
        } else if (output.kind().isLot()) {
            return new OriginRefusal(Code.MASS_NOT_CONSERVED, path + ".massUg", "nothing remains of the inputs");
        }
        return new Completed(outputs);
    }

    private DrawOutput settled(WantedOutput wanted, Mass mass, String path) {
        try {
            Mass share = wanted.open()
                    .or(() -> wanted.elements().map(stated -> less(mass, stated.total())))
                    .orElseGet(() -> openShare(mass));
            return new DrawOutput(wanted.kind(), mass, share, wanted.elements());
        } catch (FormatException e) {
            throw new FormatException(e.fault(), path + "." + e.path(), e.reason());
        }
    }

    private Mass openShare(Mass mass) {
        if (mass.compareTo(rest()) > 0) {
            return Mass.ZERO;
        }
        SortedMap<String, Mass> parts = new TreeMap<>();
        parts.put(TRACKED, tracked);
        parts.put(OPEN, open);
        return Draw.apportion(mass, parts).getOrDefault(OPEN, Mass.ZERO);
    }

    private static Mass less(Mass mass, Mass elements) {
        if (elements.compareTo(mass) > 0) {
            throw new FormatException(Fault.OUT_OF_BOUNDS, "elements", "weigh more than the output");
        }
        return mass.minus(elements);
    }

    private Mass rest() {
        return tracked.plus(open);
    }
}
