package io.lodestone.lots.pool;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.PoolResult.Booked;
import io.lodestone.evidence.provenance.PoolResult.Ran;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.PoolRun;
import io.lodestone.lots.pool.SheetLine.Column;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What one statement adds to the sheet of the open period, under the profiles of the pool itself. */
public final class Movements {

    private final Map<String, SheetLine> lines = new TreeMap<>();

    private Movements() {}

    /** The stock with which a period begins. */
    public static List<SheetLine> opening(OriginVector stock) {
        Movements all = new Movements();
        all.add(Column.OPENING, stock, 1);
        return all.lines();
    }

    /** Open mass that came with no lot is a receipt too. */
    public static List<SheetLine> of(PoolRun body, Ran ran) {
        Movements all = new Movements();
        ran.consumed().forEach(vector -> all.add(Column.RECEIPTS, vector, 1));
        all.add(SheetLine.OPEN, Optional.empty(), Column.RECEIPTS, body.openGain(), 1);
        for (int i = 0; i < ran.drawn().size(); i++) {
            boolean lot = body.outputs().get(i).kind().isLot();
            all.add(lot ? Column.WITHDRAWALS : Column.LOSSES, ran.drawn().get(i), 1);
        }
        return all.lines();
    }

    public static List<SheetLine> counted(Booked booked) {
        Movements all = new Movements();
        all.add(Column.COUNTED, booked.lost(), -1);
        return all.lines();
    }

    public static List<SheetLine> adjusted(Booked booked) {
        Movements all = new Movements();
        all.add(Column.ADJUSTED, booked.lost(), -1);
        all.add(Column.ADJUSTED, booked.gained(), 1);
        return all.lines();
    }

    private void add(Column column, OriginVector vector, int sign) {
        vector.rowList()
                .forEach(row -> add(row.element().symbol(), Optional.of(row.profile()), column, row.mass(), sign));
        add(SheetLine.OPEN, Optional.empty(), column, vector.open(), sign);
    }

    private void add(String element, Optional<Digest> profile, Column column, Mass mass, int sign) {
        if (!mass.isZero()) {
            BigInteger ug = BigInteger.valueOf(sign * mass.micrograms());
            lines.merge(
                    element + " " + profile.map(Digest::hex).orElse(""),
                    new SheetLine(element, profile, Map.of(column, ug)),
                    SheetLine::plus);
        }
    }

    private List<SheetLine> lines() {
        return List.copyOf(lines.values());
    }
}
