package io.lodestone.evidence.plausibility;

import io.lodestone.evidence.massbalance.MassBalance;
import io.lodestone.evidence.plausibility.Posting.Kind;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.OutputKind;
import io.lodestone.evidence.provenance.PoolResult.Booked;
import io.lodestone.evidence.provenance.PoolResult.Ran;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Input;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.MeasuredElement;
import io.lodestone.evidence.statement.Output;
import io.lodestone.evidence.statement.PoolCounted;
import io.lodestone.evidence.statement.PoolRun;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What transformations and pools post to the accounts of their facility. */
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

    /** What a run receives is throughput, and its loss a loss; what stays in the pool is still there. */
    public static List<Posting> of(PoolRun body, Ran ran) {
        Postings postings = new Postings();
        for (int i = 0; i < ran.consumed().size(); i++) {
            Input input = body.inputs().get(i);
            MassBalance.totals(ran.consumed().get(i))
                    .forEach((element, mass) ->
                            postings.add(element, Kind.THROUGHPUT, big(mass), uncertainty(input, element)));
        }
        for (int i = 0; i < ran.drawn().size(); i++) {
            Output output = body.outputs().get(i);
            SortedMap<Element, Mass> book = MassBalance.totals(ran.drawn().get(i));
            if (output.kind() == OutputKind.LOSS) {
                postings.all(Kind.LOSS, ran.drawn().get(i));
            }
            postings.observed(output.measured(), book);
        }
        return postings.list();
    }

    /** What a stock-take does not find is unaccounted for; what it finds above the book is an observation. */
    public static List<Posting> of(PoolCounted body, Booked booked) {
        Postings postings = new Postings();
        postings.all(Kind.UNACCOUNTED, booked.lost());
        postings.observed(body.counted(), MassBalance.totals(body.before().vector()));
        return postings.list();
    }

    /** A late loss was no stated one when it happened; a late gain makes up for none. */
    public static List<Posting> adjusted(Booked booked) {
        Postings postings = new Postings();
        postings.all(Kind.UNACCOUNTED, booked.lost());
        postings.all(Kind.OBSERVED, booked.gained());
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
            observed(body.outputs().get(i).measured(), flow.lots().get(i));
        }
    }

    private void observed(List<MeasuredElement> found, SortedMap<Element, Mass> book) {
        for (MeasuredElement measured : found) {
            BigInteger above = big(measured.mass()).subtract(big(book.getOrDefault(measured.element(), Mass.ZERO)));
            add(measured.element(), Kind.OBSERVED, above.max(BigInteger.ZERO), square(measured.uncertainty()));
        }
    }

    private void all(Kind kind, OriginVector vector) {
        MassBalance.totals(vector).forEach((element, mass) -> add(element, kind, big(mass), BigInteger.ZERO));
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
            squares = squares.add(uncertainty(input, element));
        }
        return squares;
    }

    private static BigInteger uncertainty(Input input, Element element) {
        return square(input.uncertainties()
                .map(some -> some.masses().getOrDefault(element, Mass.ZERO))
                .orElse(Mass.ZERO));
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
