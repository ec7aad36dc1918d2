package io.lodestone.lots.facility.store;

import io.lodestone.evidence.acceptance.Facility;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.party.FacilityDescription;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Uuid7;
import io.lodestone.lots.facility.NamedFacility;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Facilities as rows. */
public final class FacilityRows {

    private static final String SELECT = "SELECT id, operator, country, name, description FROM facility ";

    private FacilityRows() {}

    public static Uni<Optional<NamedFacility>> find(SqlClient client, FacilityId id) {
        return Sql.first(Sql.query(client, SELECT + "WHERE id = $1", id), FacilityRows::read);
    }

    public static Uni<List<NamedFacility>> find(SqlClient client, Collection<FacilityId> ids) {
        return Sql.list(Sql.query(client, SELECT + "WHERE id = ANY($1)", (Object) Sql.ids(ids)), FacilityRows::read);
    }

    /** Those of an operator by id, at most one more than the limit. */
    public static Uni<List<NamedFacility>> page(
            SqlClient client, PartyId operator, Optional<FacilityId> after, int limit) {
        String sql = SELECT + "WHERE operator = $1 AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3";
        return Sql.list(Sql.query(client, sql, operator, after, limit + 1L), FacilityRows::read);
    }

    private static NamedFacility read(Row row) {
        FacilityId id = new FacilityId(new Uuid7(row.getUUID("id")));
        return new NamedFacility(
                new Facility(id, Sql.party(row, "operator"), row.getString("country")),
                Optional.ofNullable(row.getString("name")),
                description(row));
    }

    /** A zone that this machine's tables do not know, or no longer, must not make the facility unreadable. */
    private static Optional<FacilityDescription> description(Row row) {
        try {
            return row.getValue("description") == null
                    ? Optional.empty()
                    : Optional.of(FacilityDescription.read((JsonObject) Sql.json(row, "description")));
        } catch (FormatException e) {
            return Optional.empty();
        }
    }
}
