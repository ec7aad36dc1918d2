package io.lodestone.lots.access.app;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.kit.actor.Actor;
import io.lodestone.kit.actor.Role;
import io.lodestone.lots.access.Seen;
import io.lodestone.lots.access.Viewpoint;
import io.lodestone.lots.access.store.SightRows;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which parties' view an actor may take. A trading party has its own; role {@code auditor} adds that of every party
 * whose grant to it is not withdrawn. Whoever shows something about lots asks here first, then reads as
 * {@link Seen#party()}: reads still check that this party may see the lot, and the {@link Viewpoint} says what of it the
 * grant leaves out. Read the feed first, or a grant that was just withdrawn still counts.
 */
@Singleton
public class Sight {

    private static final Set<Role> TRADING = Set.of(Role.REFINER, Role.MANUFACTURER, Role.TRADER, Role.EXPORTER);

    private final SightRows rows;

    @Inject
    Sight(SightRows rows) {
        this.rows = rows;
    }

    /**
     * The view to take of one lot; empty where there is none, and then the answer is that there is nothing. Its own goes
     * before any other, and of several grants one that shows the lot as it stands.
     *
     * @param as the party whose view is asked for, where the caller named one
     */
    public Uni<Optional<Seen>> of(Actor actor, Optional<PartyId> as, LotId lot) {
        PartyId self = actor.party();
        boolean own = trades(actor) && as.map(self::equals).orElse(true);
        if (!actor.is(Role.AUDITOR)) {
            return Uni.createFrom().item(own ? Optional.of(Seen.own(self)) : Optional.empty());
        }
        return rows.had(self, lot)
                .chain(had ->
                        own && had ? Uni.createFrom().item(Optional.of(Seen.own(self))) : rows.best(self, as, lot));
    }

    /** Every view the actor may take, its own first: for what is found by something other than a lot. */
    public Uni<List<Viewpoint>> views(Actor actor, Optional<PartyId> as) {
        PartyId self = actor.party();
        List<Viewpoint> own =
                trades(actor) && as.map(self::equals).orElse(true) ? List.of(Viewpoint.own(self)) : List.of();
        if (!actor.is(Role.AUDITOR)) {
            return Uni.createFrom().item(own);
        }
        return rows.all(self, as).map(granted -> {
            List<Viewpoint> views = new ArrayList<>(own);
            views.addAll(granted);
            return views;
        });
    }

    /** Whether a list is of what the actor has itself, and not of what others let it see. */
    public static boolean isOwnList(Actor actor, Optional<PartyId> as) {
        return !actor.is(Role.AUDITOR)
                || (trades(actor) && as.map(actor.party()::equals).orElse(true));
    }

    private static boolean trades(Actor actor) {
        return actor.roles().stream().anyMatch(TRADING::contains);
    }
}
