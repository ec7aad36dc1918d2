package io.lodestone.evidence.determination;

import io.lodestone.evidence.quantity.DecimalText;
import io.lodestone.evidence.quantity.Ratio;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/**
 * A share's bounds and its denominator as decimals that a rule can compare.
 *
 * <p>Rules compare shares, and a share is the same when both sides are multiplied by one number. A compound's factor
 * is seldom a finite decimal (Dy2O3: 372997/325000), so all three are multiplied by the smallest whole number that
 * makes them finite: the comparison stays exact. Where even that needs more than 18 digits before or after the point
 * the bounds are moved outwards to 18 decimals of the share itself; then {@code exact} is false and the true share
 * still lies between them.
 */
record Scaled(DecimalText lower, DecimalText upper, DecimalText denominator, BigInteger scale, boolean exact) {

    private static final BigInteger FIVE = BigInteger.valueOf(5);
    private static final int DECIMALS = 18;

    static Scaled of(Ratio lower, Ratio upper, Ratio denominator) {
        BigInteger scale = BigInteger.ONE;
        for (Ratio part : List.of(lower, upper, denominator)) {
            BigInteger rest = withoutTwosAndFives(part.denominator());
            scale = scale.multiply(rest.divide(scale.gcd(rest)));
        }
        try {
            return new Scaled(decimal(lower, scale), decimal(upper, scale), decimal(denominator, scale), scale, true);
        } catch (IllegalArgumentException e) {
            return new Scaled(
                    rounded(lower.dividedBy(denominator), RoundingMode.FLOOR),
                    rounded(upper.dividedBy(denominator), RoundingMode.CEILING),
                    new DecimalText(BigDecimal.ONE),
                    BigInteger.ONE,
                    false);
        }
    }

    private static DecimalText decimal(Ratio ratio, BigInteger scale) {
        Ratio product = ratio.times(new Ratio(scale, BigInteger.ONE));
        return new DecimalText(new BigDecimal(product.numerator()).divide(new BigDecimal(product.denominator())));
    }

    private static DecimalText rounded(Ratio ratio, RoundingMode mode) {
        return new DecimalText(
                new BigDecimal(ratio.numerator()).divide(new BigDecimal(ratio.denominator()), DECIMALS, mode));
    }

    private static BigInteger withoutTwosAndFives(BigInteger value) {
        BigInteger rest = value.shiftRight(value.getLowestSetBit());
        while (rest.mod(FIVE).signum() == 0) {
            rest = rest.divide(FIVE);
        }
        return rest;
    }
}
