package io.lodestone.evidence.provenance;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonArray;
import io.lodestone.evidence.canonical.Members;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A non-empty sorted set of ISO 3166-1 alpha-2 codes or the word {@code Unknown}, read as "may be any of these".
 * Unknown is a member of its own: never no country, never a particular one.
 */
public record Places(List<String> codes) {

    public static final String UNKNOWN = "Unknown";
    public static final int MAX_CODES = 64;

    /** ISO 3166-1 as of 2026, written out: what a ledger accepts must not depend on the Java that checks it. */
    private static final Set<String> ISO =
            Set.of(("AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN "
                            + "BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ "
                            + "DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL "
                            + "GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM "
                            + "JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME "
                            + "MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP "
                            + "NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD "
                            + "SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO "
                            + "TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW")
                    .split(" "));

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

    /** May be any that one of {@code places} may be; where that is more than 64 codes, Unknown alone. */
    public static Places anyOf(Collection<Places> places) {
        TreeSet<String> codes = new TreeSet<>();
        places.forEach(it -> codes.addAll(it.codes));
        return codes.size() > MAX_CODES ? of(UNKNOWN) : new Places(List.copyOf(codes));
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
