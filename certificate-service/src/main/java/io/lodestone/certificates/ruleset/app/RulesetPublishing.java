package io.lodestone.certificates.ruleset.app;

import io.lodestone.certificates.ledger.Ledger;
import io.lodestone.certificates.ledger.LogName;
import io.lodestone.certificates.ledger.Submission;
import io.lodestone.certificates.problem.CertificateProblem;
import io.lodestone.certificates.ruleset.Publication;
import io.lodestone.certificates.ruleset.RulesetCatalogue;
import io.lodestone.certificates.session.Contexts;
import io.lodestone.certificates.trust.HeldKey;
import io.lodestone.certificates.trust.app.TrustMaterial;
import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.certificate.BundleVerifier;
import io.lodestone.evidence.ruleset.Ruleset;
import io.lodestone.evidence.signature.CompactJws;
import io.lodestone.evidence.statement.Annex;
import io.lodestone.evidence.statement.RulesetPublished;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.kit.actor.Actor;
import io.lodestone.kit.ids.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Publishes a ruleset: sign it with the registrar's key, keep signature and statement, submit the statement. Asked
 * again it goes on where it stopped, and once published it answers what stands.
 */
@Singleton
public class RulesetPublishing {

    private final RulesetCatalogue catalogue;
    private final Publications publications;
    private final TrustMaterial trust;
    private final Ledger ledger;
    private final LogName log;
    private final Ids ids;
    private final Clock clock;

    @Inject
    RulesetPublishing(
            RulesetCatalogue catalogue,
            Publications publications,
            TrustMaterial trust,
            Ledger ledger,
            LogName log,
            Ids ids,
            Clock clock) {
        this.catalogue = catalogue;
        this.publications = publications;
        this.trust = trust;
        this.ledger = ledger;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    /** The ruleset of that edition; a problem where none is on offer. */
    public Ruleset ruleset(String edition) {
        return catalogue
                .edition(edition)
                .orElseThrow(
                        () -> CertificateProblem.RULESET_UNKNOWN.because("The list of rulesets names those on offer."));
    }

    /** The publication as it stands afterwards: published, or refused by the log. */
    public Uni<Publication> publish(Actor registrar, String edition, Optional<StatementId> key) {
        Ruleset ruleset = ruleset(edition);
        return publications
                .find(ruleset.digest())
                .flatMap(known -> known.filter(it -> stands(it, key))
                        .map(it -> Uni.createFrom().item(it))
                        .orElseGet(() -> prepare(registrar, ruleset, key)))
                .flatMap(this::submit);
    }

    /** A refused publication is made anew, unless the same request asks for its answer again. */
    private static boolean stands(Publication publication, Optional<StatementId> key) {
        return publication.refusal().isEmpty() || key.equals(Optional.of(publication.statementId()));
    }

    private Uni<Publication> prepare(Actor registrar, Ruleset ruleset, Optional<StatementId> key) {
        StatementId id = key.orElseGet(() -> new StatementId(ids.next()));
        return trust.keyOf(registrar.party())
                .flatMap(held -> Contexts.onWorker(() -> signed(registrar, ruleset, id, held)))
                .flatMap(publications::prepare);
    }

    private Publication signed(Actor registrar, Ruleset ruleset, StatementId id, HeldKey key) {
        Annex person = Annex.person(registrar.person(), salt());
        RulesetPublished body =
                new RulesetPublished(ruleset.id(), ruleset.edition(), ruleset.knownTo(), ruleset.digest());
        Statement statement = new Statement(
                registrar.party(), List.of(person.digest()), body, id, log.origin(), salt(), clock.instant());
        return new Publication(
                ruleset.digest(),
                ruleset.id(),
                ruleset.edition(),
                Buffer.buffer(CanonicalJson.bytes(ruleset.json())),
                CompactJws.sign(BundleVerifier.RULESET_TYP, key.x5c(), ruleset.json(), key.seed()),
                registrar.party(),
                id,
                Buffer.buffer(statement.bytes()),
                Buffer.buffer(CanonicalJson.bytes(Json.array(List.of(person.json())))),
                Optional.empty(),
                Optional.empty());
    }

    private Salt salt() {
        return Salt.of(ids.random(Salt.LENGTH));
    }

    private Uni<Publication> submit(Publication publication) {
        if (publication.isPublished() || publication.refusal().isPresent()) {
            return Uni.createFrom().item(publication);
        }
        return ledger.submit(
                        publication.statement().getBytes(),
                        publication.annexes().getBytes())
                .flatMap(decision -> decision instanceof Submission.Accepted accepted
                        ? publications.published(publication, accepted.index())
                        : publications.refused(publication, ((Submission.Refused) decision).refusal()));
    }
}
