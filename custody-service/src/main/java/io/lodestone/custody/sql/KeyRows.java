package io.lodestone.custody.sql;

import io.lodestone.custody.statement.KeyNeeds;
import io.lodestone.evidence.acceptance.PartyKey;
import io.lodestone.evidence.signature.PartyPublicKey;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.PartyKeyAdded;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** Keys of parties from their table. */
public final class KeyRows {

    private static final String LOAD = "SELECT * FROM party_key"
            + " WHERE party = ANY($1) AND thumbprint = ANY($2) OR party = ANY($3) ORDER BY added_index";

    private KeyRows() {}

    public static Uni<List<PartyKey>> load(SqlClient db, KeyNeeds needs) {
        if (needs.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Object signers =
                Columns.of(needs.signers()).uuid(PartyId::value).tuple().getValue(0);
        Object keys = Columns.of(needs.keys())
                .bytes(key -> key.digest().bytes())
                .tuple()
                .getValue(0);
        Object whole = Columns.of(needs.whole()).uuid(PartyId::value).tuple().getValue(0);
        return db.preparedQuery(LOAD).execute(Tuple.of(signers, keys, whole)).map(KeyRows::read);
    }

    public static List<PartyKey> read(RowSet<Row> rows) {
        List<PartyKey> keys = new ArrayList<>(rows.rowCount());
        rows.forEach(row -> keys.add(read(row)));
        return keys;
    }

    private static PartyKey read(Row row) {
        PartyKeyAdded added = new PartyKeyAdded(
                Rows.party(row, "party"),
                PartyPublicKey.ofInfo(Rows.bytes(row, "info")),
                row.getString("name"),
                Rows.time(row, "from_time"),
                Rows.time(row, "until_time"));
        return new PartyKey(added, row.getLong("added_index"), Rows.optionalNumber(row, "revoked_index"));
    }
}
