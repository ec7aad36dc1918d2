package io.lodestone.evidence.provenance;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which profiles a transformation merged because an element had too many of them, and into which. Usually none.
 *
 * @param elements the elements that had too many, sorted by symbol
 */
public record Merging(SortedMap<Element, Merged> elements) {

    /**
     * The smallest profiles of one element, and the one that says of itself what is true of each of them.
     *
     * @param sources at least two; the profile may be among them, or be one that was kept
     */
    public record Merged(SortedSet<Digest> sources, OriginProfile profile) {
        public Merged {
            sources = Collections.unmodifiableSortedSet(new TreeSet<>(sources));
        }
    }

    public Merging {
        SortedMap<Element, Merged> copy = new TreeMap<>(Element.BY_SYMBOL);
        copy.putAll(elements);
        elements = Collections.unmodifiableSortedMap(copy);
    }

    /** The profiles that were merged into, by digest. */
    public SortedMap<Digest, OriginProfile> profiles() {
        SortedMap<Digest, OriginProfile> profiles = new TreeMap<>();
        elements.values().forEach(merged -> profiles.put(merged.profile().digest(), merged.profile()));
        return profiles;
    }

    /** What an input gives, under the profiles that its rows were merged into: comparable with the outputs. */
    public OriginVector under(OriginVector consumed) {
        SortedMap<Element, SortedMap<Digest, Mass>> rows = new TreeMap<>(Element.BY_SYMBOL);
        for (OriginVector.Row row : consumed.rowList()) {
            rows.computeIfAbsent(row.element(), e -> new TreeMap<>()).merge(into(row), row.mass(), Mass::plus);
        }
        return new OriginVector(rows, consumed.open());
    }

    private Digest into(OriginVector.Row row) {
        Merged merged = elements.get(row.element());
        return merged != null && merged.sources().contains(row.profile())
                ? merged.profile().digest()
                : row.profile();
    }
}
