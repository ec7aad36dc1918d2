package io.lodestone.custody.statement.store;

import io.lodestone.custody.holding.HeldLot;
import io.lodestone.custody.sql.Columns;
import io.lodestone.custody.sql.HoldingRows;
import io.lodestone.custody.sql.KeyRows;
import io.lodestone.custody.sql.Rows;
import io.lodestone.custody.sql.TransferRows;
import io.lodestone.custody.statement.KnownKeys;
import io.lodestone.custody.statement.LedgerRows;
import io.lodestone.custody.statement.Needs;
import io.lodestone.evidence.acceptance.Facility;
import io.lodestone.evidence.acceptance.Grant;
import io.lodestone.evidence.acceptance.KeyBook.Signing;
import io.lodestone.evidence.acceptance.PartyKey;
import io.lodestone.evidence.acceptance.Transfer;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.AssayId;
import io.lodestone.evidence.statement.CertificateId;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.GrantId;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.TransferId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Loads the rows that a batch needs, one query a table, none for a table it does not touch. */
final class LedgerQueries {

    private static final String PARTIES = "SELECT p.party, s.required, s.log_index AS said_index"
            + " FROM party p LEFT JOIN party_signing s ON s.party = p.party"
            + " WHERE p.party = ANY($1) OR p.log_index = (SELECT min(log_index) FROM party) ORDER BY p.log_index";
    private static final String GRANTS = "SELECT access_grant, granter, withdrawn_index IS NOT NULL AS withdrawn"
            + " FROM access_grant WHERE access_grant = ANY($1)";
    private static final String FACILITIES =
            "SELECT facility, operator, country FROM facility WHERE facility = ANY($1)";
    private static final String ASSAYS = "SELECT assay, lot FROM assay WHERE assay = ANY($1)";
    private static final String RULESETS = "SELECT digest FROM ruleset WHERE digest = ANY($1)";
    private static final String CERTIFICATES = "SELECT certificate FROM certificate WHERE certificate = ANY($1)";

    private final SqlClient db;
    private final Needs needs;
    private Optional<PartyId> registrar = Optional.empty();
    private final Set<PartyId> parties = new HashSet<>();
    private final Map<GrantId, Grant> grants = new HashMap<>();
    private final Map<FacilityId, Facility> facilities = new HashMap<>();
    private final Map<LotId, HeldLot> lots = new HashMap<>();
    private final Map<AssayId, LotId> assays = new HashMap<>();
    private final Map<TransferId, Transfer> transfers = new HashMap<>();
    private final Set<Digest> rulesets = new HashSet<>();
    private final Set<CertificateId> certificates = new HashSet<>();
    private final List<Signing> signing = new ArrayList<>();
    private List<PartyKey> keys = List.of();

    private LedgerQueries(SqlClient db, Needs needs) {
        this.db = db;
        this.needs = needs;
    }

    static Uni<LedgerRows> load(SqlClient db, Needs needs) {
        return new LedgerQueries(db, needs).load();
    }

    /** All that name no lots at once, then the lots, some of which only an open transfer names. */
    private Uni<LedgerRows> load() {
        Uni<Void> rows = InFlight.all(List.of(
                each(PARTIES, Columns.of(needs.parties()).uuid(PartyId::value), LedgerQueries::party),
                KeyRows.load(db, needs.keys()).invoke(found -> keys = found).replaceWithVoid(),
                some(needs.grants(), this::grants),
                some(needs.facilities(), this::facilities),
                some(needs.assays(), this::assays),
                some(needs.transfers(), this::transfers),
                some(needs.rulesets(), this::rulesets),
                some(needs.certificates(), this::certificates)));
        return rows.chain(() -> some(wantedLots(), this::lots))
                .chain(() -> PoolQueries.load(db, needs.pools()))
                .map(pools -> new LedgerRows(
                        registrar,
                        parties,
                        grants,
                        facilities,
                        lots,
                        assays,
                        transfers,
                        rulesets,
                        certificates,
                        pools,
                        new KnownKeys(keys, signing)));
    }

    private static Uni<Void> some(Collection<?> wanted, Supplier<Uni<Void>> query) {
        return wanted.isEmpty() ? Uni.createFrom().voidItem() : query.get();
    }

    private Uni<Void> each(String sql, Columns<?> columns, BiConsumer<LedgerQueries, Row> take) {
        Tuple values = columns.tuple();
        return db.preparedQuery(sql)
                .execute(values)
                .invoke(rows -> rows.forEach(row -> take.accept(this, row)))
                .replaceWithVoid();
    }

    /** The first party in the log is the registrar. */
    private static void party(LedgerQueries into, Row row) {
        PartyId party = Rows.party(row, "party");
        into.registrar = into.registrar.or(() -> Optional.of(party));
        into.parties.add(party);
        if (!Rows.isNull(row, "required")) {
            into.signing.add(new Signing(party, row.getBoolean("required"), row.getLong("said_index")));
        }
    }

    private Uni<Void> grants() {
        return each(GRANTS, Columns.of(needs.grants()).uuid(GrantId::value), (into, row) -> {
            GrantId id = new GrantId(Rows.uuid(row, "access_grant"));
            into.grants.put(id, new Grant(id, Rows.party(row, "granter"), row.getBoolean("withdrawn")));
        });
    }

    private Uni<Void> facilities() {
        return each(FACILITIES, Columns.of(needs.facilities()).uuid(FacilityId::value), (into, row) -> {
            FacilityId id = new FacilityId(Rows.uuid(row, "facility"));
            into.facilities.put(id, new Facility(id, Rows.party(row, "operator"), row.getString("country")));
        });
    }

    /** The lots of a transfer too: a correction may have taken some off an offer, so that its end does not name them. */
    private Set<LotId> wantedLots() {
        Set<LotId> wanted = new TreeSet<>(needs.lots());
        transfers.values().forEach(transfer -> wanted.addAll(transfer.lots().keySet()));
        return wanted;
    }

    private Uni<Void> lots() {
        return HoldingRows.load(db, wantedLots()).invoke(lots::putAll).replaceWithVoid();
    }

    private Uni<Void> assays() {
        return each(
                ASSAYS,
                Columns.of(needs.assays()).uuid(AssayId::value),
                (into, row) -> into.assays.put(new AssayId(Rows.uuid(row, "assay")), Rows.lot(row, "lot")));
    }

    private Uni<Void> transfers() {
        return TransferRows.load(db, needs.transfers())
                .invoke(transfers::putAll)
                .replaceWithVoid();
    }

    private Uni<Void> rulesets() {
        return each(
                RULESETS,
                Columns.of(needs.rulesets()).bytes(Digest::bytes),
                (into, row) -> into.rulesets.add(Rows.digest(row, "digest")));
    }

    private Uni<Void> certificates() {
        return each(
                CERTIFICATES,
                Columns.of(needs.certificates()).uuid(CertificateId::value),
                (into, row) -> into.certificates.add(new CertificateId(Rows.uuid(row, "certificate"))));
    }
}
