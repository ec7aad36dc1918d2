package io.lodestone.lots.facility.store;

import io.lodestone.evidence.acceptance.Facility;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.lots.facility.NamedFacility;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.Optional;

/** Facilities as rows. */
public final class FacilityRows {

    private FacilityRows() {}

    public static Uni<Optional<NamedFacility>> find(SqlClient client, FacilityId id) {
        return Sql.first(
                Sql.query(client, "SELECT operator, country, name FROM facility WHERE id = $1", id),
                row -> new NamedFacility(
                        new Facility(id, Sql.party(row, "operator"), row.getString("country")),
                        Optional.ofNullable(row.getString("name"))));
    }
}
