package io.lodestone.evidence.provenance;

import io.lodestone.evidence.provenance.OriginProfile.Evidence;
import io.lodestone.evidence.provenance.OriginProfile.Recycled;
import io.lodestone.evidence.provenance.OriginStep.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One history that says of itself only what is true of each of several: a place that any of them names is possible, a
 * step that any of them lacks may have been anywhere. So no rule can be surer of it than of every one of them.
 */
final class MergedProfile {

    private MergedProfile() {}

    static OriginProfile of(Collection<OriginProfile> profiles) {
        List<OriginStep> steps = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            step(kind, profiles).ifPresent(steps::add);
        }
        Set<Recycled> recycled = EnumSet.noneOf(Recycled.class);
        Set<Evidence> evidence = EnumSet.noneOf(Evidence.class);
        for (OriginProfile profile : profiles) {
            recycled.add(profile.recycled());
            evidence.add(profile.evidence());
        }
        return new OriginProfile(
                steps, recycled.size() == 1 ? recycled.iterator().next() : Recycled.UNKNOWN, Collections.min(evidence));
    }

    /** A step that one profile has several times counts with each of them: which of them decides is the rule's. */
    private static Optional<OriginStep> step(Kind kind, Collection<OriginProfile> profiles) {
        List<OriginStep> found = new ArrayList<>();
        boolean everywhere = true;
        for (OriginProfile profile : profiles) {
            List<OriginStep> own =
                    profile.steps().stream().filter(it -> it.step() == kind).toList();
            found.addAll(own);
            everywhere &= !own.isEmpty();
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new OriginStep(
                kind,
                any(found, OriginStep::countries, everywhere),
                Optional.empty(),
                any(found, OriginStep::ownership, everywhere),
                any(found, OriginStep::technology, everywhere)));
    }

    private static Places any(List<OriginStep> steps, Function<OriginStep, Places> places, boolean everywhere) {
        List<Places> named = new ArrayList<>(steps.stream().map(places).toList());
        if (!everywhere) {
            named.add(Places.of(Places.UNKNOWN));
        }
        return Places.anyOf(named);
    }
}
