package io.lodestone.lots.transformation;

import io.lodestone.evidence.massbalance.MassBalance;
import io.lodestone.evidence.provenance.DrawOutput;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.OutputKind;
import io.lodestone.evidence.provenance.StatedElements;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.MeasuredElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Books what was measured. Where less of an element is in an output than the book gives it, the output states what was
 * measured; its mass does not change, so the difference is open mass from then on, and as much of the element joins the
 * loss. The other outputs keep what they had. More than the book gives is an observation, and moves nothing.
 *
 * @param outputs with their elements stated, where something was booked
 * @param openGain the open mass that arises by it
 */
record Weighing(List<DrawOutput> outputs, Mass openGain, List<BookedLoss> losses) {

    Weighing {
        outputs = List.copyOf(outputs);
        losses = List.copyOf(losses);
    }

    /**
     * @param outputs as the book alone has them
     * @param vectors what each holds by proportion
     * @param measured of each output; shorter where nothing was asked of the last
     */
    static Weighing of(List<DrawOutput> outputs, List<OriginVector> vectors, List<List<MeasuredElement>> measured) {
        List<BookedLoss> losses = new ArrayList<>();
        for (int i = 0; i < measured.size() && i < outputs.size(); i++) {
            for (MeasuredElement found : measured.get(i)) {
                Mass book = vectors.get(i).of(found.element());
                if (found.mass().compareTo(book) < 0) {
                    losses.add(new BookedLoss(i, found.element(), book, found.mass()));
                }
            }
        }
        return losses.isEmpty() ? new Weighing(outputs, Mass.ZERO, losses) : booked(outputs, vectors, losses);
    }

    private static Weighing booked(List<DrawOutput> outputs, List<OriginVector> vectors, List<BookedLoss> losses) {
        List<DrawOutput> booked = new ArrayList<>();
        Mass gain = Mass.ZERO;
        for (int i = 0; i < outputs.size() && outputs.get(i).kind().isLot(); i++) {
            SortedMap<Element, Mass> elements = new TreeMap<>(Element.BY_SYMBOL);
            elements.putAll(MassBalance.totals(vectors.get(i)));
            Mass less = Mass.ZERO;
            for (BookedLoss loss : losses) {
                if (loss.output() == i) {
                    elements.put(loss.element(), loss.measured());
                    less = less.plus(loss.book().minus(loss.measured()));
                }
            }
            elements.values().removeIf(Mass::isZero);
            DrawOutput output = outputs.get(i);
            booked.add(new DrawOutput(
                    output.kind(), output.mass(), output.open().plus(less), Optional.of(new StatedElements(elements))));
            gain = gain.plus(less);
        }
        booked.add(last(outputs, gain));
        return new Weighing(booked, gain, losses);
    }

    /** The stated loss grows; where there is none, nobody accounted for what was not found. */
    private static DrawOutput last(List<DrawOutput> outputs, Mass gain) {
        DrawOutput last = outputs.get(outputs.size() - 1);
        return last.kind().isLot()
                ? DrawOutput.of(OutputKind.UNACCOUNTED, gain, Mass.ZERO)
                : DrawOutput.of(last.kind(), last.mass().plus(gain), last.open());
    }
}
