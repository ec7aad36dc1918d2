package io.lodestone.lots.outbox.store;

import io.lodestone.evidence.acceptance.CorrectionView;
import io.lodestone.evidence.acceptance.CorrectionView.Recorded;
import io.lodestone.evidence.acceptance.Facility;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.AssayId;
import io.lodestone.evidence.statement.AssayRecorded;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.Correction;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.FacilityRegistered;
import io.lodestone.evidence.statement.Input;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.PartyDescribed;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.PartyRegistered;
import io.lodestone.evidence.statement.PoolAdjusted;
import io.lodestone.evidence.statement.PoolOpened;
import io.lodestone.evidence.statement.PoolRun;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.Uuid7;
import io.lodestone.lots.facility.store.FacilityRows;
import io.lodestone.lots.lot.BookedLot;
import io.lodestone.lots.lot.store.LotRows;
import io.lodestone.lots.outbox.KnownLedger;
import io.lodestone.lots.outbox.KnownPools;
import io.lodestone.lots.pool.store.PoolRows;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Loads what the decision about one statement looks at. */
@Singleton
public class LedgerRows {

    private static final String PARTIES = "SELECT id, log_index = (SELECT min(log_index) FROM party) AS is_registrar"
            + " FROM party WHERE id = ANY($1) OR log_index = (SELECT min(log_index) FROM party)";

    private static final String CORRECTED = "SELECT s.log_index, s.bytes, EXISTS (SELECT FROM correction c"
            + " WHERE c.corrects = s.digest AND c.void) AS void FROM statement s WHERE s.digest = $1"
            + " AND s.kind IN ('LotRegistered', 'LotsTransformed')";

    private final Pool pool;

    @Inject
    LedgerRows(Pool pool) {
        this.pool = pool;
    }

    public Uni<KnownLedger> known(Statement statement) {
        Body body = statement.body();
        Set<LotId> lots = new TreeSet<>(body.creates());
        body.spends().forEach(version -> lots.add(version.lot()));
        lots.addAll(PoolRows.namedBy(body));
        return parties(statement)
                .chain(ledger -> facilities(ledger, body))
                .chain(ledger -> LotRows.find(pool, lots).map(found -> with(ledger, found, ledger.assays())))
                .chain(ledger -> assays(assaysOf(body)).map(found -> with(ledger, ledger.lots(), found)))
                .chain(ledger -> PoolRows.known(pool, body).map(ledger::with))
                .chain(ledger -> body instanceof Correction correction
                        ? corrected(correction).map(ledger::with)
                        : Uni.createFrom().item(ledger));
    }

    /** How many lots it touches is not counted here: the custody service does that. */
    private Uni<CorrectionView> corrected(Correction correction) {
        return Sql.first(
                        Sql.query(pool, CORRECTED, correction.corrects()),
                        row -> new Recorded(
                                row.getLong("log_index"),
                                Statement.parse(Sql.bytes(row, "bytes")),
                                row.getBoolean("void")))
                .map(found -> new CorrectionView() {
                    @Override
                    public Optional<Recorded> recorded(Digest statement) {
                        return found.filter(one -> one.statement().digest().equals(statement));
                    }
                });
    }

    private static KnownLedger with(KnownLedger known, Map<LotId, BookedLot> lots, Map<AssayId, LotId> assays) {
        return new KnownLedger(known.registrar(), known.parties(), known.facilities(), lots, assays, KnownPools.NONE);
    }

    private Uni<KnownLedger> parties(Statement statement) {
        Set<PartyId> named = new TreeSet<>(List.of(statement.actor()));
        if (statement.body() instanceof PartyRegistered body) {
            named.add(body.party());
        } else if (statement.body() instanceof PartyDescribed body) {
            named.add(body.party());
        }
        return Sql.query(pool, PARTIES, (Object) Sql.ids(named)).map(rows -> {
            Set<PartyId> parties = new HashSet<>();
            Optional<PartyId> registrar = Optional.empty();
            for (var row : rows) {
                parties.add(Sql.party(row, "id"));
                if (row.getBoolean("is_registrar")) {
                    registrar = Optional.of(Sql.party(row, "id"));
                }
            }
            return new KnownLedger(registrar, parties, Map.of(), Map.of(), Map.of(), KnownPools.NONE);
        });
    }

    private Uni<KnownLedger> facilities(KnownLedger known, Body body) {
        return facilityOf(body)
                .map(id -> FacilityRows.find(pool, id))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .map(found -> {
                    Map<FacilityId, Facility> facilities = new HashMap<>();
                    found.ifPresent(named -> facilities.put(named.facility().facility(), named.facility()));
                    return new KnownLedger(
                            known.registrar(),
                            known.parties(),
                            facilities,
                            known.lots(),
                            known.assays(),
                            KnownPools.NONE);
                });
    }

    private static Optional<FacilityId> facilityOf(Body body) {
        if (body instanceof FacilityRegistered facility) {
            return Optional.of(facility.facility());
        } else if (body instanceof LotRegistered lot) {
            return Optional.of(lot.site().facility());
        } else if (body instanceof LotsTransformed transformed) {
            return Optional.of(transformed.site().facility());
        } else if (body instanceof PoolOpened opened) {
            return Optional.of(opened.site().facility());
        } else if (body instanceof PoolRun run) {
            return Optional.of(run.site().facility());
        }
        return Optional.empty();
    }

    private static Collection<AssayId> assaysOf(Body body) {
        if (body instanceof AssayRecorded assay) {
            return Stream.concat(
                            Stream.of(assay.assay()), assay.rank().flatMap(AssayRecorded.Rank::supersedes).stream())
                    .toList();
        } else if (body instanceof LotsTransformed transformed) {
            return reliedOn(transformed.inputs());
        } else if (body instanceof PoolRun run) {
            return reliedOn(run.inputs());
        } else if (body instanceof PoolAdjusted adjusted) {
            return adjusted.assay().map(PoolAdjusted.LateAssay::assay).stream().toList();
        }
        return List.of();
    }

    private static List<AssayId> reliedOn(List<Input> inputs) {
        return inputs.stream().flatMap(input -> input.assay().stream()).toList();
    }

    private Uni<Map<AssayId, LotId>> assays(Collection<AssayId> assays) {
        if (assays.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Sql.query(pool, "SELECT id, lot FROM assay WHERE id = ANY($1)", (Object) Sql.ids(assays))
                .map(rows -> {
                    Map<AssayId, LotId> found = new HashMap<>();
                    rows.forEach(row -> found.put(new AssayId(new Uuid7(row.getUUID("id"))), Sql.lot(row, "lot")));
                    return found;
                });
    }
}
