package io.lodestone.evidence.acceptance;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.AssayId;
import io.lodestone.evidence.statement.CertificateId;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.TransferId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A ledger in memory, for tests: it applies effects and checks what no effect may do. */
final class InMemoryLedger implements LedgerView {

    private final Map<LotId, Holding> lots = new HashMap<>();
    private final Map<TransferId, Transfer> transfers = new HashMap<>();
    private final Map<FacilityId, Facility> facilities = new HashMap<>();
    private final Map<AssayId, LotId> assays = new HashMap<>();
    private final Set<PartyId> parties = new HashSet<>();
    private final Set<Digest> rulesets = new HashSet<>();
    private final Set<CertificateId> certificates = new HashSet<>();
    private Optional<PartyId> registrar = Optional.empty();

    void apply(Effects effects) {
        effects.lots().forEach(lot -> {
            Holding before = lots.put(lot.lot(), lot);
            long expected = before == null ? 1 : before.version() + 1;
            if (lot.version() != expected) {
                throw new AssertionError("a lot went from version " + (expected - 1) + " to " + lot.version());
            }
        });
        effects.party().ifPresent(party -> {
            registrar = registrar.or(() -> Optional.of(party));
            parties.add(party);
        });
        effects.facility().ifPresent(facility -> facilities.put(facility.facility(), facility));
        effects.assay().ifPresent(assay -> assays.put(assay.assay(), assay.lot()));
        effects.transfer().ifPresent(transfer -> transfers.put(transfer.transfer(), transfer));
        effects.ruleset().ifPresent(rulesets::add);
        effects.certificate().ifPresent(certificates::add);
    }

    @Override
    public Optional<PartyId> registrar() {
        return registrar;
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
        return rulesets.contains(ruleset);
    }

    @Override
    public boolean hasCertificate(CertificateId certificate) {
        return certificates.contains(certificate);
    }
}
