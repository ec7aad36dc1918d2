package io.lodestone.lots.csv;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Records of comma-separated values as RFC 4180 has them, safe to open in a spreadsheet: what a spreadsheet would take
 * for a formula stands behind an apostrophe.
 */
public final class Csv {

    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r]");
    private static final Pattern SPECIAL = Pattern.compile("[\",\\r\\n]");

    private Csv() {}

    /** One record, with its line end. */
    public static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        boolean formula = FORMULA.matcher(text).find();
        String safe = formula ? "'" + text : text;
        return formula || SPECIAL.matcher(text).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
