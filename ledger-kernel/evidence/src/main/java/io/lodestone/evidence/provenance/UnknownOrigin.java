package io.lodestone.evidence.provenance;

import io.lodestone.evidence.digest.Digest;

/**
 * The origin of mass that the book has to hold and of which nobody has said where it comes from: mined somewhere, under
 * anybody's control, with anybody's technology, recycled or not.
 */
public final class UnknownOrigin {

    public static final OriginProfile PROFILE = OriginProfile.NOBODY_KNOWS;

    public static final Digest DIGEST = PROFILE.digest();

    private UnknownOrigin() {}
}
