package io.lodestone.evidence.statement;

import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.quantity.Ratio;
import java.math.BigInteger;

/** What a weighing differs from the mass that was offered: exact, and of no effect on what the ledger holds. */
public record Discrepancy(Mass offered, Weighing weighing) {

    /** Below zero where less arrived than was offered. */
    public BigInteger differenceUg() {
        return BigInteger.valueOf(weighing.net().micrograms()).subtract(BigInteger.valueOf(offered.micrograms()));
    }

    /** Its size as a part of what was offered. */
    public Ratio relative() {
        return new Ratio(differenceUg().abs(), BigInteger.valueOf(offered.micrograms()));
    }

    /** Whether the uncertainty of the weighing does not explain it. */
    public boolean significant() {
        return differenceUg()
                        .abs()
                        .compareTo(BigInteger.valueOf(weighing.uncertainty().micrograms()))
                > 0;
    }
}
