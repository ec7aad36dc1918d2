package io.lodestone.certificates.certificate;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.certificate.Claims;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.CertificateId;
import io.lodestone.evidence.statement.CertificateIssued;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.StatementId;
import io.vertx.core.buffer.Buffer;

/**
 * A certificate as it was before the log was asked. It never changes afterwards.
 *
 * @param claims canonical, exactly what will be signed
 * @param statement canonical CertificateIssued, which commits to the claims
 * @param annexes canonical array of the annexes that belong to the statement
 */
public record PreparedCertificate(
        CertificateId id,
        PartyId issuer,
        StatementId statementId,
        Digest request,
        Digest ruleset,
        Buffer claims,
        Buffer statement,
        Buffer annexes) {

    public Claims parsedClaims() {
        return Claims.read(claimsJson());
    }

    public JsonObject claimsJson() {
        return (JsonObject) CanonicalJson.parse(claims.getBytes());
    }

    /** The lot that is certified; there is one. */
    public LotId lot() {
        return issued().lots().get(0).of().lot();
    }

    /** The thumbprint of the key that the statement announced. */
    public String announcedKey() {
        return issued().key();
    }

    private CertificateIssued issued() {
        if (Statement.parse(statement.getBytes()).body() instanceof CertificateIssued issued) {
            return issued;
        }
        throw new IllegalStateException("the statement kept with a certificate is of another kind");
    }
}
