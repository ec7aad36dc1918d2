package io.lodestone.lots.provenance.store;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The assembly that made a lot, and which of its inputs a party may see. */
@Singleton
public class PartRows {

    private static final String ASSEMBLY = "SELECT s.bytes FROM transformation_output o"
            + " JOIN transformation t USING (log_index) JOIN statement s USING (log_index)"
            + " WHERE o.lot = $1 AND t.process = 'assembly'";
    private static final String SEEN = "SELECT lot FROM lot_party WHERE party = $1 AND lot = ANY($2)";

    private final Pool pool;

    @Inject
    PartRows(Pool pool) {
        this.pool = pool;
    }

    /** Empty for a lot that no assembly made. */
    public Uni<Optional<LotsTransformed>> assembly(LotId lot) {
        return Sql.first(Sql.query(pool, ASSEMBLY, lot), row ->
                (LotsTransformed) Statement.parse(Sql.bytes(row, "bytes")).body());
    }

    public Uni<Set<LotId>> seen(PartyId party, Collection<LotId> lots) {
        return Sql.list(Sql.query(pool, SEEN, party, Sql.ids(lots)), row -> Sql.lot(row, "lot"))
                .map(TreeSet::new);
    }
}
