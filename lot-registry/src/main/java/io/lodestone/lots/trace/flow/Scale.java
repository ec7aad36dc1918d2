package io.lodestone.lots.trace.flow;

import java.math.BigInteger;

/**
 * Micrograms as hundredths of a pixel. Lengths are differences of scaled running sums, so that parts are exactly as
 * long together as their whole.
 */
record Scale(BigInteger whole, long length) {

    Scale {
        whole = whole.max(BigInteger.ONE);
    }

    long at(long weight) {
        return BigInteger.valueOf(weight)
                .multiply(BigInteger.valueOf(length))
                .divide(whole)
                .longValueExact();
    }
}
