package io.lodestone.lots.pool;

import io.lodestone.evidence.digest.Digest;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * One line of a balance sheet: what happened in a period to the mass of one element and origin, in micrograms. What
 * flows through a pool may add up to more than any lot can weigh, so these are no masses.
 *
 * @param element symbol, or {@link #OPEN}
 * @param profile empty for open mass
 */
public record SheetLine(String element, Optional<Digest> profile, Map<Column, BigInteger> ug) {

    /** The mass of no tracked element: it sorts after every symbol. */
    public static final String OPEN = "open";

    /** What a sheet tells apart. Counts and adjustments have a sign, the others do not. */
    public enum Column {
        OPENING("opening", 1),
        RECEIPTS("receipts", 1),
        WITHDRAWALS("withdrawals", -1),
        LOSSES("losses", -1),
        COUNTED("countDifference", 1),
        ADJUSTED("adjustments", 1);

        private final String wire;
        private final int sign;

        Column(String wire, int sign) {
            this.wire = wire;
            this.sign = sign;
        }

        public String wire() {
            return wire;
        }
    }

    public SheetLine {
        Map<Column, BigInteger> all = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            all.put(column, ug.getOrDefault(column, BigInteger.ZERO));
        }
        ug = Map.copyOf(all);
    }

    public BigInteger of(Column column) {
        return ug.getOrDefault(column, BigInteger.ZERO);
    }

    /** Opening stock and receipts less withdrawals and losses, with differences and adjustments. */
    public BigInteger closing() {
        BigInteger sum = BigInteger.ZERO;
        for (Column column : Column.values()) {
            sum = sum.add(of(column).multiply(BigInteger.valueOf(column.sign)));
        }
        return sum;
    }

    /** Column by column; the line keeps its own element and profile. */
    public SheetLine plus(SheetLine other) {
        Map<Column, BigInteger> sums = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            sums.put(column, of(column).add(other.of(column)));
        }
        return new SheetLine(element, profile, sums);
    }
}
