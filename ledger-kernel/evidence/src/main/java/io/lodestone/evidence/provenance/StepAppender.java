package io.lodestone.evidence.provenance;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginProfile.Recycled;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Changes the profiles of outputs by what was done, one step longer and as recycled, and collects those that arise;
 * each profile is hashed once.
 */
final class StepAppender {

    private final Optional<OriginStep> step;
    private final Optional<Recycled> recycled;
    private final Map<Digest, OriginProfile> profiles;
    private final Map<Digest, Digest> longer = new HashMap<>();
    private final SortedMap<Digest, OriginProfile> arisen = new TreeMap<>();

    /** A step alone; nothing is recycled. */
    StepAppender(
            Optional<OriginStep> step, Map<Digest, OriginProfile> profiles, SortedMap<Digest, OriginProfile> merged) {
        this(step, Optional.empty(), profiles, merged);
    }

    /** @param merged the profiles that inputs were merged into: they arise with or without a step */
    StepAppender(
            Optional<OriginStep> step,
            Optional<Recycled> recycled,
            Map<Digest, OriginProfile> profiles,
            SortedMap<Digest, OriginProfile> merged) {
        this.step = step;
        this.recycled = recycled;
        this.profiles = new HashMap<>(profiles);
        this.profiles.putAll(merged);
        this.arisen.putAll(merged);
    }

    OriginVector append(OutputKind kind, OriginVector vector) {
        if (step.isEmpty() && recycled.isEmpty() || !kind.isLot()) {
            return vector;
        }
        return vector.relabelled(source -> longer.computeIfAbsent(source, this::changed));
    }

    SortedMap<Digest, OriginProfile> arisen() {
        return arisen;
    }

    private Digest changed(Digest source) {
        OriginProfile profile = profiles.get(source);
        if (profile == null) {
            throw new FormatException(Fault.MISSING_FIELD, "profiles", "lacks a profile that an input holds");
        }
        OriginProfile result = recycled.map(profile::recycledAs).orElse(profile);
        if (step.isPresent()) {
            result = lengthened(result, step.get());
        }
        Digest digest = result.digest();
        if (!digest.equals(source)) {
            arisen.put(digest, result);
        }
        return digest;
    }

    private static OriginProfile lengthened(OriginProfile profile, OriginStep next) {
        if (profile.steps().size() == OriginProfile.MAX_STEPS) {
            throw new FormatException(
                    Fault.TOO_LARGE, "step", "a profile has at most " + OriginProfile.MAX_STEPS + " steps");
        }
        return profile.then(next);
    }
}
