package io.lodestone.custody.statement;

import io.lodestone.custody.holding.HeldLot;
import io.lodestone.evidence.acceptance.CorrectionView;
import io.lodestone.evidence.acceptance.Effect;
import io.lodestone.evidence.acceptance.Effect.AssayMade;
import io.lodestone.evidence.acceptance.Effect.CertificateMade;
import io.lodestone.evidence.acceptance.Effect.FacilityStated;
import io.lodestone.evidence.acceptance.Effect.GrantEnded;
import io.lodestone.evidence.acceptance.Effect.GrantMade;
import io.lodestone.evidence.acceptance.Effect.PartyAdmitted;
import io.lodestone.evidence.acceptance.Effect.RulesetMade;
import io.lodestone.evidence.acceptance.Effect.TransferChanged;
import io.lodestone.evidence.acceptance.Effects;
import io.lodestone.evidence.acceptance.Facility;
import io.lodestone.evidence.acceptance.Grant;
import io.lodestone.evidence.acceptance.Holding;
import io.lodestone.evidence.acceptance.KeyBook;
import io.lodestone.evidence.acceptance.KeyView;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The ledger while a batch is decided: the rows that were loaded, under what the batch has accepted so far. */
final class Overlay implements LedgerView {

    private Optional<PartyId> registrar;
    private final Set<PartyId> parties;
    private final Map<GrantId, Grant> grants;
    private final Map<FacilityId, Facility> facilities;
    private final Map<LotId, HeldLot> lots;
    private final Map<AssayId, LotId> assays;
    private final Map<TransferId, Transfer> transfers;
    private final Set<Digest> rulesets;
    private final Set<CertificateId> certificates;
    private final PoolOverlay pools;
    private final KeyBook keys;
    private final CorrectionView corrections;
    private final Set<LotId> changed = new TreeSet<>();

    Overlay(LedgerRows rows) {
        this.registrar = rows.registrar();
        this.parties = new HashSet<>(rows.parties());
        this.grants = new HashMap<>(rows.grants());
        this.facilities = new HashMap<>(rows.facilities());
        this.lots = new HashMap<>(rows.lots());
        this.assays = new HashMap<>(rows.assays());
        this.transfers = new HashMap<>(rows.transfers());
        this.rulesets = new HashSet<>(rows.rulesets());
        this.certificates = new HashSet<>(rows.certificates());
        this.pools = new PoolOverlay(rows.pools());
        this.keys = rows.keys().book();
        this.corrections = rows.corrections();
    }

    /** Takes what was accepted at that index; its lots come with the record and the secret made for them. */
    void apply(long index, Effects effects, Collection<HeldLot> made) {
        for (HeldLot lot : made) {
            lots.put(lot.holding().lot(), lot);
            changed.add(lot.holding().lot());
        }
        effects.others().forEach(this::apply);
        keys.apply(index, effects);
    }

    private void apply(Effect effect) {
        if (effect instanceof PartyAdmitted made) {
            registrar = registrar.or(() -> Optional.of(made.party()));
            parties.add(made.party());
        } else if (effect instanceof GrantMade made) {
            GrantId id = made.grant().grant();
            grants.put(id, new Grant(id, made.granter(), false));
        } else if (effect instanceof GrantEnded ended) {
            grants.put(ended.grant(), new Grant(ended.grant(), ended.granter(), true));
        } else if (effect instanceof FacilityStated made) {
            facilities.put(made.facility().facility(), made.facility());
        } else if (effect instanceof AssayMade made) {
            assays.put(made.assay(), made.lot());
        } else if (effect instanceof TransferChanged made) {
            transfers.put(made.transfer().transfer(), made.transfer());
        } else if (effect instanceof RulesetMade made) {
            rulesets.add(made.ruleset());
        } else if (effect instanceof CertificateMade made) {
            certificates.add(made.certificate());
        } else {
            pools.apply(effect);
        }
    }

    Optional<HeldLot> held(LotId lot) {
        return Optional.ofNullable(lots.get(lot));
    }

    Collection<HeldLot> changedLots() {
        return changed.stream().map(lots::get).toList();
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
    public Optional<Grant> grant(GrantId grant) {
        return Optional.ofNullable(grants.get(grant));
    }

    @Override
    public KeyView keys() {
        return keys;
    }

    @Override
    public Optional<Facility> facility(FacilityId facility) {
        return Optional.ofNullable(facilities.get(facility));
    }

    @Override
    public Optional<Holding> lot(LotId lot) {
        return held(lot).map(HeldLot::holding);
    }

    @Override
    public Optional<LotId> lotOf(AssayId assay) {
        return Optional.ofNullable(assays.get(assay));
    }

    @Override
    public Optional<Transfer> transfer(TransferId transfer) {
        return Optional.ofNullable(transfers.get(transfer));
    }

    /** A correction, or part of what follows from one, is the only statement of its batch. */
    @Override
    public CorrectionView corrections() {
        return corrections;
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
        return rulesets.contains(ruleset);
    }

    @Override
    public boolean hasCertificate(CertificateId certificate) {
        return certificates.contains(certificate);
    }
}
