package io.lodestone.certificates.trust.app;

import io.lodestone.certificates.ledger.Ledger;
import io.lodestone.certificates.ledger.LogName;
import io.lodestone.certificates.ruleset.app.Publications;
import io.lodestone.evidence.certificate.TrustFile;
import io.lodestone.evidence.checkpoint.VerifierKey;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.kit.problem.Passing;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.cert.X509Certificate;
import java.util.List;

/** The trust file of this ledger as it stands: what others are offered, and what this service holds itself to. */
@Singleton
public class TrustFiles {

    private final TrustMaterial trust;
    private final Publications publications;
    private final Ledger ledger;
    private final LogName log;

    @Inject
    TrustFiles(TrustMaterial trust, Publications publications, Ledger ledger, LogName log) {
        this.trust = trust;
        this.publications = publications;
        this.ledger = ledger;
        this.log = log;
    }

    public Uni<TrustFile> current() {
        return ledger.verifierKey()
                .flatMap(key -> trust.root()
                        .flatMap(root -> publications.publishers().map(publishers -> file(key, root, publishers))));
    }

    private TrustFile file(VerifierKey key, X509Certificate root, List<PartyId> publishers) {
        if (!key.name().equals(log.origin())) {
            throw Passing.unavailable("The log that answers is not the one this service writes to.");
        }
        return new TrustFile(List.of(new TrustFile.TrustedLog(key, log.environment())), List.of(root), publishers);
    }
}
