package io.lodestone.evidence.plausibility;

import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginStep;
import io.lodestone.evidence.provenance.OriginStep.Kind;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.Site;
import java.util.Optional;

/** Whether who registers a lot says that it separated the lot itself, but in another country than its facility's. */
public final class OriginRule {

    private OriginRule() {}

    public static Optional<Finding> check(LotRegistered body) {
        return body.profiles().stream()
                .flatMap(profile -> contradiction(profile, body.site()).stream())
                .findFirst();
    }

    /** The same operator in one statement is the same digest. */
    private static Optional<Finding> contradiction(OriginProfile profile, Site site) {
        return profile.steps().stream()
                .filter(step -> step.step() == Kind.SEPARATED)
                .filter(step -> site.operator().isPresent() && step.operator().equals(site.operator()))
                .filter(step -> !step.countries().mayBe(site.country()))
                .findFirst()
                .map(step -> finding(step, site));
    }

    private static Finding finding(OriginStep step, Site site) {
        return new Finding(
                AlertKind.ORIGIN_CONTRADICTED,
                "separated",
                Severity.MEDIUM,
                "The operator of the facility, which lies in " + site.country()
                        + ", is named as who separated the lot, and" + " the separation is placed in "
                        + String.join(", ", step.countries().codes()) + ".",
                "Name the facility where the lot was separated, or correct the country of the step.");
    }
}
