package io.lodestone.evidence.party;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** A place by WGS 84, in decimal degrees as they were stated: at most 6 decimals, which is a tenth of a metre. */
public record Coordinates(String latitude, String longitude) {

    private static final Pattern DEGREES = Pattern.compile("-?(0|[1-9][0-9]{0,2})(\\.[0-9]{1,6})?");

    public Coordinates {
        latitude = degrees(latitude, 90);
        longitude = degrees(longitude, 180);
    }

    private static String degrees(String text, int bound) {
        if (!DEGREES.matcher(text).matches() || new BigDecimal(text).abs().compareTo(BigDecimal.valueOf(bound)) > 0) {
            throw new IllegalArgumentException(
                    "must be decimal degrees between -" + bound + " and " + bound + " with at most 6 decimals");
        }
        return text;
    }

    static Coordinates read(Members in) {
        return new Coordinates(
                in.parsed("latitude", 12, text -> degrees(text, 90)),
                in.parsed("longitude", 12, text -> degrees(text, 180)));
    }

    JsonObject json() {
        return Json.object()
                .put("latitude", latitude)
                .put("longitude", longitude)
                .build();
    }
}
