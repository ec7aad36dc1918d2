package io.lodestone.lots.outbox;

import io.lodestone.evidence.acceptance.CorrectionView;
import io.lodestone.evidence.acceptance.Facility;
import io.lodestone.evidence.acceptance.Grant;
import io.lodestone.evidence.acceptance.Holding;
import io.lodestone.evidence.acceptance.LedgerView;
import io.lodestone.evidence.acceptance.Pool;
import io.lodestone.evidence.acceptance.Transfer;
import io.lodestone.evidence.acceptance.Withdrawal;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.AssayId;
import io.lodestone.evidence.statement.CertificateId;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.GrantId;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.TransferId;
import io.lodestone.lots.lot.BookedLot;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The part of the ledger that the statements made here are decided by, as far as the feed has been read. Transfers,
 * rulesets and certificates are stated elsewhere, so nobody asks for them.
 */
public record KnownLedger(
        Optional<PartyId> registrar,
        Set<PartyId> parties,
        Map<FacilityId, Facility> facilities,
        Map<LotId, BookedLot> lots,
        Map<AssayId, LotId> assays,
        KnownPools pools,
        CorrectionView corrections)
        implements LedgerView {

    /** For statements that correct nothing. */
    public KnownLedger(
            Optional<PartyId> registrar,
            Set<PartyId> parties,
            Map<FacilityId, Facility> facilities,
            Map<LotId, BookedLot> lots,
            Map<AssayId, LotId> assays,
            KnownPools pools) {
        this(registrar, parties, facilities, lots, assays, pools, CorrectionView.NOTHING);
    }

    public KnownLedger with(CorrectionView view) {
        return new KnownLedger(registrar, parties, facilities, lots, assays, pools, view);
    }

    public KnownLedger {
        parties = Set.copyOf(parties);
        facilities = Map.copyOf(facilities);
        lots = Map.copyOf(lots);
        assays = Map.copyOf(assays);
    }

    /** The same with what is known of the pool that the statement is about. */
    public KnownLedger with(KnownPools known) {
        return new KnownLedger(registrar, parties, facilities, lots, assays, known);
    }

    @Override
    public boolean isParty(PartyId party) {
        return parties.contains(party);
    }

    /** Grants are stated elsewhere, so nobody asks for one here. */
    @Override
    public Optional<Grant> grant(GrantId grant) {
        return Optional.empty();
    }

    @Override
    public Optional<Facility> facility(FacilityId facility) {
        return Optional.ofNullable(facilities.get(facility));
    }

    @Override
    public Optional<Holding> lot(LotId lot) {
        return Optional.ofNullable(lots.get(lot)).map(BookedLot::holding);
    }

    @Override
    public Optional<LotId> lotOf(AssayId assay) {
        return Optional.ofNullable(assays.get(assay));
    }

    @Override
    public Optional<Transfer> transfer(TransferId transfer) {
        return Optional.empty();
    }

    @Override
    public Optional<Pool> pool(LotId pool) {
        return pools.pool(pool);
    }

    @Override
    public boolean isClosed(LotId pool, String period) {
        return pools.isClosed(pool, period);
    }

    @Override
    public Optional<Withdrawal> withdrawal(LotId lot) {
        return pools.withdrawal(lot);
    }

    @Override
    public boolean hasRuleset(Digest ruleset) {
        return false;
    }

    @Override
    public boolean hasCertificate(CertificateId certificate) {
        return false;
    }
}
