package io.lodestone.evidence.provenance;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.quantity.Mass;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sums within the limit of profiles, one after another: what one of them merged, the next can merge again. */
final class BoundedSums {

    private final Map<Digest, OriginProfile> profiles;
    private final SortedMap<Digest, OriginProfile> merged = new TreeMap<>();

    /** @param profiles at least those of the vectors; the Unknown origin is known without */
    BoundedSums(Map<Digest, OriginProfile> profiles) {
        this.profiles = new HashMap<>(profiles);
        this.profiles.put(UnknownOrigin.DIGEST, UnknownOrigin.PROFILE);
    }

    OriginVector sum(List<OriginVector> vectors, Mass open) {
        ProfileMerge merge = new ProfileMerge(profiles);
        OriginVector sum = Vectors.sum(vectors, open, merge);
        SortedMap<Digest, OriginProfile> arisen = merge.merging().profiles();
        merged.putAll(arisen);
        profiles.putAll(arisen);
        return sum;
    }

    /** The profiles that others were merged into. */
    SortedMap<Digest, OriginProfile> merged() {
        return merged;
    }
}
