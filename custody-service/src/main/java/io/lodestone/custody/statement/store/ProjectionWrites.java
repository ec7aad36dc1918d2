package io.lodestone.custody.statement.store;

import io.lodestone.custody.holding.HeldLot;
import io.lodestone.custody.sql.Columns;
import io.lodestone.custody.statement.BatchResult;
import io.lodestone.custody.statement.Sequenced;
import io.lodestone.evidence.acceptance.Effect;
import io.lodestone.evidence.digest.Base64Text;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.TransferId;
import java.util.Collection;
import java.util.List;

/** How the lots, parties and all else stand after a batch. */
final class ProjectionWrites {

    private static final String LOTS = "INSERT INTO holding (lot, version, holder, owner, state, form, remaining_ug,"
            + " vector, last_record, spend_secret, deficit_ug, offer)"
            + " SELECT * FROM unnest($1::uuid[], $2::bigint[], $3::uuid[], $4::uuid[], $5::text[], $6::text[],"
            + " $7::bigint[], $8::bytea[], $9::bytea[], $10::bytea[], $11::bigint[], $12::uuid[])"
            + " ON CONFLICT (lot) DO UPDATE SET version = excluded.version, holder = excluded.holder,"
            + " owner = excluded.owner, state = excluded.state, remaining_ug = excluded.remaining_ug,"
            + " vector = excluded.vector, last_record = excluded.last_record, spend_secret = excluded.spend_secret,"
            + " deficit_ug = excluded.deficit_ug, offer = excluded.offer";
    private static final String CERTIFIED = "INSERT INTO holding_certified (lot, purpose, mass_ug)"
            + " SELECT * FROM unnest($1::uuid[], $2::text[], $3::bigint[])"
            + " ON CONFLICT (lot, purpose) DO UPDATE SET mass_ug = excluded.mass_ug";
    private static final String PARTIES =
            "INSERT INTO party (log_index, party) SELECT * FROM unnest($1::bigint[], $2::uuid[])";
    private static final String FACILITIES = "INSERT INTO facility (log_index, facility, operator, country)"
            + " SELECT * FROM unnest($1::bigint[], $2::uuid[], $3::uuid[], $4::text[])";
    private static final String ASSAYS =
            "INSERT INTO assay (log_index, assay, lot) SELECT * FROM unnest($1::bigint[], $2::uuid[], $3::uuid[])";
    private static final String RULESETS =
            "INSERT INTO ruleset (log_index, digest) SELECT * FROM unnest($1::bigint[], $2::bytea[])";
    private static final String CERTIFICATES =
            "INSERT INTO certificate (log_index, certificate) SELECT * FROM unnest($1::bigint[], $2::uuid[])";

    private final Writes writes = new Writes();

    private ProjectionWrites() {}

    private record CertifiedRow(LotId lot, String purpose, Mass mass) {}

    static List<Write> of(BatchResult result) {
        ProjectionWrites all = new ProjectionWrites();
        all.lots(result.lots());
        all.writes.addAll(LotVersionWrites.of(result.accepted()));
        all.writes.addAll(TransferWrites.of(result.accepted()));
        all.writes.addAll(PoolWrites.of(result.accepted()));
        all.writes.addAll(GrantWrites.of(result.accepted()));
        all.writes.addAll(KeyWrites.of(result.accepted()));
        all.writes.addAll(CorrectionWrites.of(result.accepted()));
        all.registered(result.accepted());
        return all.writes.list();
    }

    private void lots(Collection<HeldLot> lots) {
        writes.add(
                LOTS,
                lots,
                Columns.of(lots)
                        .uuid(l -> l.holding().lot().value())
                        .number(l -> l.holding().version())
                        .uuid(l -> l.holding().holder().value())
                        .uuid(l -> l.holding().owner().value())
                        .text(l -> l.holding().state().name())
                        .text(l -> l.holding().form().wire())
                        .number(l -> l.holding().remaining().micrograms())
                        .bytes(l -> l.holding().vector().bytes())
                        .bytes(l -> l.lastRecord().bytes())
                        .bytes(l -> Base64Text.decode(l.secret().text()))
                        .number(l -> l.holding().deficit().micrograms())
                        .nullableUuid(l -> l.holding().offer().map(TransferId::value)));
        List<CertifiedRow> certified = lots.stream()
                .flatMap(l -> l.holding().certified().entrySet().stream()
                        .map(e -> new CertifiedRow(l.holding().lot(), e.getKey(), e.getValue())))
                .toList();
        writes.add(
                CERTIFIED,
                certified,
                Columns.of(certified)
                        .uuid(c -> c.lot().value())
                        .text(CertifiedRow::purpose)
                        .number(c -> c.mass().micrograms()));
    }

    private void registered(List<Sequenced> accepted) {
        var parties = At.all(accepted, Effect.PartyAdmitted.class, Effect.PartyAdmitted::party);
        writes.add(
                PARTIES,
                parties,
                Columns.of(parties).number(At::index).uuid(p -> p.value().value()));
        var facilities = At.all(accepted, Effect.FacilityStated.class, Effect.FacilityStated::facility);
        writes.add(
                FACILITIES,
                facilities,
                Columns.of(facilities)
                        .number(At::index)
                        .uuid(f -> f.value().facility().value())
                        .uuid(f -> f.value().operator().value())
                        .text(f -> f.value().country()));
        var assays = At.all(accepted, Effect.AssayMade.class);
        writes.add(
                ASSAYS,
                assays,
                Columns.of(assays)
                        .number(At::index)
                        .uuid(a -> a.value().assay().value())
                        .uuid(a -> a.value().lot().value()));
        var rulesets = At.all(accepted, Effect.RulesetMade.class, Effect.RulesetMade::ruleset);
        writes.add(
                RULESETS,
                rulesets,
                Columns.of(rulesets).number(At::index).bytes(r -> r.value().bytes()));
        var certificates = At.all(accepted, Effect.CertificateMade.class, Effect.CertificateMade::certificate);
        writes.add(
                CERTIFICATES,
                certificates,
                Columns.of(certificates).number(At::index).uuid(c -> c.value().value()));
    }
}
