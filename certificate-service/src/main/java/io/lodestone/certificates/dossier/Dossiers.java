package io.lodestone.certificates.dossier;

import io.lodestone.certificates.problem.CertificateProblem;
import io.lodestone.certificates.problem.PassedOn;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.kit.client.Reply;
import io.lodestone.kit.client.Sibling;
import io.lodestone.kit.client.Siblings;
import io.lodestone.kit.problem.LedgerProblem;
import io.lodestone.kit.problem.Passing;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;

/** The lot-registry, asked on behalf of a party: it answers only what that party may see. */
@Singleton
public class Dossiers {

    /** Said of the lot; other client errors are about this service's token or pace. */
    private static final Set<Integer> ABOUT_THE_LOT = Set.of(409, 410, 422);

    private final Sibling lots;

    @Inject
    Dossiers(Siblings siblings) {
        this.lots = siblings.named("lot-registry");
    }

    public Uni<Dossier> of(LotId lot, PartyId party) {
        return lots.get("/dossiers/" + lot + "?party=" + party).map(Dossiers::dossier);
    }

    private static Dossier dossier(Reply reply) {
        if (!reply.isSuccess()) {
            throw refusal(reply);
        }
        try {
            return Dossier.read(reply.json());
        } catch (FormatException e) {
            // Nothing the caller sent: the other service is wrong.
            throw new IllegalStateException("a dossier is not what its format says: " + e.getMessage(), e);
        }
    }

    private static LedgerProblem refusal(Reply reply) {
        if (reply.status() == 404) {
            return CertificateProblem.LOT_UNKNOWN
                    .because("There is no such lot, or this party may not see it.")
                    .at("lot");
        }
        return PassedOn.of(reply)
                .filter(it -> ABOUT_THE_LOT.contains(it.status()))
                .map(PassedOn::problem)
                .orElseGet(() -> Passing.unavailable("The lot's dossier cannot be had now."));
    }
}
