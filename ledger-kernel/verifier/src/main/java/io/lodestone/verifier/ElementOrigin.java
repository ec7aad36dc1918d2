package io.lodestone.verifier;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.certificate.Claims;
import io.lodestone.evidence.determination.ControlledContent;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginStep;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where one part of one element comes from: a row of the lot's vector with its profile spelled out. */
record ElementOrigin(Element element, Mass mass, OriginProfile profile) {

    /** The rows of the certified lot, controlled elements first. */
    static List<ElementOrigin> of(Claims claims) {
        Map<Digest, OriginProfile> profiles =
                claims.profiles().stream().collect(Collectors.toMap(OriginProfile::digest, Function.identity()));
        List<ElementOrigin> all =
                claims.vector().rowList().stream().map(row -> of(row, profiles)).toList();
        return Stream.concat(
                        all.stream().filter(ElementOrigin::controlled),
                        all.stream().filter(it -> !it.controlled()))
                .toList();
    }

    private static ElementOrigin of(OriginVector.Row row, Map<Digest, OriginProfile> profiles) {
        OriginProfile profile = profiles.get(row.profile());
        if (profile == null) {
            throw new IllegalStateException("a verified certificate shows every profile of its vector");
        }
        return new ElementOrigin(row.element(), row.mass(), profile);
    }

    boolean controlled() {
        return ControlledContent.PART_1.contains(element);
    }

    /** The chain of countries, such as {@code mined CN -> separated CN -> metal JP}. */
    String chain() {
        return profile.steps().stream().map(ElementOrigin::step).collect(Collectors.joining(" -> "));
    }

    private static String step(OriginStep step) {
        return step.step().wire() + " " + String.join(" or ", step.countries().codes());
    }

    JsonObject json() {
        return Json.object()
                .put("controlled", controlled())
                .put("element", element.symbol())
                .put("evidence", profile.evidence().wire())
                .put("massKg", mass.toKg())
                .put("recycled", profile.recycled().wire())
                .put(
                        "steps",
                        profile.steps(),
                        step -> Json.object()
                                .put("countries", step.countries().json())
                                .put("step", step.step().wire())
                                .build())
                .build();
    }
}
