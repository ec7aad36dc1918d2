package io.lodestone.evidence.acceptance;

import io.lodestone.evidence.acceptance.Decision.Accepted;
import io.lodestone.evidence.acceptance.Decision.Refused;
import io.lodestone.evidence.acceptance.Refusal.Code;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.CreditClaimed;
import io.lodestone.evidence.statement.CreditClaimed.Claim;
import io.lodestone.evidence.statement.CustodyModel;
import io.lodestone.evidence.statement.PartyId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Mass-balance credits. What may be claimed is what the pool physically holds of an element and profile and nobody has
 * claimed yet, and never more than the lot's own mass of the element. A withdrawal frees as much as leaves with it, and
 * a loss frees nothing; so all claims together stay within what flowed in and was not lost.
 */
final class CreditRules {

    private CreditRules() {}

    static Decision claim(CreditClaimed body, PartyId actor, LedgerView view) {
        Optional<Refusal> refusal = PoolRules.pool(
                        body.before().of(), body.before().vector().digest(), body.happened(), actor, view)
                .or(() -> lot(body, actor, view))
                .or(() -> PoolRules.profiles(MaterialRules.sameProfiles(body.profiles(), named(body))))
                .or(() -> held(body, view))
                .or(() -> within(body, view));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        Pool pool = view.pool(body.before().pool()).orElseThrow();
        Withdrawal withdrawal = view.withdrawal(body.credited().of().lot()).orElseThrow();
        return new Accepted(
                Effects.lots(List.of(view.lot(pool.pool()).orElseThrow().touched()))
                        .with(new Effect.PoolChanged(
                                pool.moved(PoolRules.instant(body.happened())).claimed(body.claims())))
                        .with(new Effect.LotWithdrawn(withdrawal.with(body.claims()))));
    }

    private static Optional<Refusal> lot(CreditClaimed body, PartyId actor, LedgerView view) {
        CreditClaimed.Credited credited = body.credited();
        Optional<Refusal> use = Use.check(view, actor, credited.of(), "body.credited.lot");
        if (use.isPresent()) {
            return use;
        }
        if (!view.lot(credited.of().lot())
                .orElseThrow()
                .vector()
                .equals(credited.vector().digest())) {
            return Optional.of(new Refusal(
                    Code.VECTOR_MISMATCH, "body.credited.vector", "is not the lot's remaining origin vector"));
        }
        Optional<Withdrawal> withdrawal = view.withdrawal(credited.of().lot())
                .filter(from -> from.pool().equals(body.before().pool()));
        if (withdrawal.isEmpty()) {
            return Optional.of(
                    new Refusal(Code.CREDIT_NOT_ALLOWED, "body.credited.lot", "was not withdrawn from this pool"));
        }
        return withdrawal.get().model() == CustodyModel.MASS_BALANCE
                ? Optional.empty()
                : Optional.of(new Refusal(
                        Code.CREDIT_NOT_ALLOWED,
                        "body.credited.lot",
                        "was withdrawn as " + withdrawal.get().model().wire()
                                + "; credits are for lots under mass-balance"));
    }

    private static Set<Digest> named(CreditClaimed body) {
        return body.claims().stream().map(Claim::profile).collect(Collectors.toSet());
    }

    private static Optional<Refusal> held(CreditClaimed body, LedgerView view) {
        Pool pool = view.pool(body.before().pool()).orElseThrow();
        for (int i = 0; i < body.claims().size(); i++) {
            Claim claim = body.claims().get(i);
            Mass holds = body.before().vector().of(claim.element(), claim.profile());
            Mass claimed = pool.claimed().of(claim.element(), claim.profile());
            if (exceeds(claim.mass(), claimed, holds)) {
                return exceeds(
                        "body.claims[" + i + "].ug",
                        "of " + holds + " µg " + claim.element().symbol() + " of this origin in the pool, " + claimed
                                + " µg are claimed already");
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> within(CreditClaimed body, LedgerView view) {
        Withdrawal withdrawal = view.withdrawal(body.credited().of().lot()).orElseThrow();
        SortedMap<Element, Mass> claimed = new TreeMap<>(Element.BY_SYMBOL);
        // Each claim is at most what a pool holds, so a few hundred of them could pass the bound of a mass.
        for (Claim claim : body.claims()) {
            Mass before = claimed.getOrDefault(claim.element(), withdrawal.credited(claim.element()));
            Mass holds = body.credited().vector().of(claim.element());
            if (exceeds(claim.mass(), before, holds)) {
                return exceeds(
                        "body.claims",
                        "the lot holds " + holds + " µg " + claim.element().symbol() + ", and no more can be claimed");
            }
            claimed.put(claim.element(), before.plus(claim.mass()));
        }
        return Optional.empty();
    }

    private static boolean exceeds(Mass claim, Mass already, Mass holds) {
        return already.compareTo(holds) > 0 || claim.compareTo(holds.minus(already)) > 0;
    }

    private static Optional<Refusal> exceeds(String path, String reason) {
        return Optional.of(new Refusal(Code.CREDIT_EXCEEDS_POOL, path, reason));
    }
}
