package io.lodestone.evidence.determination;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginStep;
import io.lodestone.evidence.provenance.OriginStep.Kind;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.quantity.Ratio;
import io.lodestone.evidence.ruleset.Ruleset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A lot and its shipment, by default the German Dy magnet sent to the US. */
final class Shipments {

    static final Ruleset RULESET = Ruleset.bundled("cn-mofcom-2026-11-22.1");
    static final Substances SUBSTANCES = (substance, element) -> {
        Map<String, Ratio> dysprosium = Map.of("Dy2O3", Ratio.of(325_000, 372_997), "Dy", Ratio.ONE);
        Map<String, Ratio> terbium = Map.of("Tb4O7", Ratio.of(635_700, 747_693), "Tb", Ratio.ONE);
        Map<String, Ratio> known =
                element == Element.DY ? dysprosium : element == Element.TB ? terbium : Map.<String, Ratio>of();
        return known.getOrDefault(substance, Ratio.ZERO);
    };

    static final OriginProfile CHINESE_OXIDE = chain("CN", "CN", "DE", "DE");
    static final OriginProfile AUSTRALIAN = chain("AU", "MY", "DE", "DE");

    private final SortedMap<Element, SortedMap<Digest, Mass>> rows = new TreeMap<>(Element.BY_SYMBOL);
    private final List<OriginProfile> profiles = new ArrayList<>();
    private final Map<String, String> stated = new TreeMap<>(Map.of(
            "chineseTechnologyAbroad", "'false'",
            "customsOrigin", "'DE'",
            "date", "'2026-11-22'",
            "destination", "'US'",
            "dispatchedFrom", "'DE'",
            "endUse", "'civil'",
            "item", "'magnet-ndfeb-dy'",
            "manufacturedIn", "'DE'",
            "originPolicy", "'traced-through'"));
    private long total = 1_000_000_000_000L;
    Ruleset ruleset = RULESET;

    static Shipments ofDysprosiumMagnet() {
        return new Shipments()
                .holding(Element.DY, CHINESE_OXIDE, 16_000_000_000L)
                .holding(Element.ND, AUSTRALIAN, 231_000_000_000L)
                .stating("massUg", "'1000000000000'")
                .valued("120", "Dy2O3", "190");
    }

    /** A whole chain: mined, separated, made metal, then alloyed and sintered, each with the place's technology. */
    static OriginProfile chain(String mined, String separated, String metal, String magnet) {
        return profile(
                step(Kind.MINED, mined, mined),
                step(Kind.SEPARATED, separated, separated),
                step(Kind.METAL, metal, metal),
                step(Kind.ALLOYED, magnet, magnet),
                step(Kind.SINTERED, magnet, magnet));
    }

    static OriginProfile profile(OriginStep... steps) {
        return new OriginProfile(List.of(steps), OriginProfile.Recycled.NONE, OriginProfile.Evidence.DECLARED);
    }

    static OriginStep step(Kind kind, String country, String technology) {
        Places places = Places.of(country.split("\\|"));
        return new OriginStep(kind, places, Optional.empty(), places, Places.of(technology.split("\\|")));
    }

    Shipments under(Ruleset other) {
        ruleset = other;
        return this;
    }

    Shipments holding(Element element, OriginProfile profile, long ug) {
        profiles.add(profile);
        rows.computeIfAbsent(element, e -> new TreeMap<>()).put(profile.digest(), new Mass(ug));
        return this;
    }

    Shipments without(Element element) {
        rows.remove(element);
        return this;
    }

    /** {@code value} is JSON with single quotes. */
    Shipments stating(String name, String value) {
        stated.put(name, value);
        return this;
    }

    Shipments valued(String itemPrice, String substance, String price) {
        return stating(
                "valuation",
                "{'basis':'contained','currency':'USD','itemPricePerKg':'" + itemPrice + "','prices':[{'pricePerKg':'"
                        + price + "','substance':'" + substance + "'}]}");
    }

    Shipments on(String date) {
        return stating("date", "'" + date + "'");
    }

    OriginVector vector() {
        long tracked = rows.values().stream()
                .flatMap(map -> map.values().stream())
                .mapToLong(Mass::micrograms)
                .sum();
        return new OriginVector(rows, new Mass(total - tracked));
    }

    List<OriginProfile> profiles() {
        return profiles;
    }

    Consignment consignment() {
        List<String> members = new ArrayList<>();
        stated.forEach((name, value) -> members.add("'" + name + "':" + value));
        String text = "{" + String.join(",", members) + "}";
        byte[] bytes = text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return Consignment.read(Members.of(CanonicalJson.parse(bytes)));
    }

    Determination determine() {
        return Determination.of(ruleset, consignment(), vector(), profiles, SUBSTANCES);
    }

    /** Outcome and certainty of one measure, such as {@code LICENCE H}. */
    String says(String measure) {
        return determine().result().measures().stream()
                .filter(result -> result.id().equals(measure))
                .map(result -> result.answer().outcome() + " " + result.answer().certainty())
                .findFirst()
                .orElseThrow();
    }

    String no18() {
        return says("cn-mofcom-2025-18");
    }

    String no61() {
        return says("cn-mofcom-2025-61");
    }
}
