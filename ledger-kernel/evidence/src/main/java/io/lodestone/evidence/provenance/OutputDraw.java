package io.lodestone.evidence.provenance;

import io.lodestone.evidence.provenance.OriginRefusal.Code;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** Takes outputs one after another out of what remains of the inputs. */
final class OutputDraw {

    private final Set<Element> inInputs;
    private OriginVector rest;

    OutputDraw(OriginVector consumed) {
        this.inInputs = consumed.rows().keySet();
        this.rest = consumed;
    }

    /** What nobody has taken yet. */
    OriginVector rest() {
        return rest;
    }

    OriginVector take(DrawOutput output) {
        SortedMap<Element, Mass> elements = output.elements()
                .map(StatedElements::masses)
                .orElseGet(() -> Draw.apportion(output.tracked(), Vectors.totals(rest)));
        OriginVector taken = Vectors.take(rest, elements, output.open());
        rest = Vectors.minus(rest, taken);
        return taken;
    }

    /** Why an output that is not the last cannot be taken. */
    Optional<OriginRefusal> refusal(DrawOutput output, String path) {
        if (output.open().compareTo(rest.open()) > 0) {
            return refused(
                    Code.OPEN_MASS_NOT_CONSERVED, path + ".openUg", "exceeds the inputs' open mass and the open gain");
        }
        if (output.tracked().compareTo(rest.total().minus(rest.open())) > 0) {
            Mass left = rest.total().minus(rest.open());
            return refused(Code.MASS_NOT_CONSERVED, path + ".massUg", exceeds(output, left, rest.open()));
        }
        return elementRefusal(output, path);
    }

    /** Why the last output is not exactly what remains. */
    Optional<OriginRefusal> refusalOfLast(DrawOutput output, String path) {
        Optional<OriginRefusal> elements = elementRefusal(output, path);
        if (elements.isPresent()) {
            return elements;
        }
        boolean sameMass = output.mass().equals(rest.total());
        boolean sameTracked = output.tracked().equals(rest.total().minus(rest.open()));
        if (!sameMass && !sameTracked) {
            return refused(Code.MASS_NOT_CONSERVED, path + ".massUg", "the last output has to be exactly the rest");
        }
        if (!sameMass || !sameTracked) {
            return refused(
                    Code.OPEN_MASS_NOT_CONSERVED, path + ".openUg", "the last output takes exactly the open rest");
        }
        return Optional.empty();
    }

    /** By how much, and the likely cause: oxygen, fluorine, water or a coating that no input brings. */
    static String exceeds(DrawOutput output, Mass tracked, Mass open) {
        Mass rest = tracked.plus(open);
        Mass excess = output.mass().compareTo(rest) > 0
                ? output.mass().minus(rest)
                : output.tracked().minus(tracked);
        return "exceeds what remains of the inputs by " + excess.toKg()
                + " kg; mass that no input brings is stated as open gain";
    }

    private Optional<OriginRefusal> elementRefusal(DrawOutput output, String path) {
        if (output.elements().isEmpty()) {
            return Optional.empty();
        }
        StatedElements stated = output.elements().get();
        String at = path + ".elements";
        for (Map.Entry<Element, Mass> row : stated.masses().entrySet()) {
            String symbol = row.getKey().symbol();
            if (!inInputs.contains(row.getKey())) {
                return refused(Code.ELEMENT_NOT_IN_INPUTS, at, symbol + " is in none of the inputs");
            }
            if (row.getValue().compareTo(rest.of(row.getKey())) > 0) {
                Mass left = rest.of(row.getKey());
                return refused(
                        Code.ELEMENT_EXCEEDS_INPUTS,
                        at,
                        symbol + " exceeds what remains of the inputs by "
                                + row.getValue().minus(left).toKg() + " kg");
            }
        }
        if (!stated.total().equals(output.tracked())) {
            return refused(Code.MASS_NOT_CONSERVED, at, "the elements do not add up to the mass without open mass");
        }
        return Optional.empty();
    }

    private static Optional<OriginRefusal> refused(Code code, String path, String reason) {
        return Optional.of(new OriginRefusal(code, path, reason));
    }
}
