package io.lodestone.certificates.certificate.app;

import io.lodestone.certificates.certificate.CertificateRequest;
import io.lodestone.certificates.certificate.IssuedCertificate;
import io.lodestone.certificates.certificate.IssuedCertificate.Prepared;
import io.lodestone.certificates.certificate.PreparedCertificate;
import io.lodestone.certificates.certificate.app.Preparation.Gathered;
import io.lodestone.certificates.dossier.Dossier;
import io.lodestone.certificates.dossier.Dossiers;
import io.lodestone.certificates.ledger.Ledger;
import io.lodestone.certificates.problem.CertificateProblem;
import io.lodestone.certificates.ruleset.Publication;
import io.lodestone.certificates.ruleset.RulesetCatalogue;
import io.lodestone.certificates.ruleset.app.Publications;
import io.lodestone.certificates.ruleset.app.RulesetPublishing;
import io.lodestone.certificates.session.Contexts;
import io.lodestone.certificates.trust.app.TrustMaterial;
import io.lodestone.evidence.ruleset.Ruleset;
import io.lodestone.evidence.statement.CertificateId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.kit.actor.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** From a request to a certificate that is at least prepared; the same request again finds the same certificate. */
@Singleton
public class Issuance {

    private final Certificates certificates;
    private final Publications publications;
    private final RulesetCatalogue catalogue;
    private final RulesetPublishing rulesets;
    private final Dossiers dossiers;
    private final Ledger ledger;
    private final TrustMaterial trust;
    private final Preparation preparation;

    @Inject
    Issuance(
            Certificates certificates,
            Publications publications,
            RulesetCatalogue catalogue,
            RulesetPublishing rulesets,
            Dossiers dossiers,
            Ledger ledger,
            TrustMaterial trust,
            Preparation preparation) {
        this.certificates = certificates;
        this.publications = publications;
        this.catalogue = catalogue;
        this.rulesets = rulesets;
        this.dossiers = dossiers;
        this.ledger = ledger;
        this.trust = trust;
        this.preparation = preparation;
    }

    /** The certificate of this party; a problem where it has none of that id. */
    public Uni<IssuedCertificate> get(PartyId issuer, CertificateId id) {
        return certificates
                .find(id)
                .map(found -> found.filter(it -> it.prepared().issuer().equals(issuer))
                        .orElseThrow(() -> CertificateProblem.CERTIFICATE_UNKNOWN.because(
                                "There is no such certificate, or another party issued it.")));
    }

    /** The certificate that this request made, now or earlier. */
    public Uni<IssuedCertificate> prepare(Actor issuer, CertificateRequest request, Optional<StatementId> key) {
        StatementId statementId = key.orElseGet(preparation::newStatementId);
        return known(issuer, request, statementId)
                .flatMap(known -> known.map(it -> Uni.createFrom().item(it))
                        .orElseGet(() -> prepareNew(issuer, request, statementId)));
    }

    private Uni<Optional<IssuedCertificate>> known(Actor issuer, CertificateRequest request, StatementId statementId) {
        return certificates.find(issuer.party(), statementId).invoke(known -> {
            if (known.filter(it -> !it.prepared().request().equals(request.digest()))
                    .isPresent()) {
                throw CertificateProblem.STATEMENT_ID_REUSED.because("Send a new Idempotency-Key with a new request.");
            }
        });
    }

    private Uni<IssuedCertificate> prepareNew(Actor issuer, CertificateRequest request, StatementId statementId) {
        Ruleset ruleset = request.edition().map(rulesets::ruleset).orElseGet(catalogue::current);
        return published(ruleset)
                .flatMap(done -> gather(issuer, request, ruleset))
                .flatMap(known -> Contexts.onWorker(() -> preparation.prepare(issuer, request, statementId, known)))
                .flatMap(prepared -> keep(issuer, request, prepared));
    }

    private Uni<Publication> published(Ruleset ruleset) {
        return publications
                .find(ruleset.digest())
                .map(known -> known.filter(Publication::isPublished)
                        .orElseThrow(() -> CertificateProblem.RULESET_UNPUBLISHED.because(
                                "The registrar publishes it; a certificate stands after that in the log.")));
    }

    private Uni<Gathered> gather(Actor issuer, CertificateRequest request, Ruleset ruleset) {
        // The size is read first: the dossier is at least as new as the log that it names.
        return ledger.size()
                .flatMap(size -> dossiers.of(request.lot(), issuer.party())
                        .invoke(Issuance::refuseUnreliable)
                        .flatMap(dossier ->
                                trust.keyOf(issuer.party()).map(key -> new Gathered(ruleset, dossier, size, key))));
    }

    /** The log refuses these too; nothing is kept or signed for them before it is asked. */
    private static void refuseUnreliable(Dossier dossier) {
        Optional<CertificateProblem> problem = switch (dossier.standing()) {
            case GOOD -> Optional.empty();
            case CORRECTION_PENDING -> Optional.of(CertificateProblem.CORRECTION_PENDING);
            case BLOCKED -> Optional.of(CertificateProblem.LOT_BLOCKED);
            case VOIDED -> Optional.of(CertificateProblem.LOT_VOIDED);
        };
        problem.ifPresent(it -> {
            throw it.because("It cannot be certified as it stands.").at("lot");
        });
    }

    private Uni<IssuedCertificate> keep(Actor issuer, CertificateRequest request, PreparedCertificate prepared) {
        return certificates
                .prepare(prepared)
                .flatMap(kept -> kept
                        ? Uni.createFrom().item(new IssuedCertificate(prepared, new Prepared()))
                        : known(issuer, request, prepared.statementId())
                                .map(known -> known.orElseThrow(() -> CertificateProblem.CERTIFICATE_EXISTS
                                        .because("Choose another id for the certificate.")
                                        .at("certificate"))));
    }
}
