package io.lodestone.evidence.testing;

import io.lodestone.evidence.acceptance.CorrectionView;
import io.lodestone.evidence.acceptance.Effect;
import io.lodestone.evidence.acceptance.Effects;
import io.lodestone.evidence.acceptance.Facility;
import io.lodestone.evidence.acceptance.Grant;
import io.lodestone.evidence.acceptance.Holding;
import io.lodestone.evidence.acceptance.KeyBook;
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
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.TransferId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A ledger in memory, for tests: it applies effects and checks what no effect may do. */
public final class InMemoryLedger implements LedgerView {

    private final Map<LotId, Holding> lots = new HashMap<>();
    private final Map<TransferId, Transfer> transfers = new HashMap<>();
    private final Map<FacilityId, Facility> facilities = new HashMap<>();
    private final Map<AssayId, LotId> assays = new HashMap<>();
    private final Map<LotId, Pool> pools = new HashMap<>();
    private final Map<LotId, Withdrawal> withdrawals = new HashMap<>();
    private final Set<String> closed = new HashSet<>();
    private final Map<GrantId, Grant> grants = new HashMap<>();
    private final Set<PartyId> parties = new HashSet<>();
    private final Set<Digest> rulesets = new HashSet<>();
    private final Set<CertificateId> certificates = new HashSet<>();
    private final InMemoryCorrections corrections = new InMemoryCorrections();
    private final KeyBook keys = new KeyBook();
    private long size;
    private Optional<PartyId> registrar = Optional.empty();

    /** The same, for a ledger in which that statement can be corrected later. */
    public void apply(Statement statement, Effects effects) {
        corrections.apply(size + 1, statement, effects);
        apply(effects);
    }

    public void apply(Effects effects) {
        size++;
        effects.lots().forEach(lot -> {
            Holding before = lots.put(lot.lot(), lot);
            long expected = before == null ? 1 : before.version() + 1;
            if (lot.version() != expected) {
                throw new AssertionError("a lot went from version " + (expected - 1) + " to " + lot.version());
            }
        });
        effects.all(Effect.PartyAdmitted.class).forEach(made -> {
            registrar = registrar.or(() -> Optional.of(made.party()));
            parties.add(made.party());
        });
        effects.all(Effect.FacilityStated.class)
                .forEach(made -> facilities.put(made.facility().facility(), made.facility()));
        effects.all(Effect.GrantMade.class)
                .forEach(made ->
                        grants.put(made.grant().grant(), new Grant(made.grant().grant(), made.granter(), false)));
        effects.all(Effect.GrantEnded.class)
                .forEach(ended -> grants.put(ended.grant(), new Grant(ended.grant(), ended.granter(), true)));
        effects.all(Effect.AssayMade.class).forEach(made -> assays.put(made.assay(), made.lot()));
        effects.all(Effect.TransferChanged.class)
                .forEach(made -> transfers.put(made.transfer().transfer(), made.transfer()));
        effects.all(Effect.PoolChanged.class)
                .forEach(made -> pools.put(made.pool().pool(), made.pool()));
        effects.all(Effect.PeriodClosed.class).forEach(made -> {
            if (!closed.add(made.pool() + " " + made.period())) {
                throw new AssertionError("a period was closed twice");
            }
        });
        effects.all(Effect.LotWithdrawn.class)
                .forEach(made -> withdrawals.put(made.withdrawal().lot(), made.withdrawal()));
        effects.all(Effect.RulesetMade.class).forEach(made -> rulesets.add(made.ruleset()));
        keys.apply(size, effects);
        effects.all(Effect.CertificateMade.class).forEach(made -> certificates.add(made.certificate()));
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
    public Optional<Facility> facility(FacilityId facility) {
        return Optional.ofNullable(facilities.get(facility));
    }

    @Override
    public Optional<Holding> lot(LotId lot) {
        return Optional.ofNullable(lots.get(lot)).map(corrections::marked);
    }

    @Override
    public KeyBook keys() {
        return keys;
    }

    @Override
    public CorrectionView corrections() {
        return corrections;
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
    public Optional<Pool> pool(LotId pool) {
        return Optional.ofNullable(pools.get(pool));
    }

    @Override
    public boolean isClosed(LotId pool, String period) {
        return closed.contains(pool + " " + period);
    }

    @Override
    public Optional<Withdrawal> withdrawal(LotId lot) {
        return Optional.ofNullable(withdrawals.get(lot));
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
