package io.lodestone.evidence.history;

import io.lodestone.evidence.archive.EntryObserver;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.history.Comparison.Agreement;
import io.lodestone.evidence.history.Comparison.Sighting;
import io.lodestone.evidence.history.Comparison.SpentSince;
import io.lodestone.evidence.history.Comparison.TwoHistories;
import io.lodestone.evidence.history.VerifiedHistory.Place;
import io.lodestone.evidence.statement.Entry;
import io.lodestone.evidence.statement.SpendSecret;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Looks through the entries of a log, which is audited meanwhile, for another history of a lot: a nullifier of the
 * history in another entry, or another entry in the place of one of its own.
 */
public final class LogSearch implements EntryObserver {

    private final VerifiedHistory history;
    private final Map<Digest, Place> spends = new HashMap<>();
    private final Map<Long, Place> places = new HashMap<>();
    private final Optional<Digest> unspent;
    private Optional<TwoHistories> found = Optional.empty();
    private Optional<SpentSince> since = Optional.empty();
    private int same;

    public LogSearch(VerifiedHistory history) {
        this(history, Optional.empty());
    }

    /**
     * Looks for a spend of the last version too, which its holder alone can.
     *
     * @param secret {@link IllegalArgumentException} unless it is the one that the last version commits to
     */
    public LogSearch(VerifiedHistory history, Optional<SpendSecret> secret) {
        if (secret.filter(it -> !it.spendKey().equals(history.spendKey())).isPresent()) {
            throw new IllegalArgumentException("the secret is not that of the last version");
        }
        this.history = history;
        this.unspent = secret.map(SpendSecret::nullifier);
        for (Place place : history.versions()) {
            place.nullifier().ifPresent(nullifier -> spends.put(nullifier, place));
            places.put(place.index().value(), place);
        }
    }

    @Override
    public void seen(long index, Entry entry, Digest leaf) {
        Sighting there = new Sighting(entry.log(), index, leaf);
        for (Digest nullifier : entry.nullifiers()) {
            Place spent = spends.get(nullifier);
            if (spent != null) {
                compare(spent, Optional.of(nullifier), there);
            }
            if (unspent.equals(Optional.of(nullifier))) {
                since = Optional.of(new SpentSince(history.lot(), history.last().version(), nullifier, there));
            }
        }
        Place own = places.get(index);
        if (own != null && own.log().equals(entry.log())) {
            compare(own, Optional.empty(), there);
            same += own.leaf().equals(leaf) ? 1 : 0;
        }
    }

    private void compare(Place own, Optional<Digest> nullifier, Sighting there) {
        Sighting here = Sighting.of(own);
        if (!here.equals(there) && found.flatMap(TwoHistories::nullifier).isEmpty()) {
            found = Optional.of(new TwoHistories(history.lot(), own.version(), nullifier, here, there));
        }
    }

    /** What was found so far; a shared nullifier before anything else. */
    public Comparison result() {
        return found.<Comparison>map(two -> two).or(() -> since).orElseGet(() -> new Agreement(same));
    }
}
