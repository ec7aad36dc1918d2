package io.lodestone.lots.transformation;

import io.lodestone.evidence.provenance.DrawInput;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Input;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.lots.lot.BookedLot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is taken of which lots, by a transformation or into a pool.
 *
 * @param lots as booked, in the order of {@code wanted}
 * @param relied the assay of each lot that has one
 */
public record Consumption(List<WantedInput> wanted, List<BookedLot> lots, Map<LotId, Relied> relied) {

    /** What is taken of one lot: as stated, or all that remains. */
    public Mass mass(int i) {
        return wanted.get(i).consumed().orElseGet(() -> lots.get(i).remaining().total());
    }

    /** For the kernel's draw. */
    public List<DrawInput> draws() {
        List<DrawInput> drawn = new ArrayList<>();
        for (int i = 0; i < lots.size(); i++) {
            drawn.add(new DrawInput(lots.get(i).remaining(), mass(i)));
        }
        return drawn;
    }

    /** For the statement. */
    public List<Input> stated() {
        List<Input> stated = new ArrayList<>();
        for (int i = 0; i < lots.size(); i++) {
            Optional<Relied> assay =
                    Optional.ofNullable(relied.get(wanted.get(i).lot()));
            stated.add(Relied.input(wanted.get(i), lots.get(i), mass(i), assay));
        }
        return stated;
    }
}
