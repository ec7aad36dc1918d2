package io.lodestone.lots.account.app;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.kit.actor.Actor;
import io.lodestone.lots.account.LimitRequest;
import io.lodestone.lots.account.LimitSetting;
import io.lodestone.lots.account.store.LimitRows;
import io.lodestone.lots.alert.store.AccountWatch;
import io.lodestone.lots.facility.app.Facilities;
import io.lodestone.lots.feed.app.Feed;
import io.lodestone.lots.outbox.Paths;
import io.lodestone.lots.outbox.Refusals;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sets the limits of accounts: a party's own monitoring, so no statement, but kept with who set it. */
@Singleton
public class Limits {

    private static final String CURSOR = "SELECT log_index FROM feed_cursor FOR UPDATE";

    private final Pool pool;
    private final Facilities facilities;
    private final Feed feed;
    private final Clock clock;

    @Inject
    Limits(Pool pool, Facilities facilities, Feed feed, Clock clock) {
        this.pool = pool;
        this.facilities = facilities;
        this.feed = feed;
        this.clock = clock;
    }

    /** The limit as it stands now; setting what is set already changes nothing. */
    public Uni<JsonObject> set(Actor actor, LimitRequest request) {
        return own(actor.party(), request.facility())
                .chain(here -> pool.withTransaction(connection -> Sql.query(connection, CURSOR)
                        .map(rows -> rows.iterator().next().getLong("log_index"))
                        .chain(cursor -> set(connection, actor, request, cursor))))
                .map(LimitSetting::json);
    }

    private Uni<LimitSetting> set(SqlConnection connection, Actor actor, LimitRequest request, long cursor) {
        List<Element> element = List.of(request.element());
        return LimitRows.inForce(connection, request.facility(), element, Long.MAX_VALUE)
                .chain(before -> set(connection, actor, request, cursor, before));
    }

    private Uni<LimitSetting> set(
            SqlConnection connection,
            Actor actor,
            LimitRequest request,
            long cursor,
            Map<Element, LimitSetting> before) {
        LimitSetting last = before.get(request.element());
        if (last != null && last.limit().equals(request.limit())) {
            return Uni.createFrom().item(last);
        }
        int position = last == null ? 1 : last.position() + 1;
        if (position > LimitRows.MAX_POSITION) {
            throw Refusals.problem(
                    "too-many-settings",
                    409,
                    "The limit of this account was set " + LimitRows.MAX_POSITION + " times, and no more are kept.");
        }
        LimitSetting setting = new LimitSetting(
                request.facility(),
                request.element(),
                position,
                request.limit(),
                actor.person(),
                cursor,
                clock.instant());
        return LimitRows.insert(connection, actor.party(), setting)
                .chain(() -> AccountWatch.limited(connection, actor.party(), setting))
                .replaceWith(setting);
    }

    /** Every limit that the party ever set, for one facility or all of them. */
    public Uni<JsonObject> history(PartyId party, Optional<FacilityId> facility) {
        return LimitRows.history(pool, party, facility)
                .map(all -> Json.object().put("items", all, LimitSetting::json).build());
    }

    private Uni<Boolean> own(PartyId party, FacilityId facility) {
        return feed.current()
                .chain(here -> facilities
                        .of(party, facility)
                        .map(found -> found.map(some -> here).orElseThrow(Paths::notFound)));
    }
}
