package io.lodestone.evidence.plausibility;

import io.lodestone.evidence.provenance.LotMaterial;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.quantity.DecimalText;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.quantity.Ratio;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.Input;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.LotsTransformed;
import java.util.List;

/**
 * How uncertain the book is of an element in a lot, by the statement that made the lot. A registered lot has the
 * uncertainties of its components; one that was made has, in proportion, those that were stated of what it was made of.
 */
public final class BookUncertainty {

    /** Expanded uncertainties are compared at this coverage factor. */
    private static final long COVERAGE = 2;

    private BookUncertainty() {}

    /**
     * The square of the expanded uncertainty (k = 2) of the element's fraction of the lot; zero where none was stated.
     *
     * @param making the statement that made the lot
     * @param fraction the element's fraction of the lot by the book
     */
    public static Ratio squared(Body making, Element element, Ratio fraction) {
        if (making instanceof LotRegistered registered) {
            return ofComponents(registered.material(), element);
        } else if (making instanceof LotsTransformed transformed) {
            return ofInputs(transformed.inputs(), element).times(fraction.times(fraction));
        }
        return Ratio.ZERO;
    }

    private static Ratio ofComponents(List<LotMaterial> material, Element element) {
        Ratio squares = Ratio.ZERO;
        for (LotMaterial component : material) {
            if (component.uncertainty().isPresent()
                    && component.substance().tracked().contains(element)) {
                Ratio expanded = component
                        .uncertainty()
                        .map(DecimalText::ratio)
                        .orElseThrow()
                        .times(COVERAGE)
                        .dividedBy(component.coverageFactor().orElseThrow().ratio())
                        .times(component.substance().fractionOf(element));
                squares = squares.plus(expanded.times(expanded));
            }
        }
        return squares;
    }

    /** Relative to all that was consumed of the element. */
    private static Ratio ofInputs(List<Input> inputs, Element element) {
        Ratio consumed = Ratio.ZERO;
        Ratio squares = Ratio.ZERO;
        for (Input input : inputs) {
            OriginVector before = input.vector();
            if (!before.total().isZero()) {
                consumed = consumed.plus(
                        Ratio.of(before.of(element).micrograms(), before.total().micrograms())
                                .times(input.consumed().micrograms()));
            }
            Ratio stated = Ratio.of(
                    input.uncertainties()
                            .map(some -> some.masses().getOrDefault(element, Mass.ZERO))
                            .orElse(Mass.ZERO)
                            .micrograms(),
                    1);
            squares = squares.plus(stated.times(stated));
        }
        return consumed.isZero() ? Ratio.ZERO : squares.dividedBy(consumed.times(consumed));
    }
}
