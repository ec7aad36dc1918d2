package io.lodestone.evidence.plausibility;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.massbalance.MassBalance;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginStep;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What can be told of a lot without its id: form, mass to the microgram, and the mass of each element.
 *
 * @param nominal whether the mass is a round one, as drums are filled to; such a lot looks like many others
 */
public record Fingerprint(Digest key, boolean nominal) {

    /** Scales show more than hectograms: a mass that has none of it was not weighed but filled to. */
    private static final long HECTOGRAM_UG = 100_000_000L;

    public static Fingerprint of(Form form, OriginVector vector) {
        List<Json> elements = new ArrayList<>();
        MassBalance.totals(vector)
                .forEach((element, mass) -> elements.add(Json.object()
                        .put("element", element.symbol())
                        .putWire("ug", mass)
                        .build()));
        Mass total = vector.total();
        Json whole = Json.object()
                .put("elements", Json.array(elements))
                .put("form", form.wire())
                .putWire("massUg", total)
                .build();
        return new Fingerprint(Digest.sha256(CanonicalJson.bytes(whole)), total.micrograms() % HECTOGRAM_UG == 0);
    }

    /**
     * Where each element is said to come from, told by steps, countries and recycled class alone: operators are salted
     * anew in every statement, so that the same origin never has the same profile twice. Masses are left out, so that
     * what is taken from a lot leaves its origin the same.
     *
     * @param profiles every profile of the vector
     */
    public static Digest origin(OriginVector vector, Map<Digest, OriginProfile> profiles) {
        TreeSet<String> chains = new TreeSet<>();
        for (OriginVector.Row row : vector.rowList()) {
            OriginProfile profile = profiles.get(row.profile());
            if (profile == null) {
                throw new IllegalStateException("a vector names a profile that was not read");
            }
            chains.add(row.element().symbol() + chain(profile));
        }
        return Digest.sha256(CanonicalJson.bytes(Json.strings(List.copyOf(chains))));
    }

    private static String chain(OriginProfile profile) {
        StringBuilder chain = new StringBuilder(" ").append(profile.recycled().wire());
        for (OriginStep step : profile.steps()) {
            chain.append(' ').append(step.step().wire()).append(step.countries().codes());
        }
        return chain.toString();
    }
}
