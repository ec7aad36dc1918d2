package io.lodestone.certificates.trust.api;

import io.lodestone.certificates.ledger.Ledger;
import io.lodestone.certificates.ledger.LogName;
import io.lodestone.certificates.ruleset.app.Publications;
import io.lodestone.certificates.trust.app.TrustMaterial;
import io.lodestone.evidence.certificate.TrustFile;
import io.lodestone.evidence.checkpoint.VerifierKey;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.kit.body.JsonReply;
import io.lodestone.kit.problem.Passing;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.security.cert.X509Certificate;
import java.util.List;

/** The trust file of this ledger, for whoever decides to trust it. */
@Path("/trust")
public class TrustResource {

    private final TrustMaterial trust;
    private final Publications publications;
    private final Ledger ledger;
    private final LogName log;

    @Inject
    TrustResource(TrustMaterial trust, Publications publications, Ledger ledger, LogName log) {
        this.trust = trust;
        this.publications = publications;
        this.ledger = ledger;
        this.log = log;
    }

    @GET
    @PermitAll
    public Uni<Response> trust() {
        return ledger.verifierKey()
                .flatMap(key -> trust.root()
                        .flatMap(root -> publications
                                .publishers()
                                .map(publishers ->
                                        JsonReply.ok(file(key, root, publishers).json()))));
    }

    private TrustFile file(VerifierKey key, X509Certificate root, List<PartyId> publishers) {
        if (!key.name().equals(log.origin())) {
            throw Passing.unavailable("The log that answers is not the one this service writes to.");
        }
        return new TrustFile(List.of(new TrustFile.TrustedLog(key, log.environment())), List.of(root), publishers);
    }
}
