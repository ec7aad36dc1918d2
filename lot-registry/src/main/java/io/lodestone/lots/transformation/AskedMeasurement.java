package io.lodestone.lots.transformation;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.quantity.DecimalText;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.quantity.Ratio;
import io.lodestone.evidence.statement.MeasuredElement;
import io.lodestone.lots.outbox.Fields;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What was measured of an element in an output, as a mass or as a fraction of it; the expanded uncertainty (k = 2) in
 * the same way, and none where it is left out.
 */
public record AskedMeasurement(
        Element element,
        Optional<Mass> mass,
        Optional<DecimalText> fraction,
        Optional<Mass> uncertaintyMass,
        Optional<DecimalText> uncertainty) {

    private static final int DECIMAL = 37;
    private static final Ratio HALF = Ratio.of(1, 2);

    static AskedMeasurement read(Members in) {
        AskedMeasurement asked = new AskedMeasurement(
                in.parsed("element", 2, Element::parse),
                in.optionalParsed("massKg", Fields.MASS, Fields::massOrZero),
                in.optionalParsed("fraction", DECIMAL, AskedMeasurement::fraction),
                in.optionalParsed("uncertaintyKg", Fields.MASS, Fields::massOrZero),
                in.optionalParsed("uncertainty", DECIMAL, AskedMeasurement::fraction));
        if (asked.mass.isPresent() == asked.fraction.isPresent()) {
            throw new FormatException(
                    Fault.MISSING_FIELD, in.path("massKg"), "exactly one of massKg and fraction is given");
        }
        if (asked.mass.isPresent() ? asked.uncertainty.isPresent() : asked.uncertaintyMass.isPresent()) {
            throw new FormatException(
                    Fault.MALFORMED,
                    in.path("uncertainty"),
                    "uncertaintyKg belongs to massKg, and uncertainty to fraction");
        }
        return asked;
    }

    private static DecimalText fraction(String text) {
        DecimalText fraction = Fields.decimal(text);
        if (fraction.value().compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("a fraction is at most 1");
        }
        return fraction;
    }

    /** In micrograms, to the nearest one. */
    MeasuredElement of(Mass output) {
        return new MeasuredElement(
                element,
                mass.or(() -> fraction.map(part -> part(part, output))).orElseThrow(),
                uncertaintyMass
                        .or(() -> uncertainty.map(part -> part(part, output)))
                        .orElse(Mass.ZERO));
    }

    private static Mass part(DecimalText fraction, Mass of) {
        return new Mass(
                fraction.ratio().times(of.micrograms()).plus(HALF).floor().longValueExact());
    }
}
