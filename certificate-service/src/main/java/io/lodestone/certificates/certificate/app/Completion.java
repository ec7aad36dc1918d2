package io.lodestone.certificates.certificate.app;

import io.lodestone.certificates.certificate.IssuedCertificate;
import io.lodestone.certificates.certificate.IssuedCertificate.Accepted;
import io.lodestone.certificates.certificate.PreparedCertificate;
import io.lodestone.certificates.ledger.Ledger;
import io.lodestone.certificates.ledger.Submission;
import io.lodestone.certificates.ruleset.Publication;
import io.lodestone.certificates.ruleset.app.Publications;
import io.lodestone.certificates.session.Contexts;
import io.lodestone.certificates.trust.HeldKey;
import io.lodestone.certificates.trust.app.TrustFiles;
import io.lodestone.certificates.trust.app.TrustMaterial;
import io.lodestone.evidence.certificate.Bundle;
import io.lodestone.evidence.certificate.BundleVerifier;
import io.lodestone.evidence.certificate.TrustFile;
import io.lodestone.evidence.certificate.Verification;
import io.lodestone.evidence.signature.CompactJws;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * Takes a certificate from whatever stage it is in to its end. Each step may be done twice: the log answers a statement
 * it knows with its first decision, and signing the same claims with the same key gives the same bytes.
 *
 * <p>A bundle is verified, as whoever receives it would, before it is kept. One that fails is handed to nobody: the
 * certificate stays accepted, and is tried again later.
 */
@Singleton
public class Completion {

    private static final Logger LOG = Logger.getLogger(Completion.class);

    private final Certificates certificates;
    private final Publications publications;
    private final Ledger ledger;
    private final Receipts receipts;
    private final TrustMaterial trust;
    private final TrustFiles trustFiles;

    @Inject
    Completion(
            Certificates certificates,
            Publications publications,
            Ledger ledger,
            Receipts receipts,
            TrustMaterial trust,
            TrustFiles trustFiles) {
        this.certificates = certificates;
        this.publications = publications;
        this.ledger = ledger;
        this.receipts = receipts;
        this.trust = trust;
        this.trustFiles = trustFiles;
    }

    public Uni<IssuedCertificate> complete(IssuedCertificate certificate) {
        return certificate.isFinished()
                ? Uni.createFrom().item(certificate)
                : decided(certificate).flatMap(this::bundled);
    }

    private Uni<IssuedCertificate> decided(IssuedCertificate certificate) {
        if (certificate.stage() instanceof Accepted) {
            return Uni.createFrom().item(certificate);
        }
        PreparedCertificate prepared = certificate.prepared();
        return ledger.submit(prepared.statement().getBytes(), prepared.annexes().getBytes())
                .flatMap(decision -> decision instanceof Submission.Accepted accepted
                        ? certificates.accepted(prepared.id(), accepted.index())
                        : certificates.refused(prepared.id(), ((Submission.Refused) decision).refusal()));
    }

    private Uni<IssuedCertificate> bundled(IssuedCertificate certificate) {
        return certificate.stage() instanceof Accepted accepted
                ? publication(certificate.prepared())
                        .flatMap(ruleset -> bundle(certificate.prepared(), accepted.index(), ruleset))
                        .flatMap(bundle -> keep(certificate, bundle))
                : Uni.createFrom().item(certificate);
    }

    private Uni<Publication> publication(PreparedCertificate prepared) {
        return publications
                .find(prepared.ruleset())
                .map(known -> known.filter(Publication::isPublished)
                        .orElseThrow(() -> new IllegalStateException("a certificate stands without its ruleset")));
    }

    private Uni<Bundle> bundle(PreparedCertificate prepared, long index, Publication ruleset) {
        return trust.keyOf(prepared.issuer())
                .flatMap(key -> Contexts.onWorker(() -> sign(prepared, key)))
                .flatMap(jws ->
                        receipts.of(index, ruleset.index().orElseThrow()).map(found -> bundle(jws, ruleset, found)));
    }

    private Uni<IssuedCertificate> keep(IssuedCertificate certificate, Bundle bundle) {
        Buffer bytes = Buffer.buffer(bundle.bytes());
        return trustFiles
                .current()
                .flatMap(file -> Contexts.onWorker(() -> verifies(certificate.prepared(), bytes, file)))
                .flatMap(verifies -> verifies
                        ? certificates.signed(certificate.prepared().id(), bundle.certificate(), bytes)
                        : Uni.createFrom().item(certificate));
    }

    private static boolean verifies(PreparedCertificate prepared, Buffer bundle, TrustFile file) {
        Verification result = new BundleVerifier(file).verify(bundle.getBytes());
        if (result instanceof Verification.Verified) {
            return true;
        }
        LOG.errorf("the bundle of certificate %s is not handed out: %s", prepared.id(), result);
        return false;
    }

    private static String sign(PreparedCertificate prepared, HeldKey key) {
        if (!key.thumbprint().equals(prepared.announcedKey())) {
            throw new IllegalStateException("the issuer's key is not the one its statement announced");
        }
        return CompactJws.sign(BundleVerifier.CERTIFICATE_TYP, key.x5c(), prepared.claimsJson(), key.seed());
    }

    private static Bundle bundle(String jws, Publication ruleset, Receipts.Set found) {
        return new Bundle(
                jws,
                found.checkpoint(),
                found.genesis().genesis(),
                found.issued().receipt(),
                found.published().receipt(),
                ruleset.jws());
    }
}
