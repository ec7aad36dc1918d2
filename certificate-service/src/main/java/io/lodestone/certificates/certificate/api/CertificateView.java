package io.lodestone.certificates.certificate.api;

import io.lodestone.certificates.certificate.IssuedCertificate;
import io.lodestone.certificates.certificate.IssuedCertificate.Refused;
import io.lodestone.certificates.problem.PassedOn;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonNull;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.certificate.Claims;
import io.lodestone.evidence.digest.Digest;
import java.util.Optional;

/** A certificate as it is answered: how far it is, what it says in short, and where the rest stands. */
record CertificateView(IssuedCertificate certificate) {

    String path() {
        return "/certificates/" + certificate.prepared().id();
    }

    JsonObject json() {
        Claims claims = certificate.prepared().parsedClaims();
        Members determination = Members.of(claims.determination());
        return Json.object()
                .put("branches", determination.value("branches"))
                .putWire("certificate", claims.certificate())
                .put("certainty", determination.value("certainty"))
                .putWire("certifiedKg", claims.certified().toKg())
                .putWire("claims", Digest.sha256(certificate.prepared().claims().getBytes()))
                .put("date", determination.value("date"))
                .put("index", entry())
                .put("links", links())
                .putWire("lot", claims.lot().lot())
                .put("lotVersion", claims.lot().version())
                .put("outcome", determination.value("outcome"))
                .put("refusal", refusal().<Json>map(PassedOn::json).orElse(JsonNull.NULL))
                .put("ruleset", determination.value("ruleset"))
                .put("state", certificate.stage().name())
                .putWire("statement", certificate.prepared().statementId())
                .build();
    }

    private Optional<PassedOn> refusal() {
        return certificate.stage() instanceof Refused refused ? Optional.of(refused.refusal()) : Optional.empty();
    }

    private Json entry() {
        return certificate.stage().entry().<Json>map(Json::integer).orElse(JsonNull.NULL);
    }

    private JsonObject links() {
        return Json.object()
                .put("bundle", path() + "/bundle")
                .put("jwt", path() + "/jwt")
                .put("self", path())
                .build();
    }
}
