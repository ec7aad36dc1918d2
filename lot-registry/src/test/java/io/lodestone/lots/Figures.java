package io.lodestone.lots;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.LotMaterial;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginStep;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.provenance.Registration;
import io.lodestone.evidence.provenance.RegistrationResult;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.quantity.Substance;
import io.lodestone.evidence.statement.Annex;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.evidence.statement.Site;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.TransferAccepted;
import io.lodestone.evidence.statement.TransferId;
import io.lodestone.evidence.statement.TransferOffered;
import io.lodestone.evidence.statement.WireTime;
import io.lodestone.lots.Scene.Plant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Flows and questions that the tests of accounts and alerts share. */
final class Figures {

    private Figures() {}

    static void state(PartyId actor, Body body) {
        StandIn.state(new Statement(
                actor, List.of(), body, Scene.key(), StandInCustody.LOG, Salt.of(new byte[16]), Instant.now()));
    }

    /** A lot of dysprosium with a label on it, stated past the service: its API takes no labels yet. */
    static void registerLabelled(Plant plant, String massKg, String origin, String label) {
        LotId lot = Scene.lot();
        Mass mass = Mass.parseKg(massKg);
        Places place = Places.of(origin);
        OriginProfile profile = new OriginProfile(
                List.of(new OriginStep(OriginStep.Kind.MINED, place, Optional.empty(), place, place)),
                OriginProfile.Recycled.NONE,
                OriginProfile.Evidence.DECLARED);
        List<LotMaterial> material = List.of(LotMaterial.ofMass(Substance.parse("Dy"), mass, profile.digest()));
        Digest vector = ((RegistrationResult.Registered) Registration.vector(mass, material))
                .vector()
                .digest();
        Site site = new Site("CN", plant.facility(), Optional.empty(), Places.of("CN"));
        LotRegistered body = new LotRegistered(
                lot,
                Form.METAL,
                mass,
                material,
                List.of(profile),
                site,
                vector,
                WireTime.zoned("2026-11-02T09:00:00.000+08:00"));
        Json identifier =
                Json.object().put("scheme", "drum").put("value", label).build();
        Json.JsonObject content = Json.object()
                .put("identifiers", Json.array(List.of(identifier)))
                .put("kind", "lot")
                .putWire("lot", lot)
                .build();
        Annex annex = new Annex(content, Salt.of(new byte[16]));
        StandIn.state(
                new Statement(
                        plant.party(),
                        List.of(annex.digest()),
                        body,
                        Scene.key(),
                        StandInCustody.LOG,
                        Salt.of(new byte[16]),
                        Instant.now()),
                List.of(annex));
    }

    static TransferId offer(
            Plant from, Plant to, LotId lot, long version, String massKg, String time, List<Digest> documents) {
        TransferId transfer = new TransferId(Scene.id());
        state(
                from.party(),
                new TransferOffered(
                        transfer,
                        to.party(),
                        true,
                        "sale",
                        new TransferOffered.Route("CN", List.of(), "JP"),
                        List.of(new TransferOffered.Offered(new LotVersion(lot, version), Mass.parseKg(massKg))),
                        documents,
                        WireTime.zoned(time)));
        return transfer;
    }

    static void accept(TransferId transfer, Plant to, LotId lot, long version, String massKg, String time) {
        state(
                to.party(),
                new TransferAccepted(
                        transfer,
                        List.of(new TransferAccepted.Weighed(new LotVersion(lot, version), Mass.parseKg(massKg))),
                        WireTime.zoned(time)));
    }

    /** Offered and accepted at once, from the lot's version on. */
    static void handOver(Plant from, Plant to, LotId lot, long version, String massKg, String time) {
        accept(offer(from, to, lot, version, massKg, time, List.of()), to, lot, version + 1, massKg, time);
    }

    /** The alerts that a party sees, newest first. */
    static List<Map<String, Object>> alerts(Plant plant, String filter) {
        return plant.get("/alerts?limit=200" + filter).statusCode(200).extract().path("items");
    }

    static void none(Plant plant, String kind) {
        assertThat(alerts(plant, "&kind=" + kind)).isEmpty();
    }

    static Map<String, Object> one(Plant plant, String kind) {
        List<Map<String, Object>> found = alerts(plant, "&kind=" + kind);
        assertThat(found).as(kind).hasSize(1);
        return found.get(0);
    }

    static String input(LotId lot, String kg) {
        return "{\"lot\":\"%s\",\"consumedKg\":\"%s\"}".formatted(lot, kg);
    }

    static String all(LotId lot) {
        return "{\"lot\":\"%s\",\"all\":true}".formatted(lot);
    }

    /** A transformation with its step, at the event time of the scene. */
    static String made(Plant plant, String process, String step, String inputs, String outputs) {
        String body = Scene.transformation(plant, process, "[" + inputs + "]", "[" + outputs + "]");
        return step.isEmpty() ? body : body.replace("\"process\"", "\"step\":\"" + step + "\",\"process\"");
    }

    static String output(LotId lot, String kind, String form, String kg) {
        return "{\"lot\":\"%s\",\"kind\":\"%s\",\"form\":\"%s\",\"massKg\":\"%s\",\"openKg\":\"0\"}"
                .formatted(lot, kind, form, kg);
    }
}
