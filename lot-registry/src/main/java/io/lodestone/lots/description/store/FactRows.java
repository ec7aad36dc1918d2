package io.lodestone.lots.description.store;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.statement.Annex;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.LotDescription;
import io.lodestone.evidence.statement.LotDescription.ListedCode;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.PoolOpened;
import io.lodestone.evidence.statement.PoolRun;
import io.lodestone.evidence.statement.Site;
import io.lodestone.evidence.statement.WireTime;
import io.lodestone.lots.description.DescriptionRequest;
import io.lodestone.lots.description.LotAnnex;
import io.lodestone.lots.description.LotFacts;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Writes what lots are searched by and described with, when the feed makes them. */
public final class FactRows {

    private static final String PROFILE_COUNTRY =
            "INSERT INTO profile_country (digest, country) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    private static final String ELEMENT = "INSERT INTO lot_element (lot, element) VALUES ($1, $2)";
    private static final String COUNTRY = "INSERT INTO lot_country (lot, country)"
            + " SELECT DISTINCT $1::uuid, country FROM profile_country WHERE digest = ANY($2)";
    private static final String NEW_ELEMENTS = "WITH new AS (SELECT * FROM unnest($2::uuid[], $3::text[]) AS n (lot,"
            + " element)), gone AS (DELETE FROM lot_element o WHERE o.lot = ANY($1::uuid[])"
            + " AND NOT EXISTS (SELECT 1 FROM new n WHERE n.lot = o.lot AND n.element = o.element))"
            + " INSERT INTO lot_element (lot, element) SELECT lot, element FROM new ON CONFLICT DO NOTHING";
    private static final String NEW_COUNTRIES = "WITH new AS MATERIALIZED (SELECT DISTINCT n.lot, c.country"
            + " FROM unnest($2::uuid[], $3::bytea[]) AS n (lot, digest) JOIN profile_country c USING (digest)),"
            + " gone AS (DELETE FROM lot_country o WHERE o.lot = ANY($1::uuid[])"
            + " AND NOT EXISTS (SELECT 1 FROM new n WHERE n.lot = o.lot AND n.country = o.country))"
            + " INSERT INTO lot_country (lot, country) SELECT lot, country FROM new ON CONFLICT DO NOTHING";
    private static final String TRAIT = "INSERT INTO lot_trait (lot, facility, event_time, happened, recorded, grade,"
            + " control_code, customs_code, moisture, description) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    private static final String DETAIL = "INSERT INTO lot_detail (lot, bytes) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    private static final String IDENTIFIER =
            "INSERT INTO lot_identifier (lot, scheme, value) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";

    private FactRows() {}

    public static Uni<Void> insertProfiles(SqlClient client, Collection<OriginProfile> profiles) {
        List<Tuple> rows = new ArrayList<>();
        for (OriginProfile profile : profiles) {
            profile.steps().stream()
                    .flatMap(step -> step.countries().codes().stream())
                    .distinct()
                    .forEach(country -> rows.add(Sql.tuple(profile.digest(), country)));
        }
        return Sql.batch(client, PROFILE_COUNTRY, rows);
    }

    /** What lots are searched by when they are computed again; after their profiles. */
    public static Uni<Void> replace(SqlClient client, Map<LotId, OriginVector> made) {
        if (made.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<LotId> holders = new ArrayList<>();
        List<String> elements = new ArrayList<>();
        List<LotId> sources = new ArrayList<>();
        List<Digest> origins = new ArrayList<>();
        made.forEach((lot, vector) -> {
            vector.rows().keySet().forEach(element -> {
                holders.add(lot);
                elements.add(element.symbol());
            });
            for (Digest profile : profiles(vector)) {
                sources.add(lot);
                origins.add(profile);
            }
        });
        UUID[] lots = Sql.ids(made.keySet());
        return Sql.query(client, NEW_ELEMENTS, lots, Sql.ids(holders), elements.toArray(String[]::new))
                .chain(() -> Sql.query(client, NEW_COUNTRIES, lots, Sql.ids(sources), Sql.digests(origins)))
                .replaceWithVoid();
    }

    /**
     * After the lots and their profiles.
     *
     * @param made each lot with the vector it was made with
     * @param annexes those that the statement commits to
     */
    public static Uni<Void> insert(
            SqlClient client, Body body, Instant recorded, Map<LotId, OriginVector> made, List<Annex> annexes) {
        Map<LotId, LotDescription> descriptions = LotFacts.descriptions(body);
        List<Tuple> traits = made.keySet().stream()
                .map(lot -> trait(lot, body, recorded, Optional.ofNullable(descriptions.get(lot))))
                .toList();
        return holds(client, made)
                .chain(() -> Sql.batch(client, TRAIT, traits))
                .chain(() -> details(client, made.keySet(), annexes));
    }

    private static Uni<Void> holds(SqlClient client, Map<LotId, OriginVector> made) {
        List<Tuple> elements = new ArrayList<>();
        List<Tuple> origins = new ArrayList<>();
        made.forEach((lot, vector) -> {
            for (Element element : vector.rows().keySet()) {
                elements.add(Sql.tuple(lot, element.symbol()));
            }
            origins.add(Sql.tuple(lot, Sql.digests(profiles(vector))));
        });
        return Sql.batch(client, ELEMENT, elements).chain(() -> Sql.batch(client, COUNTRY, origins));
    }

    private static Uni<Void> details(SqlClient client, Collection<LotId> made, List<Annex> annexes) {
        List<Tuple> details = new ArrayList<>();
        List<Tuple> identifiers = new ArrayList<>();
        annexes.stream()
                .flatMap(annex -> LotAnnex.read(annex).stream())
                .filter(found -> made.contains(found.lot()))
                .forEach(found -> {
                    details.add(Sql.tuple(found.lot(), found.content()));
                    found.details()
                            .identifiers()
                            .forEach(id -> identifiers.add(Sql.tuple(found.lot(), id.scheme(), id.value())));
                });
        return Sql.batch(client, DETAIL, details).chain(() -> Sql.batch(client, IDENTIFIER, identifiers));
    }

    private static List<Digest> profiles(OriginVector vector) {
        return vector.rowList().stream()
                .map(OriginVector.Row::profile)
                .distinct()
                .toList();
    }

    private static Tuple trait(LotId lot, Body body, Instant recorded, Optional<LotDescription> description) {
        return Sql.tuple(
                lot,
                facility(body),
                body.eventTime().map(WireTime::text),
                body.eventTime().map(time -> time.toInstant()),
                recorded,
                description.flatMap(LotDescription::grade),
                description.flatMap(LotDescription::control).map(ListedCode::code),
                description.flatMap(LotDescription::customs).map(ListedCode::code),
                description.flatMap(LotDescription::moisture).map(Object::toString),
                description.map(DescriptionRequest::json));
    }

    private static Optional<FacilityId> facility(Body body) {
        return site(body).map(Site::facility);
    }

    private static Optional<Site> site(Body body) {
        if (body instanceof LotRegistered lot) {
            return Optional.of(lot.site());
        } else if (body instanceof PoolOpened pool) {
            return Optional.of(pool.site());
        } else if (body instanceof PoolRun run) {
            return Optional.of(run.site());
        }
        return body instanceof LotsTransformed made ? Optional.of(made.site()) : Optional.empty();
    }
}
