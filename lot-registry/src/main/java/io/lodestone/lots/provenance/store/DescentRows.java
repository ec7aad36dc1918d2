package io.lodestone.lots.provenance.store;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.lots.provenance.Descent;
import io.lodestone.lots.provenance.Descent.Consumed;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One level of the genealogy: the transformations that made some lots, and what they took. */
@Singleton
public class DescentRows {

    private static final String MADE_OF = "SELECT o.lot AS made, t.process, i.position, i.lot, i.consumed_ug"
            + " FROM transformation_output o JOIN transformation t USING (log_index)"
            + " JOIN transformation_input i USING (log_index) WHERE o.lot = ANY($1)"
            + " UNION ALL SELECT w.lot, 'solvent-extraction', 0, w.pool, w.mass_ug FROM withdrawal w"
            + " WHERE w.lot = ANY($1) ORDER BY made, position";

    private final Pool pool;

    @Inject
    DescentRows(Pool pool) {
        this.pool = pool;
    }

    public Uni<List<Descent>> of(Collection<LotId> made) {
        return Sql.query(pool, MADE_OF, (Object) Sql.ids(made)).map(rows -> {
            Map<LotId, Descent> found = new LinkedHashMap<>();
            rows.forEach(row -> {
                LotId lot = Sql.lot(row, "made");
                Consumed input = new Consumed(Sql.lot(row, "lot"), Sql.mass(row, "consumed_ug"));
                found.merge(lot, new Descent(lot, row.getString("process"), List.of(input)), DescentRows::together);
            });
            return List.copyOf(found.values());
        });
    }

    private static Descent together(Descent some, Descent more) {
        List<Consumed> inputs = new ArrayList<>(some.inputs());
        inputs.addAll(more.inputs());
        return new Descent(some.lot(), some.process(), inputs);
    }
}
