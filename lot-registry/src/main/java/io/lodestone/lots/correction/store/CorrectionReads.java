package io.lodestone.lots.correction.store;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.evidence.statement.Uuid7;
import io.lodestone.lots.correction.CorrectionState;
import io.lodestone.lots.lot.Descriptions;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Corrections and their lots for a party: what does not concern it is not found. */
@Singleton
public class CorrectionReads {

    private static final String MADE = " AND kind IN ('LotRegistered', 'LotsTransformed')";
    private static final String BY_ID = "SELECT bytes FROM statement WHERE actor = $1 AND id = $2" + MADE;
    private static final String BY_LOT = "SELECT s.bytes FROM lot l JOIN statement s ON s.log_index = l.log_index"
            + " WHERE s.actor = $1 AND l.id = $2" + MADE;
    private static final String HAS = "EXISTS (SELECT FROM stale_lot t JOIN lot l ON l.id = t.lot"
            + " WHERE t.correction = c.log_index AND (l.holder = $1 OR l.owner = $1))";
    private static final String SEEN =
            "SELECT c.*, c.actor = $1 AS own FROM correction c WHERE (c.actor = $1 OR " + HAS + ")";
    private static final String ONE = SEEN + " AND (c.log_index = $2 OR c.actor = $1 AND c.statement_id = $3)";
    private static final String PAGE = SEEN + " AND c.log_index < $2 ORDER BY c.log_index DESC LIMIT $3";
    private static final String LOTS = "SELECT t.lot, t.done_index FROM stale_lot t JOIN lot l ON l.id = t.lot"
            + " WHERE t.correction = $2 AND (l.holder = $1 OR l.owner = $1) AND ($3::uuid IS NULL OR t.lot > $3)"
            + " ORDER BY t.lot LIMIT $4";
    private static final String VERSIONS = "SELECT version, original, remaining, superseded FROM lot_superseded"
            + " WHERE lot = $1 ORDER BY version DESC LIMIT $2";

    /** Versions that are shown; a lot is hardly corrected so often. */
    private static final int MAX_VERSIONS = 200;

    private final Pool pool;

    @Inject
    CorrectionReads(Pool pool) {
        this.pool = pool;
    }

    /** The registration or transformation that party stated under that id. */
    public Uni<Optional<Statement>> stated(PartyId party, StatementId id) {
        return Sql.first(Sql.query(pool, BY_ID, party, id), row -> Statement.parse(Sql.bytes(row, "bytes")));
    }

    /** The statement of that party that made the lot. */
    public Uni<Optional<Statement>> making(PartyId party, LotId lot) {
        return Sql.first(Sql.query(pool, BY_LOT, party, lot), row -> Statement.parse(Sql.bytes(row, "bytes")));
    }

    public Uni<Optional<CorrectionState>> find(PartyId party, long index, Optional<StatementId> statement) {
        return Sql.first(Sql.query(pool, ONE, party, index, statement), CorrectionReads::state);
    }

    /** Newest first. */
    public Uni<List<CorrectionState>> page(PartyId party, long before, int limit) {
        return Sql.list(Sql.query(pool, PAGE, party, before, (long) limit), CorrectionReads::state);
    }

    private static CorrectionState state(Row row) {
        return new CorrectionState(
                row.getLong("log_index"),
                new StatementId(new Uuid7(row.getUUID("statement_id"))),
                Sql.digest(row, "digest"),
                Sql.digest(row, "corrects"),
                row.getString("reason"),
                row.getBoolean("own"),
                row.getBoolean("void"),
                row.getLong("marked"),
                row.getLong("done"),
                row.getBigDecimal("deficit_ug"),
                row.getBigDecimal("unknown_ug"));
    }

    /** The lots that the party holds or owns and the correction has touched. */
    public Uni<List<JsonObject>> lots(PartyId party, long correction, Optional<LotId> after, int limit) {
        return Sql.list(
                Sql.query(pool, LOTS, party, correction, after, (long) limit),
                row -> Json.object()
                        .putWire("lot", Sql.lot(row, "lot"))
                        .put("stale", row.getValue("done_index") == null)
                        .build());
    }

    /** What the lot's vectors were before corrections, newest first. */
    public Uni<List<JsonObject>> superseded(LotId lot) {
        return Sql.list(Sql.query(pool, VERSIONS, lot, (long) MAX_VERSIONS), row -> {
            OriginVector original = Sql.vector(row, "original");
            OriginVector remaining = Sql.vector(row, "remaining");
            return Json.object()
                    .put("elements", Descriptions.elements(remaining))
                    .put("lotVersion", row.getLong("version"))
                    .put("massKg", original.total().toKg())
                    .put("remainingKg", remaining.total().toKg())
                    .put("supersededBy", row.getLong("superseded"))
                    .put("vector", remaining.json())
                    .build();
        });
    }
}
