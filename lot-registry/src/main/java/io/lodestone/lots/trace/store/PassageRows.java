package io.lodestone.lots.trace.store;

import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.lots.sql.Sql;
import io.lodestone.lots.trace.Sight;
import io.lodestone.lots.trace.flow.Passage;
import io.lodestone.lots.trace.flow.Passage.Part;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The transformations between the lots of a picture, with their whole masses. */
@Singleton
public class PassageRows {

    /** Inputs and outputs together: more than that is no picture any more. */
    private static final int MAX_PARTS = 10_000;

    private static final String AMONG = "WITH t AS MATERIALIZED ("
            + "SELECT t.log_index, t.process FROM transformation_output o JOIN transformation t USING (log_index)"
            + " WHERE o.lot = ANY($1::uuid[]) AND t.actor = ANY($3::uuid[]) AND t.log_index >= $4 AND t.log_index < $5"
            + " UNION SELECT t.log_index, t.process FROM transformation_input i JOIN transformation t USING (log_index)"
            + " WHERE i.lot = ANY($2::uuid[]) AND t.actor = ANY($3::uuid[]) AND t.log_index >= $4 AND t.log_index < $5)"
            + " SELECT t.log_index, t.process, true AS input, i.position, i.lot, i.consumed_ug AS part_ug, l.mass_ug"
            + " FROM t JOIN transformation_input i USING (log_index) JOIN lot l ON l.id = i.lot"
            + " UNION ALL SELECT t.log_index, t.process, false, o.position, o.lot, o.mass_ug, o.mass_ug"
            + " FROM t JOIN transformation_output o USING (log_index) ORDER BY 1, 3 DESC, 4 LIMIT " + (MAX_PARTS + 1);
    private static final String VECTORS = "SELECT lot, original FROM lot_vector WHERE lot = ANY($1::uuid[])";

    /**
     * Some passages in the order of the log.
     *
     * @param masses of every lot that one of them names
     */
    public record Found(List<Passage> passages, Map<LotId, Mass> masses) {}

    private final Pool pool;

    @Inject
    PassageRows(Pool pool) {
        this.pool = pool;
    }

    /** What made one of the first and what one of the second went into; nothing where that is too much to draw. */
    public Uni<Optional<Found>> among(Sight sight, Collection<LotId> made, Collection<LotId> used) {
        return Sql.query(pool, AMONG, Sql.ids(made), Sql.ids(used), Sql.ids(sight.eyes()), sight.first(), sight.past())
                .map(rows -> rows.size() > MAX_PARTS ? Optional.empty() : Optional.of(found(rows)));
    }

    private static Found found(RowSet<Row> rows) {
        Map<Long, Passage> passages = new TreeMap<>();
        Map<LotId, Mass> masses = new HashMap<>();
        for (Row row : rows) {
            Optional<LotId> lot = row.getUUID("lot") == null ? Optional.empty() : Optional.of(Sql.lot(row, "lot"));
            lot.ifPresent(named -> masses.put(named, Sql.mass(row, "mass_ug")));
            Part part = new Part(lot, Sql.mass(row, "part_ug"));
            boolean input = row.getBoolean("input");
            Passage one = new Passage(
                    row.getLong("log_index"),
                    row.getString("process"),
                    input ? List.of(part) : List.of(),
                    input ? List.of() : List.of(part));
            passages.merge(one.index(), one, PassageRows::together);
        }
        return new Found(List.copyOf(passages.values()), masses);
    }

    private static Passage together(Passage some, Passage more) {
        List<Part> inputs = new ArrayList<>(some.inputs());
        inputs.addAll(more.inputs());
        List<Part> outputs = new ArrayList<>(some.outputs());
        outputs.addAll(more.outputs());
        return new Passage(some.index(), some.process(), inputs, outputs);
    }

    /** How much of the element each lot was made with. */
    public Uni<Map<LotId, Mass>> holding(Element element, Collection<LotId> lots) {
        return Sql.query(pool, VECTORS, (Object) Sql.ids(lots)).map(rows -> {
            Map<LotId, Mass> held = new HashMap<>();
            rows.forEach(row ->
                    held.put(Sql.lot(row, "lot"), Sql.vector(row, "original").of(element)));
            return held;
        });
    }
}
