package io.lodestone.lots.assay;

import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.quantity.DecimalText;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.quantity.Ratio;
import io.lodestone.evidence.quantity.Substance;
import io.lodestone.evidence.statement.AssayRecorded;
import io.lodestone.evidence.statement.AssayRecorded.Basis;
import io.lodestone.evidence.statement.AssayRecorded.Sampled;
import io.lodestone.evidence.statement.AssayResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Brings an assay's results to one basis: metal, as a fraction of the lot as it is. The factors are exact ratios of
 * atomic masses.
 */
public final class Readings {

    private Readings() {}

    /**
     * The metal fraction of each element that the assay says something of.
     *
     * @param book the lot's vector: the total rare earth oxide that a TREO result is a fraction of, and the open mass
     *     that its water is at most
     * @param moisture fraction of the lot that is water, where it was stated
     */
    public static SortedMap<Element, Reading> of(
            AssayRecorded assay, OriginVector book, Optional<DecimalText> moisture) {
        Reading scale = scale(assay, book, moisture);
        SortedMap<Element, Reading> found = new TreeMap<>(Element.BY_SYMBOL);
        for (AssayResult result : assay.results()) {
            Reading stated = new Reading(result.least(), result.most(), result.squaredUncertainty());
            Reported.tracked(result.substance()).ifPresent(substance -> {
                for (Element element : substance.tracked()) {
                    Ratio factor = factor(assay.basis(), substance, element);
                    found.merge(
                            element, stated.times(factor, factor).times(scale.least(), scale.most()), Reading::plus);
                }
            });
        }
        return found;
    }

    /** What the book keeps as open mass, as a fraction of the lot as it is. */
    static Map<String, Reading> open(AssayRecorded assay, OriginVector book, Optional<DecimalText> moisture) {
        Reading scale = scale(assay, book, moisture);
        Map<String, Reading> found = new LinkedHashMap<>();
        for (AssayResult result : assay.results()) {
            if (Reported.isOpen(result.substance())) {
                found.put(
                        result.substance(),
                        new Reading(result.least(), result.most(), result.squaredUncertainty())
                                .times(scale.least(), scale.most()));
            }
        }
        return found;
    }

    /** An element reported on an oxide basis means its oxide; a compound of one element on a metal basis, the metal. */
    private static Ratio factor(Basis basis, Substance substance, Element element) {
        List<Element> tracked = substance.tracked();
        if (basis == Basis.METAL) {
            return tracked.size() == 1 ? Ratio.ONE : substance.fractionOf(element);
        }
        boolean bare = substance.formula().equals(element.symbol());
        return (bare ? TradeOxides.of(element) : Optional.<Substance>empty())
                .orElse(substance)
                .fractionOf(element);
    }

    /** What a fraction of the sample is of the lot; an interval where the water is not known. */
    private static Reading scale(AssayRecorded assay, OriginVector book, Optional<DecimalText> moisture) {
        if (assay.basis() == Basis.TREO) {
            Ratio treo = treo(book);
            return new Reading(treo, treo, Ratio.ZERO);
        }
        boolean dry = assay.rank().filter(rank -> rank.sampled() == Sampled.DRY).isPresent();
        if (!dry) {
            return new Reading(Ratio.ONE, Ratio.ONE, Ratio.ZERO);
        }
        Ratio wettest = moisture.map(DecimalText::ratio)
                .orElseGet(() -> Ratio.of(
                        book.open().micrograms(), Math.max(1, book.total().micrograms())));
        Ratio least = Ratio.ONE.minus(wettest);
        return new Reading(least, moisture.isPresent() ? least : Ratio.ONE, Ratio.ZERO);
    }

    private static Ratio treo(OriginVector book) {
        Ratio oxides = Ratio.ZERO;
        for (Element element : book.rows().keySet()) {
            if (TradeOxides.of(element).isPresent()) {
                Mass metal = book.of(element);
                oxides = oxides.plus(TradeOxides.oxide(element, Ratio.of(metal.micrograms(), 1)));
            }
        }
        return oxides.dividedBy(Ratio.of(Math.max(1, book.total().micrograms()), 1));
    }

    /** The metal fraction of each element as the book has it. */
    static SortedMap<Element, Reading> computed(OriginVector book) {
        SortedMap<Element, Reading> found = new TreeMap<>(Element.BY_SYMBOL);
        for (Element element : book.rows().keySet()) {
            Ratio fraction = Ratio.of(
                    book.of(element).micrograms(), Math.max(1, book.total().micrograms()));
            found.put(element, new Reading(fraction, fraction, Ratio.ZERO));
        }
        return found;
    }
}
