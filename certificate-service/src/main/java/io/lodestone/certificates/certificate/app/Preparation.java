package io.lodestone.certificates.certificate.app;

import io.lodestone.certificates.certificate.CertificateRequest;
import io.lodestone.certificates.certificate.PreparedCertificate;
import io.lodestone.certificates.determination.ShipmentFacts;
import io.lodestone.certificates.dossier.Dossier;
import io.lodestone.certificates.ledger.LogName;
import io.lodestone.certificates.trust.HeldKey;
import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.certificate.Claims;
import io.lodestone.evidence.determination.Consignment;
import io.lodestone.evidence.merkle.TreeSize;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.ruleset.Ruleset;
import io.lodestone.evidence.statement.Annex;
import io.lodestone.evidence.statement.CertificateId;
import io.lodestone.evidence.statement.CertificateIssued;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.kit.actor.Actor;
import io.lodestone.kit.ids.Ids;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Makes claims and the statement that commits to them, from what was asked and what is known of the lot. */
@Singleton
public class Preparation {

    private static final String PURPOSE = "origin";

    private final LogName log;
    private final Ids ids;
    private final Clock clock;

    @Inject
    Preparation(LogName log, Ids ids, Clock clock) {
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    /** What was gathered for a request. */
    record Gathered(Ruleset ruleset, Dossier dossier, TreeSize asOf, HeldKey key) {}

    StatementId newStatementId() {
        return new StatementId(ids.next());
    }

    PreparedCertificate prepare(Actor issuer, CertificateRequest request, StatementId statementId, Gathered known) {
        Claims claims = ShipmentFacts.refusingPrices(() -> claims(issuer, request, known));
        Annex person = Annex.person(issuer.person(), salt());
        CertificateIssued body = new CertificateIssued(
                claims.certificate(),
                claims.digest(),
                known.key().thumbprint(),
                List.of(new CertificateIssued.Certified(
                        claims.lot(), claims.certified(), claims.vector().digest())),
                PURPOSE,
                known.ruleset().digest());
        Statement statement = new Statement(
                issuer.party(), List.of(person.digest()), body, statementId, log.origin(), salt(), clock.instant());
        return new PreparedCertificate(
                claims.certificate(),
                issuer.party(),
                statementId,
                request.digest(),
                known.ruleset().digest(),
                Buffer.buffer(claims.bytes()),
                Buffer.buffer(statement.bytes()),
                Buffer.buffer(CanonicalJson.bytes(Json.array(List.of(person.json())))));
    }

    private Claims claims(Actor issuer, CertificateRequest request, Gathered known) {
        Dossier dossier = known.dossier();
        Mass mass = request.mass().orElse(dossier.vector().total());
        Consignment consignment = request.facts().on(request.date(), request.policy(), mass);
        return new Claims(
                request.certificate().orElseGet(() -> new CertificateId(ids.next())),
                issuer.party(),
                log.origin(),
                known.asOf(),
                dossier.lot(),
                dossier.form(),
                mass,
                PURPOSE,
                dossier.vector(),
                dossier.profiles(),
                new Claims.RulesetRef(
                        known.ruleset().digest(),
                        known.ruleset().edition(),
                        known.ruleset().id()),
                consignment.json(),
                Claims.determine(known.ruleset(), consignment, dossier.vector(), dossier.profiles()),
                Claims.compare(known.ruleset(), consignment, dossier.vector(), dossier.profiles()));
    }

    private Salt salt() {
        return Salt.of(ids.random(Salt.LENGTH));
    }
}
