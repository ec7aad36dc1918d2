package io.lodestone.lots.feed.store;

import io.lodestone.evidence.statement.WireTime;
import io.lodestone.lots.feed.Happened;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** When statements' events happened and when they were recorded. */
@Singleton
public class TimeRows {

    private static final String FIND =
            "SELECT log_index, event_time, entry_time FROM statement WHERE log_index = ANY($1)";

    private final Pool pool;

    @Inject
    TimeRows(Pool pool) {
        this.pool = pool;
    }

    /** By the index of the statement. */
    public Uni<Map<Long, Happened>> find(Collection<Long> indices) {
        if (indices.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Sql.query(pool, FIND, (Object) indices.toArray(Long[]::new)).map(rows -> {
            Map<Long, Happened> found = new HashMap<>();
            rows.forEach(row -> found.put(
                    row.getLong("log_index"),
                    new Happened(
                            Optional.ofNullable(row.getString("event_time")).map(WireTime::zoned),
                            Optional.of(Sql.instant(row, "entry_time")))));
            return found;
        });
    }
}
