package io.lodestone.evidence.party;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import java.util.Locale;

/** What a public registry calls somebody. Its check digit is right where the scheme has one. */
public record Identifier(Scheme scheme, String value) {

    public static final int MAX_VALUE = 64;

    public enum Scheme {
        LEI,
        USCC,
        GLN,
        DUNS,
        OTHER;

        static Scheme parse(String wire) {
            for (Scheme scheme : values()) {
                if (scheme.wire().equals(wire)) {
                    return scheme;
                }
            }
            throw new IllegalArgumentException("must be lei, uscc, gln, duns or other");
        }

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Identifier {
        value = switch (scheme) {
            case LEI -> CheckDigits.lei(value);
            case USCC -> CheckDigits.uscc(value);
            case GLN -> CheckDigits.gln(value);
            case DUNS -> duns(value);
            case OTHER -> Texts.line(value);
        };
    }

    private static String duns(String value) {
        if (!value.matches("[0-9]{9}")) {
            throw new IllegalArgumentException("a D-U-N-S number has 9 digits, without hyphens");
        }
        return value;
    }

    static Identifier read(Members in) {
        Scheme scheme = in.parsed("scheme", 8, Scheme::parse);
        return new Identifier(scheme, in.parsed("value", MAX_VALUE, value -> new Identifier(scheme, value).value()));
    }

    /** Reads {@code scheme:value}. */
    public static Identifier parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0 || text.length() > MAX_VALUE + 8) {
            throw new IllegalArgumentException("must be a scheme, a colon and a value");
        }
        return new Identifier(Scheme.parse(text.substring(0, colon)), text.substring(colon + 1));
    }

    public JsonObject json() {
        return Json.object().put("scheme", scheme.wire()).put("value", value).build();
    }

    @Override
    public String toString() {
        return scheme.wire() + ":" + value;
    }
}
