package io.lodestone.evidence.certificate;

import static io.lodestone.evidence.certificate.Rejection.unless;
import static io.lodestone.evidence.certificate.RejectionReason.CLAIMS_DIFFER;
import static io.lodestone.evidence.certificate.RejectionReason.DETERMINATION_DIFFERS;
import static io.lodestone.evidence.certificate.RejectionReason.RULESET_DIFFERS;
import static io.lodestone.evidence.certificate.RejectionReason.VECTOR_DIFFERS;

import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.determination.Consignment;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.ruleset.Ruleset;
import io.lodestone.evidence.statement.CertificateIssued;
import io.lodestone.evidence.statement.CertificateIssued.Certified;
import io.lodestone.evidence.statement.RulesetPublished;
import io.lodestone.evidence.statement.Statement;
import java.util.List;
import java.util.TreeSet;

/** Steps 15 to 17 of {@code SPEC.md} section 9: what the claims say is what was committed to, and follows. */
final class ClaimsCheck {

    private ClaimsCheck() {}

    /** Step 15: every fact that stands in both claims and statement is the same fact. */
    static void commitment(Claims claims, CertificateIssued issued, Receipt receipt) {
        Statement statement = receipt.statement();
        unless(issued.lots().size() == 1, CLAIMS_DIFFER, "claims of this version are about one lot");
        Certified lot = issued.lots().get(0);
        unless(
                claims.certificate().equals(issued.certificate())
                        && claims.issuer().equals(statement.actor())
                        && claims.log().equals(statement.log())
                        && claims.purpose().equals(issued.purpose()),
                CLAIMS_DIFFER,
                "certificate, issuer, log or purpose differs from the statement's");
        unless(
                claims.lot().equals(lot.of()) && claims.certified().equals(lot.mass()),
                CLAIMS_DIFFER,
                "lot, version or mass differs from the statement's");
        unless(
                claims.asOf().value() <= receipt.proof().index().value(),
                CLAIMS_DIFFER,
                "the claims rest on a later log than they stand in");
        unless(
                claims.ruleset().digest().equals(issued.ruleset()),
                RULESET_DIFFERS,
                "the claims name another ruleset than the statement");
    }

    /** Step 16. */
    static void vector(Claims claims, CertificateIssued issued) {
        OriginVector vector = claims.vector();
        unless(
                vector.digest().equals(issued.lots().get(0).vector()),
                VECTOR_DIFFERS,
                "the vector is not the one the ledger accepted for the lot");
        unless(atMost(claims.certified(), vector), VECTOR_DIFFERS, "more is certified than the lot weighs");
        List<Digest> needed = List.copyOf(new TreeSet<>(
                vector.rowList().stream().map(OriginVector.Row::profile).toList()));
        unless(
                claims.profiles().stream().map(OriginProfile::digest).toList().equals(needed),
                VECTOR_DIFFERS,
                "the profiles are not just those of the vector, in order");
    }

    private static boolean atMost(Mass certified, OriginVector vector) {
        try {
            return certified.compareTo(vector.total()) <= 0;
        } catch (FormatException e) {
            throw new Rejection(VECTOR_DIFFERS, "the rows weigh more than any lot can");
        }
    }

    /** Step 17: the answer follows from the disclosed facts, the disclosed origin and the ruleset, to the byte. */
    static void determination(Claims claims, JsonObject document, RulesetPublished published) {
        try {
            Ruleset ruleset = Ruleset.of(document);
            unless(
                    claims.ruleset().edition().equals(ruleset.edition())
                            && claims.ruleset().id().equals(ruleset.id()),
                    RULESET_DIFFERS,
                    "the claims give the ruleset another name");
            unless(
                    published.edition().equals(ruleset.edition())
                            && published.rulesetId().equals(ruleset.id())
                            && published.knownTo().equals(ruleset.knownTo()),
                    RULESET_DIFFERS,
                    "it was published under another name or day");
            Consignment consignment = Consignment.read(Members.of(claims.consignment(), "consignment"));
            unless(
                    consignment.mass().equals(claims.certified()),
                    CLAIMS_DIFFER,
                    "the consignment has another mass than is certified");
            unless(
                    Claims.determine(ruleset, consignment, claims.vector(), claims.profiles())
                                    .equals(claims.determination())
                            && Claims.compare(ruleset, consignment, claims.vector(), claims.profiles())
                                    .equals(claims.comparison()),
                    DETERMINATION_DIFFERS,
                    "the answer does not follow from the facts");
        } catch (FormatException e) {
            throw new Rejection(DETERMINATION_DIFFERS, "cannot be computed again: " + e.reason());
        } catch (IllegalArgumentException e) {
            throw new Rejection(DETERMINATION_DIFFERS, "cannot be computed again");
        }
    }
}
