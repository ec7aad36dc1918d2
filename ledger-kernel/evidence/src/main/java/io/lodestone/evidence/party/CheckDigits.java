package io.lodestone.evidence.party;

import java.util.regex.Pattern;

/** The check digits of registry identifiers. Each method throws {@link IllegalArgumentException} for a wrong one. */
public final class CheckDigits {

    private static final Pattern LEI = Pattern.compile("[0-9A-Z]{18}[0-9]{2}");
    private static final Pattern GLN = Pattern.compile("[0-9]{13}");

    /** GB 32100-2015: digits and capitals without I, O, S, V and Z. */
    private static final String USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final Pattern USCC =
            Pattern.compile("[" + USCC_ALPHABET + "]{2}[0-9]{6}[" + USCC_ALPHABET + "]{10}");

    private CheckDigits() {}

    /** ISO 17442: 18 characters and two check digits by ISO/IEC 7064, MOD 97-10. */
    public static String lei(String text) {
        if (!LEI.matcher(text).matches()) {
            throw new IllegalArgumentException("an LEI has 18 digits or capitals and 2 check digits (ISO 17442)");
        }
        int remainder = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = Character.digit(text.charAt(i), 36);
            remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97;
        }
        return checked(text, remainder == 1, "LEI");
    }

    /** GB 32100-2015: weights are the powers of 3 modulo 31, and the last character makes the sum a multiple of 31. */
    public static String uscc(String text) {
        if (!USCC.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "a USCC has 18 digits or capitals without I, O, S, V, Z, the 3rd to 8th digits (GB 32100-2015)");
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += USCC_ALPHABET.indexOf(text.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return checked(text, (sum + USCC_ALPHABET.indexOf(text.charAt(17))) % 31 == 0, "USCC");
    }

    /** GS1 General Specifications 7.9.1: 13 digits; from the right, digits count once and three times in turn. */
    public static String gln(String text) {
        if (!GLN.matcher(text).matches()) {
            throw new IllegalArgumentException("a GLN has 13 digits (GS1 General Specifications)");
        }
        int sum = 0;
        for (int i = 0; i < 13; i++) {
            sum += (text.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return checked(text, sum % 10 == 0, "GLN");
    }

    private static String checked(String text, boolean right, String name) {
        if (!right) {
            throw new IllegalArgumentException("the check digit of this " + name + " is wrong");
        }
        return text;
    }
}
