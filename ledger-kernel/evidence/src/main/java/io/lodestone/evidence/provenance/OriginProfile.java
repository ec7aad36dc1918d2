package io.lodestone.evidence.provenance;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The history that a part of a lot's mass shares: its steps in the order they happened, whether it is recycled, and
 * how well the claim is evidenced. Interned by the digest of its canonical form ({@code SPEC.md}, profile).
 */
public record OriginProfile(List<OriginStep> steps, Recycled recycled, Evidence evidence) {

    /** A profile with more steps than this is refused: no real chain comes near. */
    public static final int MAX_STEPS = 32;

    /** The origin of mass of which nobody knows where it comes from: neither none nor any particular one. */
    public static final OriginProfile NOBODY_KNOWS = new OriginProfile(
            List.of(new OriginStep(
                    OriginStep.Kind.MINED,
                    Places.of(Places.UNKNOWN),
                    Optional.empty(),
                    Places.of(Places.UNKNOWN),
                    Places.of(Places.UNKNOWN))),
            Recycled.UNKNOWN,
            Evidence.DECLARED);

    public enum Recycled {
        NONE("none"),
        PRE_CONSUMER("pre-consumer"),
        POST_CONSUMER("post-consumer"),
        UNKNOWN("Unknown");

        private final String wire;

        Recycled(String wire) {
            this.wire = wire;
        }

        public static Recycled parse(String text) {
            for (Recycled value : values()) {
                if (value.wire.equals(text)) {
                    return value;
                }
            }
            throw new IllegalArgumentException("must be none, pre-consumer, post-consumer or Unknown");
        }

        public String wire() {
            return wire;
        }
    }

    public enum Evidence {
        DECLARED("declared"),
        COUNTER_SIGNED("counter-signed"),
        ATTESTED("attested");

        private final String wire;

        Evidence(String wire) {
            this.wire = wire;
        }

        static Evidence parse(String text) {
            for (Evidence value : values()) {
                if (value.wire.equals(text)) {
                    return value;
                }
            }
            throw new IllegalArgumentException("must be declared, counter-signed or attested");
        }

        public String wire() {
            return wire;
        }
    }

    public OriginProfile {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || steps.size() > MAX_STEPS) {
            throw new IllegalArgumentException("a profile has between 1 and " + MAX_STEPS + " steps");
        }
    }

    /** Reads the members of a profile object and refuses any other. */
    public static OriginProfile read(Members in) {
        in.format("lodestone-profile", 1);
        List<OriginStep> steps = in.objects("steps", MAX_STEPS, OriginStep::read);
        Recycled recycled = in.parsed("recycled", 16, Recycled::parse);
        Evidence evidence = in.parsed("evidence", 16, Evidence::parse);
        OriginProfile profile = in.made("steps", () -> new OriginProfile(steps, recycled, evidence));
        in.end();
        return profile;
    }

    public JsonObject json() {
        return Json.object()
                .put("evidence", evidence.wire())
                .put("recycled", recycled.wire())
                .put("steps", steps, OriginStep::json)
                .put("type", "lodestone-profile")
                .put("version", 1)
                .build();
    }

    public Digest digest() {
        return Digest.sha256(CanonicalJson.bytes(json()));
    }

    /** The same history with one more step at its end. */
    public OriginProfile then(OriginStep step) {
        List<OriginStep> longer = new ArrayList<>(steps);
        longer.add(step);
        return new OriginProfile(longer, recycled, evidence);
    }

    /** The same history as recycling leaves it: what was recycled before, or may have been, stays what it is. */
    public OriginProfile recycledAs(Recycled made) {
        return recycled == Recycled.NONE ? new OriginProfile(steps, made, evidence) : this;
    }
}
