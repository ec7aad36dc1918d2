package io.lodestone.lots.party.store;

import io.lodestone.evidence.statement.PartyId;
import io.lodestone.lots.party.Party;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.Optional;

/** Parties as rows. */
public final class PartyRows {

    private PartyRows() {}

    public static Uni<Optional<Party>> find(SqlClient client, PartyId id) {
        return Sql.first(
                Sql.query(client, "SELECT country, name FROM party WHERE id = $1", id),
                row -> new Party(
                        id, row.getString("country"), Optional.ofNullable(row.getString("name")), Optional.empty()));
    }
}
