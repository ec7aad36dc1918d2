package io.lodestone.lots.trace;

import io.lodestone.evidence.statement.PartyId;
import java.util.List;
import java.util.Optional;

/**
 * How far somebody sees along the genealogy. The one place where that is decided; queries take {@link #eyes}.
 *
 * <p>A lot is seen if one of the eyes made, held or owned it at any time. A trail goes on, up or down, only through
 * transformations that one of the eyes stated: beyond them are other people's lots, and not even their number is
 * told. A party sees with its own eyes and no others; whoever is granted a view sees with those of the granters.
 *
 * @param eyes the parties whose view this is
 */
public record Sight(PartyId viewer, List<PartyId> eyes) {

    public Sight {
        eyes = eyes.stream().sorted().distinct().toList();
    }

    public static Sight of(PartyId party) {
        return new Sight(party, List.of(party));
    }

    /** The same for the same viewer with the same view only: what was stored for one is not read with another. */
    public String key() {
        return viewer + " " + eyes;
    }

    /** Whether a trail goes through what that party stated. */
    public boolean has(PartyId party) {
        return eyes.contains(party);
    }

    /**
     * Why a trail in that direction ends at a lot, if it does.
     *
     * @param transformed whether the lot was made of others, as far as is seen
     */
    public Optional<Boundary> boundary(Direction direction, PartyId maker, PartyId holder, boolean transformed) {
        if (direction == Direction.DOWNSTREAM) {
            return has(holder) ? Optional.empty() : Optional.of(Boundary.HANDED_OVER);
        }
        if (!has(maker)) {
            return Optional.of(Boundary.HANDED_OVER);
        }
        return transformed ? Optional.empty() : Optional.of(Boundary.REGISTERED);
    }
}
