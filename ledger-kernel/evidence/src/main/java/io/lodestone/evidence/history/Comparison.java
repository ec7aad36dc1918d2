package io.lodestone.evidence.history;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.history.VerifiedHistory.Place;
import io.lodestone.evidence.statement.LotId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What two verified histories, or a history and a log, say of each other. */
public sealed interface Comparison {

    /**
     * They tell the same of so many versions.
     *
     * @param versions none where there is nothing that both speak of
     */
    record Agreement(int versions) implements Comparison {}

    /**
     * One version of one lot was made, or spent, twice: proof that its holder was shown something else than others.
     *
     * @param version the one that was made twice
     * @param nullifier what both entries show, that of the version before; empty where they share none
     */
    record TwoHistories(LotId lot, long version, Optional<Digest> nullifier, Sighting one, Sighting other)
            implements Comparison {}

    /**
     * The last version that the history has is spent by that entry: the history ends before it, or it is of another one.
     */
    record SpentSince(LotId lot, long version, Digest nullifier, Sighting by) implements Comparison {}

    /** An entry, by its place. */
    record Sighting(String log, long index, Digest leaf) {

        static Sighting of(Place place) {
            return new Sighting(place.log(), place.index().value(), place.leaf());
        }
    }

    /** Compares the versions that both have. */
    static Comparison of(VerifiedHistory one, VerifiedHistory other) {
        if (!one.lot().equals(other.lot())) {
            return new Agreement(0);
        }
        Map<Long, Place> there =
                other.versions().stream().collect(Collectors.toMap(Place::version, Function.identity()));
        int same = 0;
        for (Place here : one.versions()) {
            Place counterpart = there.get(here.version());
            if (counterpart != null && !here.isSameEntry(counterpart)) {
                Optional<Digest> shared =
                        here.nullifier().filter(n -> counterpart.nullifier().equals(Optional.of(n)));
                return new TwoHistories(one.lot(), here.version(), shared, Sighting.of(here), Sighting.of(counterpart));
            }
            same += counterpart == null ? 0 : 1;
        }
        return new Agreement(same);
    }
}
