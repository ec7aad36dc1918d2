package io.lodestone.verifier;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.certificate.Claims;
import io.lodestone.evidence.certificate.Verification;
import io.lodestone.evidence.certificate.Verification.Incomplete;
import io.lodestone.evidence.certificate.Verification.Rejected;
import io.lodestone.evidence.certificate.Verification.Verified;
import io.lodestone.evidence.certificate.VerifiedCertificate;
import io.lodestone.evidence.statement.WireTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The report for programs: the same facts as {@link TextReport}, as one object. */
final class JsonReport {

    private JsonReport() {}

    static JsonObject of(Verification result) {
        if (result instanceof Verified verified) {
            return verified(verified.certificate());
        }
        if (result instanceof Rejected rejected) {
            return Json.object()
                    .put("detail", rejected.detail())
                    .put("reason", rejected.reason().slug())
                    .put("result", "rejected")
                    .put("step", rejected.reason().step())
                    .build();
        }
        return Json.object()
                .put("missing", ((Incomplete) result).missing())
                .put("result", "incomplete")
                .build();
    }

    private static JsonObject verified(VerifiedCertificate certificate) {
        Claims claims = certificate.claims();
        Members answer = Members.of(claims.determination());
        return Json.object()
                .put("assertedBy", assertedBy())
                .put("asOf", claims.asOf().value())
                .putWire("certificate", claims.certificate())
                .put("certifiedKg", claims.certified().toKg())
                .put("checkpoint", checkpoint(certificate))
                .put("comparison", claims.comparison())
                .put("consignment", claims.consignment())
                .put("environment", certificate.environment().wire())
                .put("form", claims.form().wire())
                .put("issued", entry(certificate.issuedIndex().value(), WireTime.text(certificate.issuedAt())))
                .putWire("issuer", claims.issuer())
                .putWire("lot", claims.lot().lot())
                .put("lotKg", claims.vector().total().toKg())
                .put("lotVersion", claims.lot().version())
                .put("measures", measures(answer), measure -> Outcomes.summary(measure, "id", "issuer", "title"))
                .put("notChecked", Json.strings(Caveats.NOT_CHECKED))
                .put("notCovered", answer.value("notCovered"))
                .put("openKg", claims.vector().open().toKg())
                .put("origin", ElementOrigin.of(claims), ElementOrigin::json)
                .put("outcome", Outcomes.summary(answer, "date", "originPolicy", "ruleset", "shares", "unknowns"))
                .put("published", entry(certificate.publishedIndex().value(), WireTime.text(certificate.publishedAt())))
                .put("purpose", claims.purpose())
                .put("result", "verified")
                .put("rootFingerprint", certificate.rootFingerprint().hex())
                .put("witnesses", PolicyOption.json(certificate.witnessed()))
                .build();
    }

    private static List<Members> measures(Members answer) {
        return Outcomes.each(answer, "measures");
    }

    private static JsonObject assertedBy() {
        return Json.object(Caveats.assertedBy().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, fact -> Json.string(fact.getValue()))));
    }

    private static JsonObject checkpoint(VerifiedCertificate certificate) {
        return Json.object()
                .put("origin", certificate.checkpoint().origin())
                .putWire("root", certificate.checkpoint().root())
                .put("size", certificate.checkpoint().size().value())
                .build();
    }

    private static JsonObject entry(long index, String time) {
        return Json.object().put("index", index).put("time", time).build();
    }
}
