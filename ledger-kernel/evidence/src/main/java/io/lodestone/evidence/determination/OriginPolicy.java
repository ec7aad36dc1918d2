package io.lodestone.evidence.determination;

import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginStep;
import io.lodestone.evidence.provenance.OriginStep.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What makes a material China-origin. The texts do not settle it, so it is chosen by name, stored with the answer
 * and compared with the others.
 */
public enum OriginPolicy {
    /** Any step of the profile is in China; a gap in the chain may have been in China. */
    TRACED_THROUGH("traced-through", Optional.empty()),
    METAL_MADE_IN("metal-made-in", Optional.of(Kind.METAL)),
    MINED_IN("mined-in", Optional.of(Kind.MINED)),
    SEPARATED_IN("separated-in", Optional.of(Kind.SEPARATED));

    static final String CHINA = "CN";

    /** Steps that every rare earth went through before any later one. */
    private static final List<Kind> CHAIN = List.of(Kind.MINED, Kind.SEPARATED, Kind.METAL);

    private final String wire;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Optional<Kind> deciding;

    OriginPolicy(String wire, Optional<Kind> deciding) {
        this.wire = wire;
        this.deciding = deciding;
    }

    public static OriginPolicy parse(String text) {
        for (OriginPolicy policy : values()) {
            if (policy.wire.equals(text)) {
                return policy;
            }
        }
        throw new IllegalArgumentException("must be traced-through, metal-made-in, mined-in or separated-in");
    }

    public String wire() {
        return wire;
    }

    /** Whether material of this profile is China-origin: certainly, certainly not, or possibly. */
    public enum Reading {
        CHINA,
        POSSIBLY,
        NOT_CHINA
    }

    public Reading read(OriginProfile profile) {
        return deciding.map(kind -> lastStep(profile, kind)).orElseGet(() -> anyStep(profile));
    }

    private static Reading anyStep(OriginProfile profile) {
        Reading result = hasGap(profile) ? Reading.POSSIBLY : Reading.NOT_CHINA;
        for (OriginStep step : profile.steps()) {
            Reading reading = read(step);
            if (reading.compareTo(result) < 0) {
                result = reading;
            }
        }
        return result;
    }

    /** A step that happened again replaces the earlier one; a step that is not recorded may have been anywhere. */
    private static Reading lastStep(OriginProfile profile, Kind kind) {
        Reading result = Reading.POSSIBLY;
        for (OriginStep step : profile.steps()) {
            if (step.step() == kind) {
                result = read(step);
            }
        }
        return result;
    }

    private static Reading read(OriginStep step) {
        if (step.countries().isOnly(CHINA)) {
            return Reading.CHINA;
        }
        return step.countries().mayBe(CHINA) ? Reading.POSSIBLY : Reading.NOT_CHINA;
    }

    /** A step of the chain before the latest recorded one is missing: it happened, and nobody says where. */
    static boolean hasGap(OriginProfile profile) {
        Set<Kind> recorded = profile.steps().stream().map(OriginStep::step).collect(Collectors.toSet());
        return CHAIN.stream()
                .anyMatch(kind -> !recorded.contains(kind)
                        && (kind == Kind.MINED || recorded.stream().anyMatch(later -> later.compareTo(kind) > 0)));
    }
}
