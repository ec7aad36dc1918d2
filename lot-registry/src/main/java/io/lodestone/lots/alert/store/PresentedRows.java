package io.lodestone.lots.alert.store;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.plausibility.Earlier.How;
import io.lodestone.evidence.plausibility.Fingerprint;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.WireTime;
import io.lodestone.lots.alert.PresentedKey;
import io.lodestone.lots.lot.store.LotRows;
import io.lodestone.lots.provenance.store.ProfileRows;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What parties presented, received and let go, by looks and by identifier. */
final class PresentedRows {

    private static final String INSERT =
            "INSERT INTO presented (log_index, how, key, party, lot, looks, happened, head)"
                    + " VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING";
    /** By key and kind, so that a plant whose lots all look alike is not read through for each of them. */
    private static final String FIND = "SELECT p.* FROM (SELECT DISTINCT key FROM unnest($2::bytea[]) AS u (key)) k"
            + " CROSS JOIN (VALUES ('DEPARTED'), ('RECEIVED'), ('REGISTERED')) AS h (how)"
            + " CROSS JOIN LATERAL (SELECT * FROM presented WHERE party = $1 AND key = k.key AND how = h.how"
            + " AND log_index < $3 AND NOT lot = ANY($4) ORDER BY log_index DESC, lot DESC LIMIT 1) p"
            + " ORDER BY p.key, p.how LIMIT 100";

    private PresentedRows() {}

    static Uni<Void> insert(SqlClient client, List<PresentedKey> keys) {
        List<Tuple> rows = keys.stream()
                .map(key -> Sql.tuple(
                        key.index(),
                        key.how().name(),
                        key.key(),
                        key.party(),
                        key.lot(),
                        key.looks(),
                        WireTime.text(key.happened()),
                        key.head()))
                .toList();
        return Sql.batch(client, INSERT, rows);
    }

    /** The latest of each kind and key before that index, but for the lots themselves. */
    static Uni<List<PresentedKey>> find(
            SqlClient client, PartyId party, Collection<Digest> keys, long before, Collection<LotId> lots) {
        return Sql.list(Sql.query(client, FIND, party, Sql.digests(keys), before, Sql.ids(lots)), PresentedRows::read);
    }

    private static PresentedKey read(Row row) {
        return new PresentedKey(
                row.getLong("log_index"),
                How.valueOf(row.getString("how")),
                Sql.digest(row, "key"),
                Sql.party(row, "party"),
                Sql.lot(row, "lot"),
                Sql.digest(row, "looks"),
                WireTime.zoned(row.getString("happened")),
                Sql.digest(row, "head"));
    }

    /** The origin that each lot was made with. */
    static Uni<Map<LotId, Digest>> origins(SqlClient client, Collection<LotId> lots) {
        return LotRows.find(client, lots).chain(found -> {
            TreeSet<Digest> named = new TreeSet<>();
            found.values().forEach(lot -> lot.original().rowList().forEach(row -> named.add(row.profile())));
            return ProfileRows.find(client, named).map(profiles -> {
                Map<LotId, Digest> origins = new HashMap<>();
                found.forEach((id, lot) -> origins.put(id, Fingerprint.origin(lot.original(), profiles)));
                return origins;
            });
        });
    }
}
