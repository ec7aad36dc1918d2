package io.lodestone.lots.bulk.store;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.quantity.DecimalText;
import io.lodestone.evidence.statement.AssayId;
import io.lodestone.evidence.statement.AssayRecorded;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.lots.assay.store.AssayRows;
import io.lodestone.lots.bulk.KnownAssays;
import io.lodestone.lots.bulk.Workbench.Booked;
import io.lodestone.lots.description.store.FactReads;
import io.lodestone.lots.facility.NamedFacility;
import io.lodestone.lots.facility.store.FacilityRows;
import io.lodestone.lots.lot.BookedLot;
import io.lodestone.lots.lot.store.LotRows;
import io.lodestone.lots.outbox.store.Outbox;
import io.lodestone.lots.provenance.store.ProfileRows;
import io.lodestone.lots.sql.Sql;
import io.lodestone.lots.transformation.Assembly;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Loads what the decisions about several items look at, one query a table. */
@Singleton
public class ChunkRows {

    /** What is named by some items, and what is booked of it. */
    public record Needs(PartyId party, Set<FacilityId> facilities, Set<LotId> lots, Set<AssayId> assays) {}

    /**
     * @param pending lots that the party has asked for and that are not booked
     * @param profiles those that the lots still hold something of
     */
    public record Loaded(Booked booked, Set<LotId> pending, Map<Digest, OriginProfile> profiles) {}

    private final Pool pool;
    private final Outbox outbox;
    private final ProfileRows profiles;
    private final AssayRows assays;
    private final FactReads facts;

    @Inject
    ChunkRows(Pool pool, Outbox outbox, ProfileRows profiles, AssayRows assays, FactReads facts) {
        this.pool = pool;
        this.outbox = outbox;
        this.profiles = profiles;
        this.assays = assays;
        this.facts = facts;
    }

    public Uni<Loaded> load(Needs needs) {
        return Uni.combine()
                .all()
                .unis(
                        isParty(needs.party()),
                        facilities(needs.facilities()),
                        LotRows.find(pool, needs.lots()),
                        assays(needs.assays(), needs.lots()),
                        outbox.pending(needs.party(), needs.lots()))
                .withUni((known, facilities, lots, assays, pending) -> {
                    Booked booked = new Booked(known ? Set.of(needs.party()) : Set.of(), facilities, lots, assays);
                    return named(lots).map(found -> new Loaded(booked, pending, found));
                });
    }

    private Uni<Boolean> isParty(PartyId party) {
        return Sql.query(pool, "SELECT 1 FROM party WHERE id = $1", party).map(rows -> rows.size() > 0);
    }

    private Uni<Map<Digest, OriginProfile>> named(Map<LotId, BookedLot> lots) {
        Set<Digest> named = Assembly.named(List.copyOf(lots.values()));
        return named.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : profiles.find(named).map(Map::copyOf);
    }

    private Uni<Map<FacilityId, NamedFacility>> facilities(Set<FacilityId> ids) {
        return FacilityRows.find(pool, ids).map(rows -> {
            Map<FacilityId, NamedFacility> found = new HashMap<>();
            rows.forEach(named -> found.put(named.facility().facility(), named));
            return found;
        });
    }

    private Uni<KnownAssays.Booked> assays(Set<AssayId> ids, Set<LotId> lots) {
        return Uni.combine()
                .all()
                .unis(assays.current(lots), assays.named(ids), facts.find(lots))
                .with((current, named, described) -> {
                    Map<LotId, AssayRecorded> counting = new HashMap<>();
                    current.forEach((lot, assay) -> counting.put(lot, assay.body()));
                    Map<AssayId, AssayRecorded> asked = new HashMap<>();
                    named.forEach(assay -> asked.put(assay.body().assay(), assay.body()));
                    Map<LotId, DecimalText> moisture = new HashMap<>();
                    described.forEach((lot, known) -> known.moisture().ifPresent(water -> moisture.put(lot, water)));
                    return new KnownAssays.Booked(counting, asked, moisture);
                });
    }
}
