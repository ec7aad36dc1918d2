package io.lodestone.lots.description.store;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.quantity.DecimalText;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.lots.description.Details;
import io.lodestone.lots.description.LotAnnex;
import io.lodestone.lots.description.LotFacts;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads what lots are described with; who may see it is decided before. */
@Singleton
public class FactReads {

    private static final String FACTS =
            "SELECT t.*, d.bytes FROM lot_trait t LEFT JOIN lot_detail d ON d.lot = t.lot" + " WHERE t.lot = ANY($1)";

    private final Pool pool;

    @Inject
    FactReads(Pool pool) {
        this.pool = pool;
    }

    public Uni<Map<LotId, LotFacts>> find(Collection<LotId> lots) {
        return Sql.query(pool, FACTS, (Object) Sql.ids(lots)).map(rows -> {
            Map<LotId, LotFacts> found = new HashMap<>();
            rows.forEach(row -> found.put(Sql.lot(row, "lot"), read(row)));
            return found;
        });
    }

    private static LotFacts read(Row row) {
        return new LotFacts(
                Optional.ofNullable(row.getUUID("facility")).map(Object::toString),
                Optional.ofNullable(row.getString("event_time")),
                Sql.instant(row, "recorded"),
                Optional.ofNullable(row.getString("moisture")).map(DecimalText::parse),
                json(row, "description"),
                json(row, "bytes").flatMap(FactReads::details));
    }

    private static Optional<Json> json(Row row, String column) {
        return Optional.ofNullable(row.get(Buffer.class, column)).map(there -> Sql.json(row, column));
    }

    private static Optional<Details> details(Json content) {
        return content instanceof JsonObject object
                ? LotAnnex.ofContent(object).map(LotAnnex::details)
                : Optional.empty();
    }
}
