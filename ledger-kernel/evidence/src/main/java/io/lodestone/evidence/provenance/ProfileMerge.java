package io.lodestone.evidence.provenance;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.Merging.Merged;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Keeps an element within its limit of profiles: the largest stay as they are, the smallest become one. */
final class ProfileMerge {

    private static final int KEPT = OriginVector.MAX_PROFILES_PER_ELEMENT - 1;

    /** Largest mass first; of equal masses the smaller digest. */
    private static final Comparator<Map.Entry<Digest, Mass>> KEPT_FIRST =
            Map.Entry.<Digest, Mass>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());

    private final Map<Digest, OriginProfile> profiles;
    private final SortedMap<Element, Merged> merged = new TreeMap<>(Element.BY_SYMBOL);

    /** @param profiles read only where there is something to merge */
    ProfileMerge(Map<Digest, OriginProfile> profiles) {
        this.profiles = profiles;
    }

    /** The same mass of an element in at most 512 rows; no row may be zero. */
    SortedMap<Digest, Mass> bounded(Element element, SortedMap<Digest, Mass> rows) {
        if (rows.size() <= OriginVector.MAX_PROFILES_PER_ELEMENT) {
            return rows;
        }
        List<Map.Entry<Digest, Mass>> order = new ArrayList<>(rows.entrySet());
        order.sort(KEPT_FIRST);
        SortedMap<Digest, Mass> bounded = new TreeMap<>();
        order.subList(0, KEPT).forEach(row -> bounded.put(row.getKey(), row.getValue()));
        SortedSet<Digest> sources = new TreeSet<>();
        Mass mass = Mass.ZERO;
        for (Map.Entry<Digest, Mass> row : order.subList(KEPT, order.size())) {
            sources.add(row.getKey());
            mass = mass.plus(row.getValue());
        }
        OriginProfile one = MergedProfile.of(contents(sources));
        bounded.merge(one.digest(), mass, Mass::plus);
        merged.put(element, new Merged(sources, one));
        return bounded;
    }

    Merging merging() {
        return new Merging(merged);
    }

    private Collection<OriginProfile> contents(SortedSet<Digest> sources) {
        List<OriginProfile> found = new ArrayList<>();
        for (Digest source : sources) {
            OriginProfile profile = profiles.get(source);
            if (profile == null) {
                throw new FormatException(Fault.MISSING_FIELD, "profiles", "lacks a profile that has to be merged");
            }
            found.add(profile);
        }
        return found;
    }
}
