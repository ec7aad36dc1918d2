package io.lodestone.lots.transformation;

import io.lodestone.evidence.provenance.StatedElements;
import io.lodestone.evidence.quantity.DecimalText;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.AssayRecorded;
import io.lodestone.evidence.statement.Input;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.lots.assay.Readings;
import io.lodestone.lots.lot.BookedLot;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The assay that an input relies on, with the water that the lot was stated to hold. */
public record Relied(AssayRecorded assay, Optional<DecimalText> moisture) {

    /** How uncertain (k = 2) the consumed mass of each element of the book is by this assay; empty where it says none. */
    Optional<StatedElements> uncertainties(BookedLot lot, Mass consumed) {
        SortedMap<Element, Mass> found = new TreeMap<>(Element.BY_SYMBOL);
        Readings.of(assay, lot.remaining(), moisture).forEach((element, reading) -> {
            Mass uncertainty = reading.uncertaintyOf(consumed);
            if (!uncertainty.isZero()) {
                found.put(element, uncertainty);
            }
        });
        return found.isEmpty() ? Optional.empty() : Optional.of(new StatedElements(found));
    }

    /** The input as the statement has it: with the assay it relies on, and how uncertain what it brings is by that. */
    public static Input input(WantedInput wanted, BookedLot lot, Mass consumed, Optional<Relied> relied) {
        return new Input(
                new LotVersion(lot.lot(), lot.version()),
                consumed,
                wanted.assay().or(() -> relied.map(found -> found.assay().assay())),
                lot.remaining(),
                relied.flatMap(found -> found.uncertainties(lot, consumed)));
    }
}
