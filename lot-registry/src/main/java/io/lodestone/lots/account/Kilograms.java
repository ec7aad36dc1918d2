package io.lodestone.lots.account;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Sums of masses as the API answers them: a sum may be more than one lot can weigh. */
public final class Kilograms {

    private static final int DECIMALS = 9;

    private Kilograms() {}

    public static String text(BigInteger micrograms) {
        return micrograms.signum() == 0
                ? "0"
                : new BigDecimal(micrograms, DECIMALS).stripTrailingZeros().toPlainString();
    }
}
