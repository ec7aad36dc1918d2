package io.lodestone.evidence.plausibility;

import io.lodestone.evidence.massbalance.MassBalance;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.OutputKind;
import io.lodestone.evidence.provenance.TransformationResult.Drawn;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.LotsTransformed;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The tracked elements that went through a transformation: what each input gave, and what each lot that was made got.
 * What did not become a lot is gone; the statement says whether as a loss or unaccounted for.
 *
 * @param inputs in the order of the statement
 * @param lots the outputs that are lots, in the order of the statement
 */
public record ElementFlow(List<Taken> inputs, List<SortedMap<Element, Mass>> lots) {

    /** What one input gave, and in which form it was. */
    public record Taken(Form form, SortedMap<Element, Mass> masses) {}

    public ElementFlow {
        inputs = List.copyOf(inputs);
        lots = List.copyOf(lots);
    }

    /** From the draw of a statement. */
    public static ElementFlow of(LotsTransformed body, Drawn drawn, List<Form> forms) {
        List<Taken> inputs = new ArrayList<>();
        for (int i = 0; i < forms.size(); i++) {
            inputs.add(
                    new Taken(forms.get(i), MassBalance.totals(drawn.consumed().get(i))));
        }
        List<SortedMap<Element, Mass>> lots = new ArrayList<>();
        for (int i = 0; i < body.outputs().size(); i++) {
            OutputKind kind = body.outputs().get(i).kind();
            if (kind.isLot()) {
                lots.add(MassBalance.totals(drawn.outputs().get(i)));
            }
        }
        return new ElementFlow(inputs, lots);
    }

    /** What an input gave: what it held less what it holds. */
    public static Taken taken(Form form, OriginVector before, OriginVector after) {
        SortedMap<Element, Mass> masses = new TreeMap<>(Element.BY_SYMBOL);
        SortedMap<Element, Mass> left = MassBalance.totals(after);
        MassBalance.totals(before).forEach((element, mass) -> {
            Mass taken = mass.minus(left.getOrDefault(element, Mass.ZERO));
            if (!taken.isZero()) {
                masses.put(element, taken);
            }
        });
        return new Taken(form, masses);
    }

    public SortedSet<Element> elements() {
        SortedSet<Element> elements = new TreeSet<>(Element.BY_SYMBOL);
        inputs.forEach(input -> elements.addAll(input.masses.keySet()));
        return elements;
    }

    /** Micrograms; a sum over a thousand lots may be more than one mass can hold. */
    public BigInteger in(Element element) {
        return sum(inputs.stream().map(Taken::masses).toList(), element);
    }

    public BigInteger kept(Element element) {
        return sum(lots, element);
    }

    /** What went in and is in no lot that was made. */
    public BigInteger gone(Element element) {
        return in(element).subtract(kept(element));
    }

    private static BigInteger sum(List<SortedMap<Element, Mass>> parts, Element element) {
        BigInteger sum = BigInteger.ZERO;
        for (SortedMap<Element, Mass> part : parts) {
            sum = sum.add(
                    BigInteger.valueOf(part.getOrDefault(element, Mass.ZERO).micrograms()));
        }
        return sum;
    }
}
