package io.lodestone.evidence.acceptance;

import static io.lodestone.evidence.acceptance.Decision.refused;

import io.lodestone.evidence.acceptance.Decision.Accepted;
import io.lodestone.evidence.acceptance.Refusal.Code;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.CertificateIssued;
import io.lodestone.evidence.statement.CertificateIssued.Certified;
import io.lodestone.evidence.statement.PartyId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Certifying: only the owner, only what is left and not certified yet, only under a published ruleset. */
final class CertificateRules {

    private CertificateRules() {}

    static Decision issue(CertificateIssued body, PartyId actor, LedgerView view) {
        if (view.hasCertificate(body.certificate())) {
            return refused(Code.CERTIFICATE_EXISTS, "body.certificate", "is in use for another certificate");
        }
        if (!view.hasRuleset(body.ruleset())) {
            return refused(Code.RULESET_UNKNOWN, "body.ruleset", "has not been published in this log");
        }
        List<Holding> after = new ArrayList<>();
        for (int i = 0; i < body.lots().size(); i++) {
            Certified certified = body.lots().get(i);
            String path = "body.lots[" + i + "]";
            Optional<Holding> found =
                    view.lot(certified.of().lot()).filter(lot -> lot.owner().equals(actor));
            if (found.isEmpty()) {
                return refused(Code.NOT_OWNER, path + ".lot", "you do not own a lot with this id");
            }
            Holding lot = found.get();
            Optional<Refusal> unfit = Use.fit(lot, path + ".lot");
            if (unfit.isPresent()) {
                return new Decision.Refused(unfit.get());
            }
            if (lot.state() == Holding.State.POOL) {
                return refused(Code.IS_A_POOL, path + ".lot", "this is a pool: certify what was withdrawn from it");
            }
            if (lot.state() == Holding.State.OFFERED) {
                return refused(
                        Code.LOT_OFFERED, path + ".lot", "this lot is on offer; certify it when that is answered");
            }
            if (lot.version() != certified.of().version()) {
                return refused(Code.LOT_MOVED, path + ".lotVersion", "the lot is at version " + lot.version());
            }
            if (!lot.vector().equals(certified.vector())) {
                return refused(Code.VECTOR_MISMATCH, path + ".vector", "is not the lot's remaining origin vector");
            }
            Mass already = lot.certified().getOrDefault(body.purpose(), Mass.ZERO);
            if (already.micrograms() + certified.mass().micrograms()
                    > lot.remaining().micrograms()) {
                return refused(
                        Code.CERTIFIED_MASS,
                        path + ".certifiedUg",
                        "of " + lot.remaining() + " µg left, " + already + " µg are certified already");
            }
            after.add(lot.certifiedFor(body.purpose(), certified.mass()));
        }
        return new Accepted(Effects.lots(after).with(new Effect.CertificateMade(body.certificate())));
    }
}
