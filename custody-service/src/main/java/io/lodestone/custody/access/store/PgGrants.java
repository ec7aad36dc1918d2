package io.lodestone.custody.access.store;

import io.lodestone.custody.access.GivenGrant;
import io.lodestone.custody.access.app.GrantQueries;
import io.lodestone.custody.sql.Columns;
import io.lodestone.custody.sql.Rows;
import io.lodestone.evidence.statement.AccessGranted;
import io.lodestone.evidence.statement.GrantId;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Uuid7;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** Grants from their table. */
@Singleton
public class PgGrants implements GrantQueries {

    private static final String LIST = "SELECT * FROM access_grant WHERE (granter = $1 OR auditor = $1)"
            + " AND granted_index > $2 ORDER BY granted_index LIMIT $3";

    /** Log time is the last entry's: what stands now was stated by then, so before the period ended. */
    private static final String SHOWING = "SELECT DISTINCT g.granter FROM access_grant g, log_head l"
            + " WHERE g.auditor = $1 AND g.withdrawn_index IS NULL AND g.granter = ANY($3)"
            + " AND (g.lots IS NULL OR $2 = ANY(g.lots)) AND g.from_time <= l.last_time AND l.last_time < g.until_time";

    private final Pool pool;

    @Inject
    PgGrants(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<GivenGrant>> list(PartyId party, long after, int limit) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(party.value().value(), after, limit))
                .map(rows -> {
                    List<GivenGrant> grants = new ArrayList<>(rows.rowCount());
                    rows.forEach(row -> grants.add(read(row)));
                    return grants;
                });
    }

    private static GivenGrant read(Row row) {
        Optional<List<LotId>> lots = Optional.ofNullable(row.getArrayOfUUIDs("lots"))
                .map(ids -> Arrays.stream(ids)
                        .map(id -> new LotId(new Uuid7(id)))
                        .sorted()
                        .toList());
        return new GivenGrant(
                Rows.party(row, "granter"),
                new AccessGranted(
                        new GrantId(Rows.uuid(row, "access_grant")),
                        Rows.party(row, "auditor"),
                        lots,
                        Columns.utc(Rows.time(row, "from_time")),
                        Columns.utc(Rows.time(row, "until_time"))),
                row.getLong("granted_index"),
                Rows.isNull(row, "withdrawn_index")
                        ? OptionalLong.empty()
                        : OptionalLong.of(row.getLong("withdrawn_index")));
    }

    @Override
    public Uni<Set<PartyId>> showing(PartyId auditor, LotId lot, Collection<PartyId> parties) {
        Object among = Columns.of(parties).uuid(PartyId::value).tuple().getValue(0);
        return pool.preparedQuery(SHOWING)
                .execute(Tuple.of(auditor.value().value(), lot.value().value(), among))
                .map(rows -> {
                    Set<PartyId> showing = new TreeSet<>();
                    rows.forEach(row -> showing.add(Rows.party(row, "granter")));
                    return showing;
                });
    }
}
