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
import java.util.SortedMap;
import java.util.TreeMap;

/** Lots for a party: what it may not see is not found. */
@Singleton
public class LotReads {

    private static final String SEEN = LotRows.SELECT
            + "WHERE l.id = $1 AND EXISTS (SELECT 1 FROM lot_party p WHERE p.lot = l.id AND p.party = $2)";
    private static final String DRAFT = "SELECT d.lot, d.form, d.mass_ug, o.refusal_code FROM draft_lot d"
            + " JOIN outbox o USING (actor, statement_id) WHERE d.actor = $1"
            + " AND NOT EXISTS (SELECT 1 FROM lot l WHERE l.id = d.lot AND l.maker = $1)";
    private static final String ONE_DRAFT = DRAFT + " AND d.lot = $2 ORDER BY o.queued_at DESC LIMIT 1";
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
        return booked(party, query).chain(booked -> drafts(party, query).map(drafts -> merged(booked, drafts, query)));
    }

    private Uni<List<Listed>> booked(PartyId party, LotQuery query) {
        if (!query.filter().mayBeBooked()) {
            return Uni.createFrom().item(List.of());
        }
        LotSearch.Prepared search = LotSearch.booked(party, query);
        return Sql.list(
                Sql.query(pool, search.sql(), search.values().toArray()),
                row -> new Listed(Sql.lot(row, "id"), Optional.empty()));
    }

    private Uni<List<Listed>> drafts(PartyId party, LotQuery query) {
        if (!query.filter().mayBeDraft()) {
            return Uni.createFrom().item(List.of());
        }
        LotSearch.Prepared search = LotSearch.drafts(party, query, DRAFT);
        return Sql.list(
                Sql.query(pool, search.sql(), search.values().toArray()),
                row -> new Listed(Sql.lot(row, "lot"), Optional.of(draft(row, "lot", "refusal_code"))));
    }

    /** A lot that was booked between the two reads is not a draft any more. */
    private static List<Listed> merged(List<Listed> booked, List<Listed> drafts, LotQuery query) {
        SortedMap<LotId, Listed> all = new TreeMap<>();
        drafts.forEach(item -> all.put(item.lot(), item));
        booked.forEach(item -> all.put(item.lot(), item));
        return all.values().stream().limit(query.limit() + 1L).toList();
    }

    private static DraftLot draft(Row row, String id, String refusal) {
        return new DraftLot(
                Sql.lot(row, id),
                row.getString("form"),
                Sql.mass(row, "mass_ug"),
                Optional.ofNullable(row.getString(refusal)));
    }
}
