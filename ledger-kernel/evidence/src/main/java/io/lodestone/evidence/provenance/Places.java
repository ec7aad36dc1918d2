package io.lodestone.evidence.provenance;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonArray;
import io.lodestone.evidence.canonical.Members;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * A non-empty sorted set of ISO 3166-1 alpha-2 codes or the word {@code Unknown}, read as "may be any of these".
 * Unknown is a member of its own: never no country, never a particular one.
 */
public record Places(List<String> codes) {

    public static final String UNKNOWN = "Unknown";
    public static final int MAX_CODES = 64;

    private static final Set<String> ISO = Set.copyOf(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2));

    public Places {
        codes = List.copyOf(codes);
        if (codes.isEmpty() || codes.size() > MAX_CODES) {
            throw new IllegalArgumentException("needs between 1 and " + MAX_CODES + " countries or Unknown");
        }
        if (!codes.equals(List.copyOf(new TreeSet<>(codes)))) {
            throw new IllegalArgumentException("countries must be sorted and different");
        }
        codes = codes.stream().map(Places::checkCode).toList();
    }

    public static Places of(String... codes) {
        return new Places(List.copyOf(new TreeSet<>(List.of(codes))));
    }

    /** Returns {@code code} if it is a country that exists, or Unknown. */
    public static String checkCode(String code) {
        return code.equals(UNKNOWN) ? code : country(code);
    }

    /** Returns {@code code} if ISO 3166-1 assigns it. */
    public static String country(String code) {
        if (!ISO.contains(code)) {
            throw new IllegalArgumentException("is not an ISO 3166-1 alpha-2 country code");
        }
        return code;
    }

    public static Places read(Members in, String name) {
        List<String> codes = in.strings(name, MAX_CODES, 16, Places::checkCode);
        return in.made(name, () -> new Places(codes));
    }

    public JsonArray json() {
        return Json.strings(codes);
    }

    /** Certainly one of them and no other: the set is exactly {@code code}. */
    public boolean isOnly(String code) {
        return codes.equals(List.of(code));
    }

    /** Possibly {@code code}: it is named, or nobody knows. */
    public boolean mayBe(String code) {
        return codes.contains(code) || codes.contains(UNKNOWN);
    }
}
