package io.lodestone.evidence.provenance;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.digest.Digest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lengthens the profiles of outputs by one step and collects those that arise; each profile is hashed once. */
final class StepAppender {

    private final Optional<OriginStep> step;
    private final Map<Digest, OriginProfile> profiles;
    private final Map<Digest, Digest> longer = new HashMap<>();
    private final SortedMap<Digest, OriginProfile> arisen = new TreeMap<>();

    /** @param merged the profiles that inputs were merged into: they arise with or without a step */
    StepAppender(
            Optional<OriginStep> step, Map<Digest, OriginProfile> profiles, SortedMap<Digest, OriginProfile> merged) {
        this.step = step;
        this.profiles = new HashMap<>(profiles);
        this.profiles.putAll(merged);
        this.arisen.putAll(merged);
    }

    OriginVector append(OutputKind kind, OriginVector vector) {
        if (step.isEmpty() || !kind.isLot()) {
            return vector;
        }
        return vector.relabelled(source -> longer.computeIfAbsent(source, s -> lengthened(s, step.get())));
    }

    SortedMap<Digest, OriginProfile> arisen() {
        return arisen;
    }

    private Digest lengthened(Digest source, OriginStep next) {
        OriginProfile profile = profiles.get(source);
        if (profile == null) {
            throw new FormatException(Fault.MISSING_FIELD, "profiles", "lacks a profile that an input holds");
        }
        if (profile.steps().size() == OriginProfile.MAX_STEPS) {
            throw new FormatException(
                    Fault.TOO_LARGE, "step", "a profile has at most " + OriginProfile.MAX_STEPS + " steps");
        }
        OriginProfile result = profile.then(next);
        Digest digest = result.digest();
        arisen.put(digest, result);
        return digest;
    }
}
