package io.lodestone.evidence.quantity;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A non-negative decimal with one spelling: no sign, exponent, leading zeros or trailing zeros; at most 18 digits
 * before the point and 18 after it. So {@code 1e999999999} never reaches arithmetic.
 */
public record DecimalText(BigDecimal value) implements Comparable<DecimalText> {

    private static final Pattern SPELLING = Pattern.compile("(0|[1-9][0-9]{0,17})(\\.[0-9]{0,17}[1-9])?");

    public DecimalText {
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (!SPELLING.matcher(value.toPlainString()).matches()) {
            throw new IllegalArgumentException(
                    "a decimal has at most 18 digits before and 18 after the point, no sign");
        }
    }

    public static DecimalText parse(String text) {
        if (text.length() > 37 || !SPELLING.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "must be a plain decimal such as 0.995: no sign, exponent, leading or trailing zeros");
        }
        return new DecimalText(new BigDecimal(text));
    }

    public Ratio ratio() {
        return Ratio.of(value);
    }

    @Override
    public int compareTo(DecimalText other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
