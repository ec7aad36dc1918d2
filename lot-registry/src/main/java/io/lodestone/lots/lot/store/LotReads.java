package io.lodestone.lots.lot.store;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.lots.lot.BookedLot;
import io.lodestone.lots.lot.DraftLot;
import io.lodestone.lots.lot.LotQuery;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lots for a party: what it may not see is not found. */
@Singleton
public class LotReads {

    private static final String SEEN = LotRows.SELECT
            + "WHERE l.id = $1 AND EXISTS (SELECT 1 FROM lot_party p WHERE p.lot = l.id AND p.party = $2)";
    private static final String DRAFT = "SELECT d.lot, d.form, d.mass_ug, o.refusal_code FROM draft_lot d"
            + " JOIN outbox o USING (actor, statement_id) WHERE d.actor = $1"
            + " AND NOT EXISTS (SELECT 1 FROM lot l WHERE l.id = d.lot AND l.maker = $1)";
    private static final String ONE_DRAFT = DRAFT + " AND d.lot = $2 ORDER BY o.queued_at DESC LIMIT 1";
    private static final String PAGE = "SELECT id, NULL::text AS form, NULL::bigint AS mass_ug, NULL::text AS refusal,"
            + " true AS booked FROM lot WHERE (holder = $1 OR owner = $1) AND ($2::text IS NULL OR form = $2)"
            + " AND ($3::text IS NULL OR standing = $3 OR $3 = 'RECORDED'"
            + " OR $3 = 'STALE' AND stale > 0) AND ($4::uuid IS NULL OR id > $4)"
            + " AND standing <> 'POOL'"
            + " UNION ALL SELECT DISTINCT ON (d.lot) d.lot, d.form, d.mass_ug, d.refusal_code, false FROM (" + DRAFT
            + ") d WHERE ($2::text IS NULL OR d.form = $2)"
            + " AND ($3::text IS NULL OR $3 = CASE WHEN d.refusal_code IS NULL THEN 'PENDING' ELSE 'REFUSED' END)"
            + " AND ($4::uuid IS NULL OR d.lot > $4) ORDER BY 1, 5 DESC LIMIT $5";

    /** A lot of a page: booked lots are named here and read by their ids. */
    public record Listed(LotId lot, Optional<DraftLot> draft) {}

    private final Pool pool;

    @Inject
    LotReads(Pool pool) {
        this.pool = pool;
    }

    public Uni<Optional<BookedLot>> seenBy(PartyId party, LotId lot) {
        return Sql.first(Sql.query(pool, SEEN, lot, party), LotRows::read);
    }

    public Uni<Optional<BookedLot>> find(LotId lot) {
        return Sql.first(Sql.query(pool, LotRows.SELECT + "WHERE l.id = $1", lot), LotRows::read);
    }

    public Uni<Map<LotId, BookedLot>> find(Collection<LotId> lots) {
        return LotRows.find(pool, lots);
    }

    public Uni<Optional<DraftLot>> draft(PartyId party, LotId lot) {
        return Sql.first(Sql.query(pool, ONE_DRAFT, party, lot), row -> draft(row, "lot", "refusal_code"));
    }

    /** At most one more than the limit, so that the caller sees whether there is another page. */
    public Uni<List<Listed>> page(PartyId party, LotQuery query) {
        return Sql.list(
                Sql.query(pool, PAGE, party, query.form(), query.state(), query.after(), query.limit() + 1L),
                row -> new Listed(
                        Sql.lot(row, "id"),
                        row.getBoolean("booked") ? Optional.empty() : Optional.of(draft(row, "id", "refusal"))));
    }

    private static DraftLot draft(Row row, String id, String refusal) {
        return new DraftLot(
                Sql.lot(row, id),
                row.getString("form"),
                Sql.mass(row, "mass_ug"),
                Optional.ofNullable(row.getString(refusal)));
    }
}
