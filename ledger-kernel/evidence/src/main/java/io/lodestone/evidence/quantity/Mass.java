package io.lodestone.evidence.quantity;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * A mass in whole micrograms, from zero to 10^18 (a million tonnes), so that sums of a few lots still fit a long.
 *
 * <p>In formats it is a decimal integer string of micrograms; at the API a decimal string of kilograms with at most
 * nine decimals, which is the same precision.
 */
public record Mass(long micrograms) implements Comparable<Mass> {

    public static final long MAX_MICROGRAMS = 1_000_000_000_000_000_000L;
    public static final Mass ZERO = new Mass(0);

    private static final int KG_DECIMALS = 9;
    private static final Pattern MICROGRAMS = Pattern.compile("0|[1-9][0-9]{0,18}");
    private static final Pattern KILOGRAMS = Pattern.compile("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,18})?");

    public Mass {
        if (micrograms < 0) {
            throw new FormatException(Fault.MASS_NOT_POSITIVE, "", "a mass cannot be negative");
        }
        if (micrograms > MAX_MICROGRAMS) {
            throw tooLarge();
        }
    }

    /** Reads micrograms as formats write them: digits without sign or leading zeros. */
    public static Mass parse(String micrograms) {
        if (!MICROGRAMS.matcher(micrograms).matches()) {
            throw new FormatException(
                    Fault.MALFORMED, "", "a mass is a whole number of micrograms, such as 27107000000");
        }
        BigInteger value = new BigInteger(micrograms);
        if (value.bitLength() > 62) {
            throw tooLarge();
        }
        return new Mass(value.longValueExact());
    }

    /** Like {@link #parse}, and refuses zero. */
    public static Mass parsePositive(String micrograms) {
        return parse(micrograms).requirePositive();
    }

    /** Reads kilograms as the API writes them; refuses zero, negative, over-precise and too large masses apart. */
    public static Mass parseKg(String kilograms) {
        if (!KILOGRAMS.matcher(kilograms).matches()) {
            throw new FormatException(
                    Fault.MALFORMED, "", "a mass is a decimal string of kilograms without exponent, such as 27.107");
        }
        BigDecimal value = new BigDecimal(kilograms);
        if (value.signum() <= 0) {
            throw new FormatException(Fault.MASS_NOT_POSITIVE, "", "a mass must be above zero");
        }
        if (value.stripTrailingZeros().scale() > KG_DECIMALS) {
            throw new FormatException(
                    Fault.MASS_TOO_PRECISE, "", "a mass in kilograms has at most nine decimals (one microgram)");
        }
        BigInteger micrograms = value.movePointRight(KG_DECIMALS).toBigIntegerExact();
        if (micrograms.compareTo(BigInteger.valueOf(MAX_MICROGRAMS)) > 0) {
            throw tooLarge();
        }
        return new Mass(micrograms.longValueExact());
    }

    private static FormatException tooLarge() {
        return new FormatException(Fault.MASS_TOO_LARGE, "", "a mass is at most 10^18 micrograms (1,000,000,000 kg)");
    }

    public Mass requirePositive() {
        if (micrograms == 0) {
            throw new FormatException(Fault.MASS_NOT_POSITIVE, "", "a mass must be above zero");
        }
        return this;
    }

    public Mass plus(Mass other) {
        return new Mass(Math.addExact(micrograms, other.micrograms));
    }

    /** The difference; refuses to go below zero. */
    public Mass minus(Mass other) {
        return new Mass(micrograms - other.micrograms);
    }

    public boolean isZero() {
        return micrograms == 0;
    }

    /** Kilograms with trailing zeros removed, as the API answers: {@code 27.107}. */
    public String toKg() {
        BigDecimal value = BigDecimal.valueOf(micrograms, KG_DECIMALS).stripTrailingZeros();
        return value.toPlainString();
    }

    @Override
    public int compareTo(Mass other) {
        return Long.compare(micrograms, other.micrograms);
    }

    /** Micrograms, as formats write them. */
    @Override
    public String toString() {
        return Long.toString(micrograms);
    }
}
