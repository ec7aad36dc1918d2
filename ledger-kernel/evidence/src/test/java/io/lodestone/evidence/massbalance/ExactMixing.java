package io.lodestone.evidence.massbalance;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.massbalance.Genealogy.Lot;
import io.lodestone.evidence.massbalance.Genealogy.Made;
import io.lodestone.evidence.provenance.DrawOutput;
import io.lodestone.evidence.provenance.OriginStep;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.quantity.Ratio;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What proportional mixing would give if mass could be divided without end, in exact rationals. It begins with what
 * is registered and follows the fractions that the statements give: of a lot's mass, and then of the tracked mass (or
 * of an element, where elements are stated) that is left for the outputs.
 *
 * <p>Beside every lot it keeps the apportionments of every draw in its whole history, each once.
 */
final class ExactMixing {

    /** An element with one history: the first profile, and the steps since. */
    record Row(Element element, Digest source, String steps) {}

    /** A lot's exact rows, and the numbers of the apportionments in its history. */
    record Exact(Map<Row, Ratio> rows, BitSet history) {

        private Exact part(Function<Element, Fraction> fraction, BitSet drawn) {
            Map<Row, Ratio> parts = new HashMap<>();
            rows.forEach((row, mass) ->
                    parts.put(row, mass.times(fraction.apply(row.element).ratio())));
            BitSet all = (BitSet) history.clone();
            all.or(drawn);
            return new Exact(parts, all);
        }

        private Exact longer(String step) {
            Map<Row, Ratio> longer = new HashMap<>();
            rows.forEach((row, mass) -> longer.put(new Row(row.element, row.source, row.steps + step), mass));
            return new Exact(longer, history);
        }

        private void add(Exact other) {
            other.rows.forEach((row, mass) -> rows.merge(row, mass, Ratio::plus));
            history.or(other.history);
        }
    }

    private record Fraction(long part, long whole) {

        private Ratio ratio() {
            return Ratio.of(part, whole);
        }

        private Fraction rest() {
            return new Fraction(whole - part, whole);
        }
    }

    private static final Fraction ALL = new Fraction(1, 1);
    private static final Fraction NOTHING = new Fraction(0, 1);

    private final Map<Integer, Exact> lots = new HashMap<>();
    private final Map<Digest, Row> known = new HashMap<>();
    private final List<Integer> rowsOfOneSource = new ArrayList<>();

    Exact of(Lot lot) {
        return lots.get(lot.number());
    }

    /** The row that a row of the book belongs to. */
    Row row(OriginVector.Row row) {
        Row history = known.get(row.profile());
        return new Row(row.element(), history.source, history.steps);
    }

    /** At most how many rows of one source an apportionment rounded, summed over a history. */
    int roundings(BitSet history) {
        return history.stream().map(rowsOfOneSource::get).sum();
    }

    void registered(Lot lot) {
        Exact exact = new Exact(new HashMap<>(), new BitSet());
        for (OriginVector.Row row : lot.vector().rowList()) {
            known.put(row.profile(), new Row(row.element(), row.profile(), ""));
            exact.rows.put(row(row), Ratio.of(row.mass().micrograms(), 1));
        }
        lots.put(lot.number(), exact);
    }

    void follow(Made made) {
        String step = made.step().map(OriginStep::toString).orElse("");
        made.shorter().forEach((longer, shorter) -> {
            Row before = known.get(shorter);
            known.put(longer, new Row(before.element, before.source, before.steps + step));
        });
        Exact pool = new Exact(new HashMap<>(), new BitSet());
        for (int i = 0; i < made.inputs().size(); i++) {
            Lot input = made.inputs().get(i);
            Fraction part = new Fraction(
                    made.taken().get(i).consumed().micrograms(),
                    input.vector().total().micrograms());
            Exact exact = lots.remove(input.number());
            BitSet drawn = part.part == part.whole ? new BitSet() : draw(input.vector(), true);
            pool.add(exact.part(element -> part, drawn));
            made.remains().get(i).ifPresent(rest -> lots.put(rest.number(), exact.part(element -> part.rest(), drawn)));
        }
        outputs(made, pool, step);
    }

    private void outputs(Made made, Exact pool, String step) {
        List<OriginVector> ahead = made.drawn().outputs().stream()
                .map(it -> it.relabelled(profile -> made.shorter().getOrDefault(profile, profile)))
                .toList();
        Exact rest = pool;
        for (int i = 0; i < ahead.size(); i++) {
            DrawOutput output = made.outputs().get(i);
            boolean last = i == ahead.size() - 1;
            OriginVector left = sum(ahead.subList(i, ahead.size()));
            Function<Element, Fraction> part = last ? element -> ALL : element -> fraction(output, left, element);
            BitSet drawn = last ? new BitSet() : draw(left, output.elements().isEmpty());
            Exact taken = rest.part(part, drawn);
            rest = rest.part(element -> part.apply(element).rest(), drawn);
            made.lots().get(i).ifPresent(lot -> lots.put(lot.number(), taken.longer(step)));
        }
    }

    private static Fraction fraction(DrawOutput output, OriginVector left, Element element) {
        long part = output.elements()
                .map(stated -> stated.masses().getOrDefault(element, Mass.ZERO))
                .orElse(output.tracked())
                .micrograms();
        Mass whole =
                output.elements().isPresent() ? left.of(element) : left.total().minus(left.open());
        return part == 0 ? NOTHING : new Fraction(part, whole.micrograms());
    }

    /** Numbers the apportionments of a draw: over the elements unless they are stated, and over their profiles. */
    private BitSet draw(OriginVector from, boolean overElements) {
        BitSet drawn = new BitSet();
        if (overElements) {
            drawn.set(rowsOfOneSource.size());
            rowsOfOneSource.add(1);
        }
        int most = 1;
        boolean several = false;
        for (SortedMap<Digest, Mass> profiles : from.rows().values()) {
            Map<Digest, Integer> bySource = new HashMap<>();
            profiles.keySet().forEach(it -> bySource.merge(known.get(it).source, 1, Integer::sum));
            most = Math.max(
                    most, bySource.values().stream().max(Integer::compare).orElseThrow());
            several |= profiles.size() > 1;
        }
        if (several) {
            drawn.set(rowsOfOneSource.size());
            rowsOfOneSource.add(most);
        }
        return drawn;
    }

    private static OriginVector sum(List<OriginVector> vectors) {
        SortedMap<Element, SortedMap<Digest, Mass>> rows = new TreeMap<>(Element.BY_SYMBOL);
        Mass open = Mass.ZERO;
        for (OriginVector vector : vectors) {
            vector.rowList()
                    .forEach(row -> rows.computeIfAbsent(row.element(), e -> new TreeMap<>())
                            .merge(row.profile(), row.mass(), Mass::plus));
            open = open.plus(vector.open());
        }
        return new OriginVector(rows, open);
    }
}
