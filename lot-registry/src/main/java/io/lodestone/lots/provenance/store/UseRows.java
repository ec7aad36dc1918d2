package io.lodestone.lots.provenance.store;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.lots.provenance.Use;
import io.lodestone.lots.sql.Sql;
import io.lodestone.lots.trace.Sight;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** One level of the genealogy downwards: what some lots went into. */
@Singleton
public class UseRows {

    private static final String OF = "SELECT i.lot, i.log_index, t.process, i.consumed_ug,"
            + " ARRAY(SELECT o.lot FROM transformation_output o WHERE o.log_index = i.log_index AND o.lot IS NOT NULL"
            + " ORDER BY o.position) AS outputs FROM transformation_input i JOIN transformation t USING (log_index)"
            + " WHERE i.lot = ANY($1::uuid[]) AND t.actor = ANY($2::uuid[]) ORDER BY i.log_index, i.position LIMIT $3";

    private final Pool pool;

    @Inject
    UseRows(Pool pool) {
        this.pool = pool;
    }

    /** The earliest of what that sight sees, at most so many. */
    public Uni<List<Use>> of(Sight sight, Collection<LotId> lots, int limit) {
        return Sql.list(Sql.query(pool, OF, Sql.ids(lots), Sql.ids(sight.eyes()), limit), UseRows::read);
    }

    private static Use read(Row row) {
        List<LotId> outputs = Arrays.stream(Objects.requireNonNull(row.getArrayOfUUIDs("outputs")))
                .map(UUID::toString)
                .map(LotId::parse)
                .toList();
        return new Use(
                Sql.lot(row, "lot"),
                row.getLong("log_index"),
                row.getString("process"),
                Sql.mass(row, "consumed_ug"),
                outputs);
    }
}
