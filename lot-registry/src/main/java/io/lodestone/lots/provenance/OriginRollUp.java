package io.lodestone.lots.provenance;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginProfile.Recycled;
import io.lodestone.evidence.provenance.OriginStep;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.quantity.Ratio;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * A vector for people: each element's mass by chain of steps and countries. Operators, even as digests, are left out,
 * and profiles that then look alike are added. Beside it each element's share of recycled material, by class.
 */
public final class OriginRollUp {

    private static final int SHARE_DECIMALS = 6;

    private OriginRollUp() {}

    public static JsonObject of(OriginVector vector, Map<Digest, OriginProfile> profiles) {
        List<Json> elements = new ArrayList<>();
        vector.rows().forEach((element, masses) -> elements.add(element(element, masses, profiles)));
        return Json.object()
                .put("elements", Json.array(elements))
                .put("massKg", vector.total().toKg())
                .put("openKg", vector.open().toKg())
                .build();
    }

    private static Json element(Element element, SortedMap<Digest, Mass> masses, Map<Digest, OriginProfile> profiles) {
        Map<JsonObject, Mass> chains = new LinkedHashMap<>();
        Map<Recycled, Mass> recycled = new EnumMap<>(Recycled.class);
        Mass whole = Mass.ZERO;
        for (Map.Entry<Digest, Mass> row : masses.entrySet()) {
            OriginProfile profile = profiles.get(row.getKey());
            if (profile == null) {
                throw new IllegalStateException("a vector names a profile that was not read");
            }
            chains.merge(chain(profile), row.getValue(), Mass::plus);
            recycled.merge(profile.recycled(), row.getValue(), Mass::plus);
            whole = whole.plus(row.getValue());
        }
        long total = whole.micrograms();
        List<Json> origins = new ArrayList<>();
        chains.forEach((chain, mass) -> origins.add(share(chain, mass, total)));
        List<Json> classes = new ArrayList<>();
        recycled.forEach((made, mass) ->
                classes.add(share(Json.object().put("class", made.wire()).build(), mass, total)));
        return Json.object()
                .put("element", element.symbol())
                .put("kg", whole.toKg())
                .put("origins", Json.array(origins))
                .put("recycled", Json.array(classes))
                .build();
    }

    private static JsonObject share(JsonObject of, Mass mass, long total) {
        return of.with("kg", Json.string(mass.toKg()))
                .with("share", Json.string(Ratio.of(mass.micrograms(), total).rounded(SHARE_DECIMALS)));
    }

    /** The history without its operators. */
    public static JsonObject chain(OriginProfile profile) {
        return Json.object()
                .put("evidence", profile.evidence().wire())
                .put("recycled", profile.recycled().wire())
                .put("steps", profile.steps(), OriginRollUp::step)
                .build();
    }

    private static JsonObject step(OriginStep step) {
        return Json.object()
                .put("countries", step.countries().json())
                .put("ownership", step.ownership().json())
                .put("step", step.step().wire())
                .put("technology", step.technology().json())
                .build();
    }
}
