package io.lodestone.evidence.provenance;

import io.lodestone.evidence.digest.Digest;
import java.util.List;
import java.util.Optional;

/**
 * The origin of mass that the book has to hold and of which nobody has said where it comes from: mined somewhere, under
 * anybody's control, with anybody's technology, recycled or not.
 */
public final class UnknownOrigin {

    private static final Places ANYWHERE = Places.of(Places.UNKNOWN);

    public static final OriginProfile PROFILE = new OriginProfile(
            List.of(new OriginStep(OriginStep.Kind.MINED, ANYWHERE, Optional.empty(), ANYWHERE, ANYWHERE)),
            OriginProfile.Recycled.UNKNOWN,
            OriginProfile.Evidence.DECLARED);

    public static final Digest DIGEST = PROFILE.digest();

    private UnknownOrigin() {}
}
