package io.lodestone.local.demo;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.local.demo.Api.Answer;
import io.lodestone.local.demo.Chain.Entered;
import io.lodestone.local.demo.Scenario.Asked;
import io.lodestone.local.demo.Scenario.Certified;
import java.io.PrintStream;
import java.util.TreeMap;

/** Asks for the determination of the shipment and for a certificate of it. */
final class Certifying {

    private static final String ROW = "  %-12s %-15s %-12s %-36s %s%n";

    private final Api api;
    private final String service;
    private final Names names;
    private final PrintStream out;

    Certifying(Api api, String service, Names names, PrintStream out) {
        this.api = api;
        this.service = service;
        this.names = names;
        this.out = out;
    }

    void outcomes(Scenario scenario) {
        Asked asked = scenario.determination();
        TreeMap<String, Json> question = new TreeMap<>(asked.consignment().members());
        question.put("lot", Json.string(names.id(asked.lot())));
        question.put("dates", Json.strings(asked.dates()));
        question.put("originPolicies", Json.strings(asked.policies()));
        question.remove("originPolicy");
        Answer answer = Proofs.ok(api.post(
                asked.as(),
                service + "/determinations",
                names.id("@determination"),
                CanonicalJson.text(Json.object(question))));
        out.printf(ROW, "date", "origin policy", "measure", "outcome", "share by value / by mass");
        LotAccount.objects(answer.json(), "determinations").forEach(this::row);
    }

    private void row(JsonObject determination) {
        JsonObject shares = LotAccount.object(determination, "shares");
        JsonObject byValue = LotAccount.object(LotAccount.object(shares, "byValue"), "lower");
        String value = LotAccount.text(byValue, "percent");
        String mass = LotAccount.text(LotAccount.object(shares, "byMass"), "lowerPercent");
        String date = LotAccount.text(determination, "date");
        for (JsonObject measure : LotAccount.objects(determination, "measures")) {
            String id = LotAccount.text(measure, "id");
            out.printf(
                    ROW,
                    date,
                    LotAccount.text(determination, "originPolicy"),
                    "No. " + id.substring(id.lastIndexOf('-') + 1),
                    outcome(measure),
                    value + " % / " + mass + " %");
        }
    }

    private static String outcome(JsonObject measure) {
        String outcome = LotAccount.text(measure, "outcome");
        if (!outcome.equals("UNDETERMINED")) {
            return outcome;
        }
        StringBuilder all = new StringBuilder("UNDETERMINED:");
        for (JsonObject branch : LotAccount.objects(measure, "branches")) {
            all.append(' ').append(LotAccount.text(branch, "outcome"));
        }
        return all.toString();
    }

    /** Asks for the certificate and waits for its bundle. */
    Issued certificate(Scenario scenario, Journal job) {
        Certified wanted = scenario.certificate();
        TreeMap<String, Json> request =
                new TreeMap<>(scenario.determination().consignment().members());
        request.put("certificate", Json.string(names.id(wanted.id())));
        request.put("lot", Json.string(names.id(wanted.lot())));
        request.put("date", Json.string(wanted.date()));
        Answer answer = Proofs.ok(api.post(
                wanted.as(),
                service + "/certificates",
                job.id("statement.certificate"),
                CanonicalJson.text(Json.object(request))));
        String id = names.id(wanted.id());
        out.println("  certificate " + id + " for the shipment of " + wanted.date() + ": "
                + LotAccount.text(answer.json(), "outcome"));
        String at = service + "/certificates/" + id;
        String bundle = Proofs.ok(api.await(wanted.as(), at + "/bundle")).body();
        JsonObject view = Proofs.ok(api.get(wanted.as(), at)).json();
        return new Issued(bundle, new Entered("certificate", wanted.as(), Chain.index(view)));
    }

    /** The certificate's bundle, and the statement that issued it. */
    record Issued(String bundle, Entered statement) {}

    String jwt(Scenario scenario) {
        Certified wanted = scenario.certificate();
        return Proofs.ok(api.get(wanted.as(), service + "/certificates/" + names.id(wanted.id()) + "/jwt"))
                .body();
    }

    /** What made each version of the certified lot, with its proofs; the certificate is the newest of them. */
    String history(Scenario scenario, String custody) {
        Certified wanted = scenario.certificate();
        return Proofs.ok(api.await(wanted.as(), custody + "/lots/" + names.id(wanted.lot()) + "/history"))
                .body();
    }
}
