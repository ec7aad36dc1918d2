package io.lodestone.evidence.party;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.statement.Annex;
import io.lodestone.evidence.statement.Salt;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What a facility is: an annex of kind {@code facility}. An annex that has the name alone, as the first ones have, is
 * one.
 *
 * @param gln GS1's location number
 * @param zone name of an IANA time zone, by which local times of the place are read
 */
public record FacilityDescription(
        String name, Optional<String> gln, Optional<Coordinates> coordinates, Optional<ZoneId> zone) {

    public static final String KIND = "facility";
    private static final int MAX_ZONE = 64;

    public static FacilityDescription read(Members in) {
        return new FacilityDescription(
                in.parsed("name", Texts.MAX_NAME, Texts::line),
                in.optionalParsed("gln", 13, CheckDigits::gln),
                Texts.object(in, "coordinates", Coordinates::read),
                in.optionalParsed("zone", MAX_ZONE, FacilityDescription::zone));
    }

    /** Reads the content of an annex; a {@code FormatException} for any other. */
    public static FacilityDescription read(JsonObject content) {
        Members in = Members.of(content);
        in.literal("kind", KIND);
        FacilityDescription description = read(in);
        in.end();
        return description;
    }

    /** A fixed offset is no zone: it cannot say when clocks are changed. */
    private static ZoneId zone(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new IllegalArgumentException("is not a time zone that exists, such as Asia/Shanghai");
        }
        return ZoneId.of(name);
    }

    public JsonObject json() {
        return Json.object()
                .put("coordinates", Texts.json(coordinates, Coordinates::json))
                .putWire("gln", gln)
                .put("kind", KIND)
                .put("name", name)
                .putWire("zone", zone)
                .build();
    }

    public Annex annex(Salt salt) {
        return new Annex(json(), salt);
    }
}
