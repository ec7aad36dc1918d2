package io.lodestone.evidence.plausibility;

import io.lodestone.evidence.plausibility.Posting.Kind;
import io.lodestone.evidence.provenance.OutputKind;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Input;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.MeasuredElement;
import io.lodestone.evidence.statement.Output;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a transformation posts to the accounts of its facility. */
public final class Postings {

    private record Amount(BigInteger micrograms, BigInteger squares) {
        Amount plus(Amount other) {
            return new Amount(micrograms.add(other.micrograms), squares.add(other.squares));
        }
    }

    private final SortedMap<Element, Map<Kind, Amount>> amounts = new TreeMap<>(Element.BY_SYMBOL);

    private Postings() {}

    /** By element, then by kind; at most one of each, and none that says nothing. */
    public static List<Posting> of(LotsTransformed body, ElementFlow flow) {
        Postings postings = new Postings();
        postings.went(body, flow);
        postings.observed(body, flow);
        return postings.list();
    }

    private void went(LotsTransformed body, ElementFlow flow) {
        Kind end = last(body).kind() == OutputKind.LOSS ? Kind.LOSS : Kind.UNACCOUNTED;
        for (Element element : flow.elements()) {
            // Dividing and joining would let throughput, and with it the limit, grow without end.
            if (!body.process().onlyHandles()) {
                add(element, Kind.THROUGHPUT, flow.in(element), uncertainty(body, element));
            }
            add(element, end, flow.gone(element), BigInteger.ZERO);
        }
    }

    private void observed(LotsTransformed body, ElementFlow flow) {
        for (int i = 0; i < flow.lots().size(); i++) {
            for (MeasuredElement measured : body.outputs().get(i).measured()) {
                Mass book = flow.lots().get(i).getOrDefault(measured.element(), Mass.ZERO);
                BigInteger above = big(measured.mass()).subtract(big(book));
                add(measured.element(), Kind.OBSERVED, above.max(BigInteger.ZERO), square(measured.uncertainty()));
            }
        }
    }

    /** What is only measured leaves a line too, for the limit of error counts it. */
    private void add(Element element, Kind kind, BigInteger micrograms, BigInteger squares) {
        if (micrograms.signum() != 0 || squares.signum() != 0) {
            amounts.computeIfAbsent(element, some -> new EnumMap<>(Kind.class))
                    .merge(kind, new Amount(micrograms, squares), Amount::plus);
        }
    }

    private List<Posting> list() {
        List<Posting> list = new ArrayList<>();
        amounts.forEach((element, kinds) -> kinds.forEach(
                (kind, amount) -> list.add(new Posting(element, kind, amount.micrograms, amount.squares))));
        return List.copyOf(list);
    }

    private static BigInteger uncertainty(LotsTransformed body, Element element) {
        BigInteger squares = BigInteger.ZERO;
        for (Input input : body.inputs()) {
            Mass stated = input.uncertainties()
                    .map(some -> some.masses().getOrDefault(element, Mass.ZERO))
                    .orElse(Mass.ZERO);
            squares = squares.add(square(stated));
        }
        return squares;
    }

    private static Output last(LotsTransformed body) {
        return body.outputs().get(body.outputs().size() - 1);
    }

    private static BigInteger square(Mass mass) {
        return big(mass).pow(2);
    }

    private static BigInteger big(Mass mass) {
        return BigInteger.valueOf(mass.micrograms());
    }
}
