package io.lodestone.certificates.testing;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginProfile.Evidence;
import io.lodestone.evidence.provenance.OriginProfile.Recycled;
import io.lodestone.evidence.provenance.OriginStep;
import io.lodestone.evidence.provenance.OriginStep.Kind;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Uuid7;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** 1,000 kg of N42SH magnets: dysprosium of China, neodymium and praseodymium of Australia, made in Japan and Germany. */
public final class Magnets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final OriginProfile CN = profile("CN");
    private static final OriginProfile AU = profile("AU");

    private Magnets() {}

    public static String newId() {
        byte[] random = new byte[10];
        RANDOM.nextBytes(random);
        return Uuid7.of(System.currentTimeMillis(), random).toString();
    }

    private static OriginProfile profile(String ore) {
        List<OriginStep> steps = new ArrayList<>();
        for (Kind kind : List.of(Kind.MINED, Kind.CRACKED, Kind.SEPARATED)) {
            steps.add(step(kind, ore));
        }
        steps.add(step(Kind.METAL, "JP"));
        steps.add(step(Kind.ALLOYED, "JP"));
        steps.add(step(Kind.SINTERED, "DE"));
        return new OriginProfile(steps, Recycled.NONE, Evidence.DECLARED);
    }

    private static OriginStep step(Kind kind, String country) {
        Places place = Places.of(country);
        return new OriginStep(kind, place, Optional.empty(), place, place);
    }

    private static OriginVector vector() {
        SortedMap<Element, SortedMap<Digest, Mass>> rows = new TreeMap<>(Element.BY_SYMBOL);
        put(rows, Element.DY, CN, 16_000_003_188L);
        put(rows, Element.ND, AU, 231_000_156_384L);
        put(rows, Element.PR, AU, 63_999_854_014L);
        put(rows, Element.FE, AU, 688_999_986_414L);
        return new OriginVector(rows, Mass.ZERO);
    }

    private static void put(
            SortedMap<Element, SortedMap<Digest, Mass>> rows, Element element, OriginProfile profile, long ug) {
        rows.put(element, new TreeMap<>(java.util.Map.of(profile.digest(), new Mass(ug))));
    }

    /** As lot-registry answers it. */
    public static JsonObject dossier(String lot, String owner) {
        OriginVector vector = vector();
        return Json.object()
                .put("form", "magnet")
                .put("holder", owner)
                .put("lot", lot)
                .putWire("massUg", vector.total())
                .put("owner", owner)
                .put("profiles", List.of(AU, CN), OriginProfile::json)
                .putWire("remainingUg", vector.total())
                .put("state", "RECORDED")
                .put("vector", vector.json())
                .put("version", 3)
                .build();
    }

    /** A civil shipment from Germany to the United States at 120 USD/kg. */
    public static JsonObject shipment(String lot) {
        Json price =
                Json.object().put("pricePerKg", "190").put("substance", "Dy2O3").build();
        return Json.object()
                .put("chineseTechnologyAbroad", "false")
                .put("customsOrigin", "DE")
                .put("destination", "US")
                .put("dispatchedFrom", "DE")
                .put("endUse", "civil")
                .put("item", "magnet-ndfeb-dy")
                .put("lot", lot)
                .put("manufacturedIn", "DE")
                .put("massKg", "1000")
                .put(
                        "valuation",
                        Json.object()
                                .put("basis", "contained")
                                .put("currency", "USD")
                                .put("itemPricePerKg", "120")
                                .put("prices", Json.array(List.of(price)))
                                .build())
                .build();
    }
}
