package io.lodestone.lots.correction.store;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.lots.correction.StaleLot;
import io.lodestone.lots.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What lots are searched by, as they are made now: countries of their origins, and elements. */
final class RemadeFacts {

    private static final String COUNTRIES = replacing(
            "lot_country",
            "country",
            "SELECT DISTINCT n.lot, p.country FROM unnest($2::uuid[], $3::bytea[]) AS n(lot, digest)"
                    + " JOIN profile_country p USING (digest)");
    private static final String ELEMENTS = replacing(
            "lot_element", "element", "SELECT lot, element FROM unnest($2::uuid[], $3::text[]) AS n(lot, element)");

    private record Named(LotId lot, Digest profile) {}

    private record Held(LotId lot, String element) {}

    private RemadeFacts() {}

    private static String replacing(String table, String column, String now) {
        return "WITH now AS (" + now + "), gone AS (DELETE FROM " + table + " t USING unnest($1::uuid[]) AS l(lot)"
                + " WHERE t.lot = l.lot AND NOT EXISTS (SELECT FROM now WHERE now.lot = t.lot AND now." + column
                + " = t."
                + column + ")) INSERT INTO " + table + " (lot, " + column + ") SELECT lot, " + column
                + " FROM now ON CONFLICT DO NOTHING";
    }

    /** After their profiles. A lot that was only drawn from is made as it was. */
    static Uni<Void> write(SqlConnection db, List<StaleLot> settled) {
        List<LotId> made = new ArrayList<>();
        List<Named> named = new ArrayList<>();
        List<Held> held = new ArrayList<>();
        for (StaleLot lot : settled) {
            lot.original().ifPresent(vector -> {
                made.add(lot.lot());
                profiles(vector).forEach(profile -> named.add(new Named(lot.lot(), profile)));
                vector.rows().keySet().forEach(element -> held.add(new Held(lot.lot(), element.symbol())));
            });
        }
        if (made.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Object lots = Columns.of(made).id(lot -> lot).tuple().getValue(0);
        Tuple origins = Columns.of(named).id(Named::lot).digest(Named::profile).tuple();
        Tuple elements = Columns.of(held).id(Held::lot).text(Held::element).tuple();
        return db.preparedQuery(COUNTRIES)
                .execute(Tuple.of(lots, origins.getValue(0), origins.getValue(1)))
                .chain(() ->
                        db.preparedQuery(ELEMENTS).execute(Tuple.of(lots, elements.getValue(0), elements.getValue(1))))
                .replaceWithVoid();
    }

    private static Set<Digest> profiles(OriginVector vector) {
        Set<Digest> profiles = new TreeSet<>();
        vector.rowList().forEach(row -> profiles.add(row.profile()));
        return profiles;
    }
}
