package io.lodestone.evidence.determination;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonArray;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.ruleset.Facts;
import io.lodestone.evidence.ruleset.Measure;
import io.lodestone.evidence.ruleset.Ruleset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a ruleset says of a consignment ({@code SPEC.md}, determination): outcomes with certainty, their derivation,
 * the shares they rest on, and what is unknown or not covered. A function of its inputs alone: the same inputs give
 * the same canonical bytes, which is how a verifier checks one.
 *
 * <p>Refuses ({@link FormatException}) a vector whose profiles are missing, more
 * mass than the lot has, an item name that the lot's content contradicts, and prices that count an element twice.
 */
public record Determination(Consignment consignment, Ruleset.Result result, Shares shares, JsonObject json) {

    public static Determination of(
            Ruleset ruleset,
            Consignment consignment,
            OriginVector vector,
            Collection<OriginProfile> profiles,
            Substances substances) {
        Map<Digest, OriginProfile> byDigest = index(profiles);
        check(consignment, vector, byDigest);
        Shares shares = shares(consignment, vector, byDigest, substances);
        TechnologyAbroad technology = TechnologyAbroad.of(vector, byDigest, consignment.chineseTechnologyAbroad());
        Facts facts = facts(consignment, shares, technology);
        Ruleset.Result result = ruleset.answer(consignment.date(), facts);
        Map<String, Json> declared = new TreeMap<>();
        ruleset.facts()
                .keySet()
                .forEach(name -> declared.put(name, facts.get(name).json()));
        JsonObject json = result.overall()
                .json()
                .put("chineseTechnologyAbroad", technology.json())
                .putWire("date", consignment.date())
                .put("facts", Json.object(declared))
                .put("measures", result.measures(), Measure.Result::json)
                .put("notCovered", Json.strings(ruleset.notCovered()))
                .put("originPolicy", consignment.originPolicy().wire())
                .put("ruleset", reference(ruleset))
                .put("shares", shares.json(consignment.valuation()))
                .put("type", "lodestone-determination")
                .put("unknowns", unknowns(ruleset, facts))
                .put("version", 1)
                .build();
        return new Determination(consignment, result, shares, json);
    }

    /** The same consignment under every origin policy, in the order of {@link OriginPolicy}, in short. */
    public static JsonArray compare(
            Ruleset ruleset,
            Consignment consignment,
            OriginVector vector,
            Collection<OriginProfile> profiles,
            Substances substances) {
        return Json.array(Arrays.stream(OriginPolicy.values())
                .map(policy -> of(ruleset, consignment.under(policy), vector, profiles, substances)
                        .summary())
                .toList());
    }

    /** Outcome, branches and shares without the derivation. */
    public JsonObject summary() {
        return result.overall()
                .json()
                .put(
                        "measures",
                        result.measures(),
                        measure ->
                                measure.answer().json().put("id", measure.id()).build())
                .put("originPolicy", consignment.originPolicy().wire())
                .put("shares", shares.json(consignment.valuation()))
                .build();
    }

    private static Map<Digest, OriginProfile> index(Collection<OriginProfile> profiles) {
        Map<Digest, OriginProfile> byDigest = new TreeMap<>();
        profiles.forEach(profile -> byDigest.put(profile.digest(), profile));
        return byDigest;
    }

    private static void check(Consignment consignment, OriginVector vector, Map<Digest, OriginProfile> profiles) {
        if (!vector.rowList().stream().allMatch(row -> profiles.containsKey(row.profile()))) {
            throw new FormatException(Fault.MISSING_FIELD, "profiles", "lacks a profile that the vector names");
        }
        if (consignment.mass().compareTo(vector.total()) > 0) {
            throw new FormatException(Fault.OUT_OF_BOUNDS, "massUg", "is more than the lot holds");
        }
        boolean holdsHeavy =
                !vector.of(Element.TB).isZero() || !vector.of(Element.DY).isZero();
        if (holdsHeavy && consignment.item().equals(Optional.of(Item.MAGNET_WITHOUT_HEAVY))) {
            throw new FormatException(
                    Fault.MALFORMED, "item", "says a magnet without Tb and Dy, but the lot holds some");
        }
    }

    private static Shares shares(
            Consignment consignment, OriginVector vector, Map<Digest, OriginProfile> profiles, Substances substances) {
        var contents = ControlledContent.of(vector, profiles, consignment.originPolicy());
        ValueShare byValue = ValueShare.of(contents, vector.total(), consignment.valuation(), substances);
        return new Shares(contents, vector.total(), byValue);
    }

    /** Every fact this version can supply; a ruleset that declares another one finds it Unknown. */
    private static Facts facts(Consignment consignment, Shares shares, TechnologyAbroad technology) {
        return Facts.NONE
                .withText("chinaPart1Present", shares.present().map(Object::toString))
                .with("chinaPart1Value", shares.byValue().numeratorFact())
                .withText("chineseTechnologyAbroad", technology.used().map(Object::toString))
                .withText("customsOrigin", consignment.customsOrigin())
                .withText("destination", consignment.destination())
                .withText("dispatchedFrom", consignment.dispatchedFrom())
                .withText("endUse", consignment.endUse())
                .withText("item", consignment.item())
                .with("itemValue", shares.byValue().denominatorFact())
                .withText("manufacturedIn", consignment.manufacturedIn());
    }

    private static JsonArray unknowns(Ruleset ruleset, Facts facts) {
        return Json.strings(ruleset.facts().keySet().stream()
                .filter(name -> !facts.get(name).isKnown())
                .toList());
    }

    private static JsonObject reference(Ruleset ruleset) {
        return Json.object()
                .putWire("digest", ruleset.digest())
                .put("edition", ruleset.edition())
                .put("id", ruleset.id())
                .putWire("knownTo", ruleset.knownTo())
                .build();
    }
}
