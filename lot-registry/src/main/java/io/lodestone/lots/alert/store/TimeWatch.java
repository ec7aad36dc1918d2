package io.lodestone.lots.alert.store;

import io.lodestone.evidence.plausibility.TimeRule;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.PoolRun;
import io.lodestone.evidence.statement.WireTime;
import io.lodestone.lots.alert.Raised;
import io.lodestone.lots.feed.FeedItem;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Looks whether a lot is used or handed over before it was made or handed over, and keeps when that was. */
final class TimeWatch {

    private static final String FIND = "SELECT * FROM lot_moment WHERE lot = ANY($1) ORDER BY lot";
    private static final String KEEP = "INSERT INTO lot_moment (lot, happened, log_index) VALUES ($1, $2, $3)"
            + " ON CONFLICT (lot) DO UPDATE SET happened = EXCLUDED.happened, log_index = EXCLUDED.log_index";

    private record Moment(LotId lot, OffsetDateTime happened, long index) {}

    private TimeWatch() {}

    /** The lots that a statement makes are made at its event time. */
    static Uni<Void> made(SqlClient client, FeedItem item) {
        return keep(client, item, item.statement().body().creates());
    }

    /** The lots that a statement spends, against their times; and from then on its own time, where it hands over. */
    static Uni<Void> check(SqlClient client, FeedItem item, Optional<FacilityId> facility) {
        Body body = item.statement().body();
        Set<LotId> spent = new TreeSet<>();
        for (LotVersion version : body.spends()) {
            spent.add(version.lot());
        }
        return Sql.list(
                        Sql.query(client, FIND, (Object) Sql.ids(spent)),
                        row -> new Moment(
                                Sql.lot(row, "lot"),
                                WireTime.zoned(row.getString("happened")),
                                row.getLong("log_index")))
                .chain(moments -> checked(client, item, facility, spent, moments));
    }

    private static Uni<Void> checked(
            SqlClient client, FeedItem item, Optional<FacilityId> facility, Set<LotId> spent, List<Moment> moments) {
        Body body = item.statement().body();
        OffsetDateTime happened = body.eventTime().orElseThrow();
        List<LotId> reversed = new ArrayList<>();
        Set<Long> statements = new TreeSet<>(Set.of(item.index()));
        OffsetDateTime latest = happened;
        for (Moment moment : moments) {
            if (TimeRule.isReversed(moment.happened, happened)) {
                reversed.add(moment.lot);
                statements.add(moment.index);
                latest = TimeRule.isReversed(moment.happened, latest) ? moment.happened : latest;
            }
        }
        // A wrong time must not hide the next: a lot's time never goes back.
        spent.removeAll(reversed);
        boolean makes = body instanceof LotsTransformed || body instanceof PoolRun;
        Collection<LotId> moved = makes ? body.creates() : spent;
        reversed.addAll(body.creates());
        List<Raised> raised = TimeRule.check(latest, happened).stream()
                .map(finding -> new Raised(
                        finding,
                        item.statement().digest(),
                        item.statement().actor(),
                        facility,
                        reversed,
                        statements,
                        item.time()))
                .toList();
        return AlertRows.raise(client, raised).chain(() -> keep(client, item, moved));
    }

    private static Uni<Void> keep(SqlClient client, FeedItem item, Collection<LotId> lots) {
        String text = WireTime.text(item.statement().body().eventTime().orElseThrow());
        return Sql.batch(
                client,
                KEEP,
                lots.stream().map(lot -> Sql.tuple(lot, text, item.index())).toList());
    }
}
