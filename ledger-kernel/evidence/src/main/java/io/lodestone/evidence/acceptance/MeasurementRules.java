package io.lodestone.evidence.acceptance;

import io.lodestone.evidence.acceptance.Refusal.Code;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Input;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.MeasuredElement;
import io.lodestone.evidence.statement.Output;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * Measurements of what a transformation made, held against its book masses. More than the book within the joint
 * expanded uncertainty (k = 2) of input and output assays is an observation and changes nothing; more than that is
 * refused. Less than the book is not kept: the book mass has to be what was measured, and the rest the loss.
 */
final class MeasurementRules {

    private MeasurementRules() {}

    static Optional<Refusal> check(LotsTransformed body, List<OriginVector> outputs) {
        return check(body.outputs(), body.inputs(), outputs);
    }

    /**
     * @param stated the outputs as the statement has them
     * @param inputs all that they were made of
     * @param outputs what each of them holds
     */
    static Optional<Refusal> check(List<Output> stated, List<Input> inputs, List<OriginVector> outputs) {
        for (int i = 0; i < outputs.size(); i++) {
            for (MeasuredElement measured : stated.get(i).measured()) {
                Optional<Refusal> refusal = check(inputs, outputs.get(i), measured, "body.outputs[" + i + "].measured");
                if (refusal.isPresent()) {
                    return refusal;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> check(
            List<Input> inputs, OriginVector output, MeasuredElement measured, String path) {
        String symbol = measured.element().symbol();
        Mass book = output.of(measured.element());
        if (measured.mass().compareTo(book) < 0) {
            return Optional.of(new Refusal(
                    Code.MEASURED_BELOW_BOOK,
                    path,
                    "only " + measured.mass() + " µg " + symbol + " were measured, and the book says " + book
                            + ": state what was measured in elements, the rest is the loss"));
        }
        if (within(measured.mass().minus(book), measured.uncertainty(), inputs, measured.element())) {
            return Optional.empty();
        }
        boolean known = inputs.stream().anyMatch(input -> input.vector().rows().containsKey(measured.element()));
        return Optional.of(
                known
                        ? new Refusal(
                                Code.ELEMENT_EXCEEDS_INPUTS,
                                path,
                                symbol + " exceeds the book mass by more than the assays' joint uncertainty")
                        : new Refusal(Code.ELEMENT_NOT_IN_INPUTS, path, symbol + " is in none of the inputs"));
    }

    /** excess^2 against the sum of the squared uncertainties, in integers. */
    private static boolean within(Mass excess, Mass uncertainty, List<Input> inputs, Element element) {
        BigInteger squares = square(uncertainty);
        for (Input input : inputs) {
            Mass stated = input.uncertainties()
                    .map(some -> some.masses().getOrDefault(element, Mass.ZERO))
                    .orElse(Mass.ZERO);
            squares = squares.add(square(stated));
        }
        return square(excess).compareTo(squares) <= 0;
    }

    private static BigInteger square(Mass mass) {
        return BigInteger.valueOf(mass.micrograms()).pow(2);
    }
}
