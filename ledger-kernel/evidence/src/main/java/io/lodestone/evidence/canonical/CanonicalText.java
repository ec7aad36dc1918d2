package io.lodestone.evidence.canonical;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Objects;

/**
 * Which strings may stand in a canonical document: well-formed UTF-16, NFC (Unicode Standard Annex 15), and only code
 * points that Unicode 13 assigns.
 *
 * <p>The last rule is for time: Java 17 knows Unicode 13 and later versions know more, so the NFC form of a newer
 * character would depend on who checks it.
 */
final class CanonicalText {

    /** Below this every character is assigned and in NFC on its own, whatever surrounds it. */
    private static final char FIRST_COMBINING = 0x300;

    /** First and last code point of each unassigned range, flattened, ascending. */
    private static final int[] UNASSIGNED = load();

    private CanonicalText() {}

    static String check(String text, String path) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= FIRST_COMBINING) {
                return checkFully(text, path);
            }
            if (c == 0) {
                throw nul(path);
            }
        }
        return text;
    }

    /** Many stores end a text there; a ledger must not accept what some of its readers cannot keep. */
    private static FormatException nul(String path) {
        return new FormatException(Fault.MALFORMED, path, "the character U+0000 is not allowed");
    }

    private static String checkFully(String text, String path) {
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                throw new FormatException(Fault.MALFORMED, path, "a surrogate stands alone");
            }
            if (point == 0) {
                throw nul(path);
            }
            if (isUnassigned(point)) {
                throw new FormatException(Fault.MALFORMED, path, "a code point is not assigned in Unicode 13");
            }
            i += Character.charCount(point);
        }
        if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            throw new FormatException(Fault.NOT_CANONICAL, path, "text must be in Unicode form NFC");
        }
        return text;
    }

    static boolean isUnassigned(int point) {
        int at = Arrays.binarySearch(UNASSIGNED, point);
        return at >= 0 || ((-at - 1) & 1) == 1;
    }

    private static int[] load() {
        try (InputStream in = CanonicalText.class.getResourceAsStream("unassigned-unicode-13.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII);
            return text.lines()
                    .flatMap(line -> Arrays.stream(line.split("-")))
                    .mapToInt(hex -> Integer.parseInt(hex, 16))
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
