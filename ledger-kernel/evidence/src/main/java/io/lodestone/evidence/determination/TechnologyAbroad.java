package io.lodestone.evidence.determination;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginStep;
import io.lodestone.evidence.provenance.OriginStep.Kind;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.quantity.Element;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether rare-earth steps done outside China used China-origin technology. Steps in China always do and are not
 * read.
 *
 * <p>Yes if the exporter states it or a profile shows it for certain. No if the exporter states it, or if every
 * profile records the chain from mine to sintering without a gap and rules it out. Otherwise Unknown.
 *
 * @param ledger what the profiles show
 * @param stated what the exporter states
 */
record TechnologyAbroad(Optional<Boolean> ledger, Optional<Boolean> stated) {

    private static final Set<Element> RARE_EARTHS = Set.of(
            Element.SC,
            Element.Y,
            Element.LA,
            Element.CE,
            Element.PR,
            Element.ND,
            Element.SM,
            Element.EU,
            Element.GD,
            Element.TB,
            Element.DY,
            Element.HO,
            Element.ER,
            Element.TM,
            Element.YB,
            Element.LU);

    static TechnologyAbroad of(OriginVector vector, Map<Digest, OriginProfile> profiles, Optional<Boolean> stated) {
        List<OriginProfile> read = vector.rowList().stream()
                .filter(row -> RARE_EARTHS.contains(row.element()))
                .map(OriginVector.Row::profile)
                .distinct()
                .flatMap(digest -> Stream.ofNullable(profiles.get(digest)))
                .toList();
        return new TechnologyAbroad(ledger(read), stated);
    }

    private static Optional<Boolean> ledger(List<OriginProfile> profiles) {
        List<OriginStep> steps =
                profiles.stream().flatMap(profile -> profile.steps().stream()).toList();
        if (steps.stream().anyMatch(TechnologyAbroad::certainlyChinese)) {
            return Optional.of(true);
        }
        boolean ruledOut = !profiles.isEmpty()
                && profiles.stream().allMatch(TechnologyAbroad::isWhole)
                && steps.stream().noneMatch(TechnologyAbroad::maybeChinese);
        return ruledOut ? Optional.of(false) : Optional.empty();
    }

    private static boolean certainlyChinese(OriginStep step) {
        return !step.countries().mayBe(OriginPolicy.CHINA) && step.technology().isOnly(OriginPolicy.CHINA);
    }

    private static boolean maybeChinese(OriginStep step) {
        return !step.countries().isOnly(OriginPolicy.CHINA) && step.technology().mayBe(OriginPolicy.CHINA);
    }

    private static boolean isWhole(OriginProfile profile) {
        return !OriginPolicy.hasGap(profile)
                && profile.steps().stream().anyMatch(step -> step.step() == Kind.ALLOYED)
                && profile.steps().stream().anyMatch(step -> step.step() == Kind.SINTERED);
    }

    Optional<Boolean> used() {
        if (ledger.orElse(false) || stated.orElse(false)) {
            return Optional.of(true);
        }
        return ledger.isPresent() || stated.isPresent() ? Optional.of(false) : Optional.empty();
    }

    JsonObject json() {
        return Json.object()
                .putWire("ledger", ledger)
                .putWire("stated", stated)
                .putWire("used", used())
                .build();
    }
}
