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
    private final boolean lenient;
    private final Map<Digest, Digest> longer = new HashMap<>();
    private final SortedMap<Digest, OriginProfile> arisen = new TreeMap<>();

    /** @param merged the profiles that inputs were merged into: they arise with or without a step */
    StepAppender(
            Optional<OriginStep> step, Map<Digest, OriginProfile> profiles, SortedMap<Digest, OriginProfile> merged) {
        this(step, profiles, merged, false);
    }

    private StepAppender(
            Optional<OriginStep> step,
            Map<Digest, OriginProfile> profiles,
            SortedMap<Digest, OriginProfile> merged,
            boolean lenient) {
        this.step = step;
        this.lenient = lenient;
        this.profiles = new HashMap<>(profiles);
        this.profiles.putAll(merged);
        this.arisen.putAll(merged);
    }

    /** Knows the Unknown origin, and puts it in the place of a history that has no room for another step. */
    static StepAppender lenient(
            Optional<OriginStep> step, Map<Digest, OriginProfile> profiles, SortedMap<Digest, OriginProfile> merged) {
        return new StepAppender(step, profiles, merged, true);
    }

    OriginVector append(OutputKind kind, OriginVector vector) {
        if (!kind.isLot()) {
            return vector;
        }
        if (step.isEmpty()) {
            noteUnknown(vector);
            return vector;
        }
        return vector.relabelled(source -> longer.computeIfAbsent(source, s -> lengthened(s, step.get())));
    }

    private void noteUnknown(OriginVector vector) {
        if (lenient && vector.rows().values().stream().anyMatch(masses -> masses.containsKey(UnknownOrigin.DIGEST))) {
            arisen.put(UnknownOrigin.DIGEST, UnknownOrigin.PROFILE);
        }
    }

    SortedMap<Digest, OriginProfile> arisen() {
        return arisen;
    }

    private Digest lengthened(Digest source, OriginStep next) {
        OriginProfile profile = profiles.get(source);
        if (profile == null && lenient && source.equals(UnknownOrigin.DIGEST)) {
            profile = UnknownOrigin.PROFILE;
        }
        if (profile == null) {
            throw new FormatException(Fault.MISSING_FIELD, "profiles", "lacks a profile that an input holds");
        }
        if (profile.steps().size() == OriginProfile.MAX_STEPS) {
            if (!lenient) {
                throw new FormatException(
                        Fault.TOO_LARGE, "step", "a profile has at most " + OriginProfile.MAX_STEPS + " steps");
            }
            profile = UnknownOrigin.PROFILE;
        }
        OriginProfile result = profile.then(next);
        Digest digest = result.digest();
        arisen.put(digest, result);
        return digest;
    }
}
