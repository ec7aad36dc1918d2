package io.lodestone.evidence.testing;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.determination.Consignment;
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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One tonne of N42SH: Chinese dysprosium, Australian neodymium, metal from Japan, magnets from Germany. */
public final class Magnets {

    static final OriginProfile CHINESE = profile("CN");
    static final OriginProfile AUSTRALIAN = profile("AU");
    static final OriginProfile OTHER = new OriginProfile(
            List.of(step("JP", Kind.METAL), step("JP", Kind.ALLOYED), step("DE", Kind.SINTERED)),
            Recycled.NONE,
            Evidence.DECLARED);

    private static final Map<Element, Long> OF_OTHER = Map.of(
            Element.AL, 3_000_000_566L,
            Element.B, 9_700_001_831L,
            Element.CO, 10_000_001_887L,
            Element.CU, 1_500_000_284L,
            Element.FE, 661_799_981_281L,
            Element.GA, 2_000_000_377L,
            Element.ZR, 1_000_000_188L);

    private Magnets() {}

    private static OriginProfile profile(String country) {
        return new OriginProfile(
                List.of(
                        step(country, Kind.MINED),
                        step(country, Kind.CRACKED),
                        step(country, Kind.SEPARATED),
                        step("JP", Kind.METAL),
                        step("JP", Kind.ALLOYED),
                        step("DE", Kind.SINTERED)),
                Recycled.NONE,
                Evidence.DECLARED);
    }

    private static OriginStep step(String country, Kind kind) {
        Places place = Places.of(country);
        return new OriginStep(kind, place, Optional.empty(), place, place);
    }

    public static OriginVector vector() {
        SortedMap<Element, SortedMap<Digest, Mass>> rows = new TreeMap<>(Element.BY_SYMBOL);
        OF_OTHER.forEach((element, ug) -> rows.put(element, row(OTHER, ug)));
        rows.put(Element.DY, row(CHINESE, 16_000_003_188L));
        rows.put(Element.ND, row(AUSTRALIAN, 231_000_156_384L));
        rows.put(Element.PR, row(AUSTRALIAN, 63_999_854_014L));
        return new OriginVector(rows, Mass.ZERO);
    }

    private static SortedMap<Digest, Mass> row(OriginProfile profile, long ug) {
        return new TreeMap<>(Map.of(profile.digest(), new Mass(ug)));
    }

    /** Sorted by digest, as claims hold them. */
    public static List<OriginProfile> profiles() {
        List<OriginProfile> list = new ArrayList<>(List.of(CHINESE, AUSTRALIAN, OTHER));
        list.sort(Comparator.comparing(OriginProfile::digest));
        return List.copyOf(list);
    }

    /** Germany to the United States, civil, 120 USD/kg with Dy2O3 at 190 USD/kg. */
    public static Consignment consignment() {
        String json = "{\"chineseTechnologyAbroad\":\"false\",\"customsOrigin\":\"DE\",\"date\":\"2026-11-22\","
                + "\"destination\":\"US\",\"dispatchedFrom\":\"DE\",\"endUse\":\"civil\",\"item\":\"magnet-ndfeb-dy\","
                + "\"manufacturedIn\":\"DE\",\"massUg\":\"1000000000000\",\"originPolicy\":\"traced-through\","
                + "\"valuation\":{\"basis\":\"contained\",\"currency\":\"USD\",\"itemPricePerKg\":\"120\","
                + "\"prices\":[{\"pricePerKg\":\"190\",\"substance\":\"Dy2O3\"}]}}";
        Json parsed = CanonicalJson.parse(json.getBytes(StandardCharsets.UTF_8));
        return Consignment.read(Members.of(parsed));
    }
}
