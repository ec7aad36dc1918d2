package io.lodestone.lots.description;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Keys of the GS1 General Specifications that end in a check digit (section 7.9.1). */
final class Gs1 {

    private Gs1() {}

    /** The key as it was given; refuses a length or check digit that such a key does not have. */
    static String check(String scheme, String value) {
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "gtin" -> key(value, "a GTIN", Set.of(8, 12, 13, 14));
            case "gln" -> key(value, "a GLN", Set.of(13));
            case "sscc" -> key(value, "an SSCC", Set.of(18));
            default -> value;
        };
    }

    static String key(String digits, String what, Set<Integer> lengths) {
        if (!digits.matches("[0-9]+") || !lengths.contains(digits.length())) {
            throw new IllegalArgumentException(
                    what + " has " + words(lengths.stream().sorted().toList()) + " digits");
        }
        if (checkDigit(digits.substring(0, digits.length() - 1)) != digits.charAt(digits.length() - 1)) {
            throw new IllegalArgumentException(what + " ends in a check digit, and this one does not fit");
        }
        return digits;
    }

    private static String words(List<Integer> lengths) {
        return String.join(" or ", lengths.stream().map(String::valueOf).toList());
    }

    /** Weights 3, 1, 3, ... from the right; what is missing to a multiple of ten. */
    private static char checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? 3 * digit : digit;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }
}
