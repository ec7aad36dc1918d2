package io.lodestone.evidence.provenance;

import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Takes outputs one after another out of what remains, and fills in what each of them lacks. */
final class OutputRedraw {

    private final IntFunction<OriginVector> composition;
    private final BoundedSums sums;
    private final List<OriginVector> fills = new ArrayList<>();
    private OriginVector rest;

    /** @param composition of an output whose tracked mass falls short */
    OutputRedraw(OriginVector consumed, IntFunction<OriginVector> composition, BoundedSums sums) {
        this.rest = consumed;
        this.composition = composition;
        this.sums = sums;
    }

    OriginVector take(DrawOutput output, int index) {
        Mass open = least(output.open(), rest.open());
        SortedMap<Element, Mass> there = Vectors.totals(rest);
        SortedMap<Element, Mass> elements = new TreeMap<>(Element.BY_SYMBOL);
        OriginVector fill;
        if (output.elements().isPresent()) {
            SortedMap<Element, Mass> lacking = new TreeMap<>(Element.BY_SYMBOL);
            output.elements().get().masses().forEach((element, mass) -> {
                Mass taken = least(mass, there.getOrDefault(element, Mass.ZERO));
                elements.put(element, taken);
                lacking.put(element, mass.minus(taken));
            });
            fill = Fills.of(lacking, output.open().minus(open));
        } else {
            Mass tracked = least(output.tracked(), rest.total().minus(rest.open()));
            elements.putAll(Draw.apportion(tracked, there));
            fill = lacking(output.tracked().minus(tracked), output.open().minus(open), index);
        }
        OriginVector taken = Vectors.take(rest, elements, open);
        rest = Vectors.minus(rest, taken);
        if (fill.total().isZero()) {
            return taken;
        }
        fills.add(fill);
        return sums.sum(List.of(taken, fill), Mass.ZERO);
    }

    private OriginVector lacking(Mass tracked, Mass open, int index) {
        if (tracked.isZero()) {
            return Fills.of(new TreeMap<>(Element.BY_SYMBOL), open);
        }
        OriginVector like = Fills.trackedLike(composition.apply(index), tracked);
        return new OriginVector(like.rows(), open);
    }

    Optional<OriginVector> loss() {
        return rest.total().isZero() ? Optional.empty() : Optional.of(rest);
    }

    List<OriginVector> fills() {
        return fills;
    }

    private static Mass least(Mass one, Mass other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
