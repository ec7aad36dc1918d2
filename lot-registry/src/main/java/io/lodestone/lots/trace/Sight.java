package io.lodestone.lots.trace;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.lots.access.Viewpoint;
import io.lodestone.lots.access.Viewpoint.Limit;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How far somebody sees along the genealogy. The one place where that is decided; queries take its parts.
 *
 * <p>A trail goes on, up or down, only through transformations that the viewed party stated: beyond them are other
 * people's lots, and not even their number is told. A grant opens those in its period alone, and of their lots those
 * that it names.
 *
 * @param view the party as which somebody looks
 */
public record Sight(PartyId viewer, Viewpoint view) {

    public static Sight of(PartyId party) {
        return new Sight(party, Viewpoint.own(party));
    }

    /** The parties with whose eyes this is seen. */
    public List<PartyId> eyes() {
        return List.of(view.party());
    }

    /** The first statement that is seen. */
    public long first() {
        return view.limit().map(Limit::from).orElse(0L);
    }

    /** The first statement that no longer is. */
    public long past() {
        return view.limit().map(Limit::until).orElse(Long.MAX_VALUE);
    }

    /** The only lots that are seen; empty for all. */
    public Optional<Set<LotId>> lots() {
        return view.limit().flatMap(Limit::lots);
    }

    /** The same for the same viewer with the same view only: what was stored for one is not read with another. */
    public String key() {
        return viewer + " " + view.party() + " " + first() + "-" + past()
                + lots().map(Sight::digest).orElse("");
    }

    private static String digest(Set<LotId> lots) {
        return " "
                + Digest.sha256(new TreeSet<>(lots).toString().getBytes(StandardCharsets.US_ASCII))
                        .hex();
    }

    /** Whether a trail goes through what that party stated. */
    public boolean has(PartyId party) {
        return view.party().equals(party);
    }

    /**
     * Why a trail in that direction ends at a lot, if it does.
     *
     * @param index of the statement that made the lot
     * @param transformed whether the lot was made of others, as far as is seen
     */
    public Optional<Boundary> boundary(
            Direction direction, PartyId maker, PartyId holder, long index, boolean transformed) {
        if (direction == Direction.DOWNSTREAM) {
            return has(holder) ? Optional.empty() : Optional.of(Boundary.HANDED_OVER);
        } else if (!has(maker)) {
            return Optional.of(Boundary.HANDED_OVER);
        } else if (!view.shows(index)) {
            return Optional.of(Boundary.NOT_GRANTED);
        }
        return transformed ? Optional.empty() : Optional.of(Boundary.REGISTERED);
    }
}
