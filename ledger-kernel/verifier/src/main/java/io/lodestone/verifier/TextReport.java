package io.lodestone.verifier;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.certificate.Claims;
import io.lodestone.evidence.certificate.Verification;
import io.lodestone.evidence.certificate.Verification.Incomplete;
import io.lodestone.evidence.certificate.Verification.Rejected;
import io.lodestone.evidence.certificate.Verification.Verified;
import io.lodestone.evidence.certificate.VerifiedCertificate;
import io.lodestone.evidence.signature.Environment;
import io.lodestone.evidence.statement.WireTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The report for people, line by line. A development log is named as such on every line. */
final class TextReport {

    /** What a terminal may take as a command. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private final List<String> lines = new ArrayList<>();

    private TextReport() {}

    static List<String> of(Verification result) {
        if (result instanceof Verified verified) {
            return verified(verified.certificate());
        }
        if (result instanceof Rejected rejected) {
            return List.of(
                    "REJECTED " + rejected.reason().slug() + " (step "
                            + rejected.reason().step() + ")",
                    "  " + rejected.reason().sentence(),
                    clean("  " + rejected.detail()));
        }
        return List.of(clean("INCOMPLETE " + ((Incomplete) result).missing()));
    }

    private static List<String> verified(VerifiedCertificate certificate) {
        TextReport report = new TextReport();
        Claims claims = certificate.claims();
        Members answer = Members.of(claims.determination());
        report.line("VERIFIED certificate " + claims.certificate());
        report.proof(certificate);
        report.lot(claims, answer);
        report.outcome(claims, answer);
        report.origin(claims);
        report.caveats(answer);
        String mark = certificate.environment() == Environment.DEVELOPMENT ? "[development] " : "";
        return report.lines.stream().map(line -> clean(mark + line)).toList();
    }

    private void proof(VerifiedCertificate certificate) {
        line("What it rests on");
        field("environment", certificate.environment().wire());
        field("root", "SHA-256 " + certificate.rootFingerprint().hex());
        field("log", certificate.checkpoint().origin());
        field(
                "checkpoint",
                "size " + certificate.checkpoint().size() + ", root "
                        + certificate.checkpoint().root());
        field("witnesses", PolicyOption.text(certificate.witnessed(), certificate.cosignatures()));
        field("issued", "entry " + certificate.issuedIndex() + " at " + WireTime.text(certificate.issuedAt()));
        field(
                "ruleset",
                "published as entry " + certificate.publishedIndex() + " at "
                        + WireTime.text(certificate.publishedAt()));
    }

    private void lot(Claims claims, Members answer) {
        line("What is certified");
        field("certificate", claims.certificate() + ", purpose " + claims.purpose());
        field("issuer", claims.issuer().toString());
        field(
                "lot",
                claims.lot().lot() + " version " + claims.lot().version() + ", "
                        + claims.form().wire());
        field(
                "certified",
                claims.certified().toKg() + " kg of " + claims.vector().total().toKg() + " kg");
        field("known of", "the log up to size " + claims.asOf());
        field("shipment", Outcomes.facts(claims.consignment()));
        field("valuation", Outcomes.valuation(claims.consignment()));
        field("China-origin", "controlled content " + Outcomes.shares(answer));
    }

    private void outcome(Claims claims, Members answer) {
        Members ruleset = answer.object("ruleset");
        line("Outcome on " + Outcomes.text(answer, "date"));
        field("overall", Outcomes.answer(answer));
        for (Members measure : Outcomes.each(answer, "measures")) {
            field(Outcomes.text(measure, "id"), Outcomes.answer(measure));
        }
        field(
                "ruleset",
                Outcomes.text(ruleset, "id") + " edition " + Outcomes.text(ruleset, "edition") + ", known to "
                        + Outcomes.text(ruleset, "knownTo"));
        field("origin policy", Outcomes.text(answer, "originPolicy"));
        Members comparison =
                Members.of(Json.object().put("by", claims.comparison()).build());
        for (Members other : Outcomes.each(comparison, "by")) {
            field("if " + Outcomes.text(other, "originPolicy"), Outcomes.answer(other) + "; " + Outcomes.shares(other));
        }
    }

    private void origin(Claims claims) {
        line("Where it comes from (* controlled)");
        for (ElementOrigin part : ElementOrigin.of(claims)) {
            field(
                    (part.controlled() ? "* " : "  ") + part.element().symbol(),
                    part.mass().toKg() + " kg: " + part.chain() + " ("
                            + part.profile().evidence().wire() + ", recycled "
                            + part.profile().recycled().wire() + ")");
        }
        if (!claims.vector().open().isZero()) {
            field("  other", claims.vector().open().toKg() + " kg of no tracked element");
        }
    }

    private void caveats(Members answer) {
        line("Who asserted it");
        Caveats.assertedBy().forEach(this::field);
        line("Not covered by the ruleset");
        Outcomes.texts(answer, "notCovered").forEach(text -> line("  - " + text));
        line("Not checked");
        Caveats.NOT_CHECKED.forEach(text -> line("  - " + text));
    }

    private void field(String name, String value) {
        line("  " + name + " ".repeat(Math.max(1, 20 - name.length())) + value);
    }

    private void line(String text) {
        lines.add(text);
    }

    private static String clean(String line) {
        return CONTROL.matcher(line).replaceAll("?");
    }
}
