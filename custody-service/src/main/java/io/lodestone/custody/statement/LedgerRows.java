package io.lodestone.custody.statement;

import io.lodestone.custody.holding.HeldLot;
import io.lodestone.evidence.acceptance.CorrectionView;
import io.lodestone.evidence.acceptance.Facility;
import io.lodestone.evidence.acceptance.Grant;
import io.lodestone.evidence.acceptance.Transfer;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.AssayId;
import io.lodestone.evidence.statement.CertificateId;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.GrantId;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.TransferId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the ledger holds of the rows that a batch {@link Needs}. */
public record LedgerRows(
        Optional<PartyId> registrar,
        Set<PartyId> parties,
        Map<GrantId, Grant> grants,
        Map<FacilityId, Facility> facilities,
        Map<LotId, HeldLot> lots,
        Map<AssayId, LotId> assays,
        Map<TransferId, Transfer> transfers,
        Set<Digest> rulesets,
        Set<CertificateId> certificates,
        KnownPools pools,
        KnownKeys keys,
        CorrectionView corrections) {

    /** Rows of a batch that corrects nothing. */
    public LedgerRows(
            Optional<PartyId> registrar,
            Set<PartyId> parties,
            Map<GrantId, Grant> grants,
            Map<FacilityId, Facility> facilities,
            Map<LotId, HeldLot> lots,
            Map<AssayId, LotId> assays,
            Map<TransferId, Transfer> transfers,
            Set<Digest> rulesets,
            Set<CertificateId> certificates,
            KnownPools pools,
            KnownKeys keys) {
        this(
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
                keys,
                CorrectionView.NOTHING);
    }

    public LedgerRows {
        parties = Set.copyOf(parties);
        grants = Map.copyOf(grants);
        facilities = Map.copyOf(facilities);
        lots = Map.copyOf(lots);
        assays = Map.copyOf(assays);
        transfers = Map.copyOf(transfers);
        rulesets = Set.copyOf(rulesets);
        certificates = Set.copyOf(certificates);
    }

    /** The same rows with what a correction is decided by. */
    public LedgerRows with(CorrectionView view) {
        return new LedgerRows(
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
                keys,
                view);
    }

    /** The ledger before its first statement. */
    public static LedgerRows none() {
        return new LedgerRows(
                Optional.empty(),
                Set.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Set.of(),
                Set.of(),
                KnownPools.NONE,
                KnownKeys.NONE);
    }
}
