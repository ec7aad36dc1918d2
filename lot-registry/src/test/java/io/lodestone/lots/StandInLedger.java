package io.lodestone.lots;

import io.lodestone.evidence.acceptance.Acceptance;
import io.lodestone.evidence.acceptance.Decision;
import io.lodestone.evidence.acceptance.Effects;
import io.lodestone.evidence.acceptance.Facility;
import io.lodestone.evidence.acceptance.Holding;
import io.lodestone.evidence.acceptance.LedgerView;
import io.lodestone.evidence.acceptance.Transfer;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.AssayId;
import io.lodestone.evidence.statement.CertificateId;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.TransferId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A whole ledger in memory, moved by the kernel's effects alone. */
final class StandInLedger implements LedgerView {

    private @Nullable PartyId registrar;
    private final Set<PartyId> parties = new HashSet<>();
    private final Map<FacilityId, Facility> facilities = new HashMap<>();
    private final Map<LotId, Holding> lots = new HashMap<>();
    private final Map<AssayId, LotId> assays = new HashMap<>();
    private final Map<TransferId, Transfer> transfers = new HashMap<>();

    Decision decide(Statement statement, String log, Instant time) {
        Decision decision = Acceptance.decide(statement, this, log, time);
        if (decision instanceof Decision.Accepted accepted) {
            apply(accepted.effects());
        }
        return decision;
    }

    private void apply(Effects effects) {
        effects.party().ifPresent(party -> {
            registrar = registrar == null ? party : registrar;
            parties.add(party);
        });
        effects.facility().ifPresent(facility -> facilities.put(facility.facility(), facility));
        effects.lots().forEach(lot -> lots.put(lot.lot(), lot));
        effects.assay().ifPresent(assay -> assays.put(assay.assay(), assay.lot()));
        effects.transfer().ifPresent(transfer -> transfers.put(transfer.transfer(), transfer));
    }

    @Override
    public Optional<PartyId> registrar() {
        return Optional.ofNullable(registrar);
    }

    @Override
    public boolean isParty(PartyId party) {
        return parties.contains(party);
    }

    @Override
    public Optional<Facility> facility(FacilityId facility) {
        return Optional.ofNullable(facilities.get(facility));
    }

    @Override
    public Optional<Holding> lot(LotId lot) {
        return Optional.ofNullable(lots.get(lot));
    }

    @Override
    public Optional<LotId> lotOf(AssayId assay) {
        return Optional.ofNullable(assays.get(assay));
    }

    @Override
    public Optional<Transfer> transfer(TransferId transfer) {
        return Optional.ofNullable(transfers.get(transfer));
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
