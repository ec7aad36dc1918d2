package io.lodestone.evidence.provenance;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import java.util.Locale;
import java.util.Optional;

/**
 * One step of an origin: what was done, in which countries it may have been done, by whom, under whose control and
 * with whose technology. The operator is a salted digest whose opening lies in an annex, so a step names nobody.
 *
 * @param operator empty where the operator is not stated
 */
public record OriginStep(Kind step, Places countries, Optional<Digest> operator, Places ownership, Places technology) {

    /** The steps from ore to magnet in the order of the chain. */
    public enum Kind {
        MINED,
        CRACKED,
        SEPARATED,
        METAL,
        ALLOYED,
        SINTERED,
        MAGNETISED;

        public static Kind parse(String text) {
            for (Kind kind : values()) {
                if (kind.wire().equals(text)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException(
                    "must be one of mined, cracked, separated, metal, alloyed, sintered, magnetised");
        }

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static OriginStep read(Members in) {
        return new OriginStep(
                in.parsed("step", 16, Kind::parse),
                Places.read(in, "countries"),
                in.nullableParsed("operator", 44, Digest::parse),
                Places.read(in, "ownership"),
                Places.read(in, "technology"));
    }

    JsonObject json() {
        return Json.object()
                .put("countries", countries.json())
                .putWire("operator", operator)
                .put("ownership", ownership.json())
                .put("step", step.wire())
                .put("technology", technology.json())
                .build();
    }
}
