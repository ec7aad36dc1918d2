package io.lodestone.lots.assay.store;

import io.lodestone.evidence.statement.AssayId;
import io.lodestone.evidence.statement.AssayRecorded;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.lots.access.Viewpoint;
import io.lodestone.lots.assay.RecordedAssay;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads assays; who may see them is decided before. */
@Singleton
public class AssayRows {

    /** More assays of one lot than these are not shown. */
    private static final int MAX_SHOWN = 500;

    /** Assays by party {@code $2}, or by anybody if that is null, from place {@code $3} in the log to before {@code $4}. */
    private static final String SHOWN =
            " s.log_index >= $3 AND s.log_index < $4 AND ($2::uuid IS NULL OR s.actor = $2)";

    /** Of these the one that counts for each lot. */
    private static final String COUNTS =
            "SELECT DISTINCT ON (c.lot) c.id FROM assay c JOIN statement s USING (log_index)"
                    + " WHERE c.lot = ANY($1) AND" + SHOWN + " AND NOT EXISTS (SELECT 1 FROM assay n"
                    + " JOIN statement s USING (log_index) WHERE n.supersedes = c.id AND" + SHOWN + ")"
                    + " ORDER BY c.lot, c.rank DESC, c.log_index DESC";

    private static final String SELECT = "SELECT a.id, a.laboratory, s.actor, s.bytes, s.entry_time,";
    private static final String FROM = " FROM assay a JOIN statement s USING (log_index)";
    private static final String OF_LOT = SELECT + " a.id IN (" + COUNTS + ") AS counts" + FROM
            + " WHERE a.lot = ANY($1) AND" + SHOWN + " ORDER BY a.log_index DESC LIMIT " + MAX_SHOWN;
    private static final String CURRENT = SELECT + " true AS counts" + FROM + " WHERE a.id IN (" + COUNTS + ")";
    private static final String NAMED = SELECT + " false AS counts" + FROM + " WHERE a.id = ANY($1)";

    private final Pool pool;

    @Inject
    AssayRows(Pool pool) {
        this.pool = pool;
    }

    /**
     * Newest first.
     *
     * @param by whose assays alone; empty for all
     * @param view how far they are shown
     */
    public Uni<List<RecordedAssay>> of(LotId lot, Optional<PartyId> by, Viewpoint view) {
        long from = view.limit().map(Viewpoint.Limit::from).orElse(0L);
        long until = view.limit().map(Viewpoint.Limit::until).orElse(Long.MAX_VALUE);
        return Sql.list(Sql.query(pool, OF_LOT, Sql.ids(List.of(lot)), by, from, until), AssayRows::read);
    }

    /** The assay that counts for each lot that has one. */
    public Uni<Map<LotId, RecordedAssay>> current(Collection<LotId> lots) {
        return Sql.list(Sql.query(pool, CURRENT, Sql.ids(lots), Optional.empty(), 0L, Long.MAX_VALUE), AssayRows::read)
                .map(assays -> {
                    Map<LotId, RecordedAssay> found = new HashMap<>();
                    assays.forEach(assay -> found.put(assay.body().of().lot(), assay));
                    return found;
                });
    }

    public Uni<List<RecordedAssay>> named(Collection<AssayId> assays) {
        return assays.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Sql.list(Sql.query(pool, NAMED, (Object) Sql.ids(assays)), AssayRows::read);
    }

    private static RecordedAssay read(Row row) {
        Statement statement = Statement.parse(Sql.bytes(row, "bytes"));
        return new RecordedAssay(
                (AssayRecorded) statement.body(),
                statement.actor(),
                Sql.instant(row, "entry_time"),
                Optional.ofNullable(row.getString("laboratory")),
                row.getBoolean("counts"));
    }
}
