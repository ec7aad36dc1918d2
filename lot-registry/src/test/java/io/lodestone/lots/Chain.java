package io.lodestone.lots;

import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.AccessGranted;
import io.lodestone.evidence.statement.AccessWithdrawn;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.GrantId;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.evidence.statement.TransferAccepted;
import io.lodestone.evidence.statement.TransferId;
import io.lodestone.evidence.statement.TransferOffered;
import io.lodestone.lots.Scene.Plant;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * One lot with everybody around it. An upstream supplier made {@code oxide}; a former holder made {@code lot} of it; its
 * owner has it worked on by the holder, who took {@code part} of it, which a downstream customer now has, and who has
 * put the rest on offer to a recipient.
 */
final class Chain {

    final Plant upstream = Scene.plant("CN", "manufacturer");
    final Plant former = Scene.plant("CN", "manufacturer");
    final Plant owner = Scene.plant("DE", "manufacturer");
    final Plant holder = Scene.plant("JP", "manufacturer");
    final Plant downstream = Scene.plant("US", "manufacturer");
    final Plant recipient = Scene.plant("FR", "manufacturer");
    final LotId oxide = Scene.registered(upstream, "2");
    final LotId lot = Scene.lot();
    final LotId part = Scene.lot();
    final StatementId making = Scene.key();

    Chain() {
        handOver(upstream, former, oxide, 1, "2", true);
        String body = split(former, "{\"lot\":\"%s\",\"all\":true}".formatted(oxide), lot);
        former.asking()
                .header("Lodestone-Source", "ERP////" + making + "/1")
                .header("Idempotency-Key", making.toString())
                .contentType("application/json")
                .body(Scene.described("/transformations", body))
                .post("/transformations")
                .then()
                .statusCode(201);
        handOver(former, owner, lot, 1, "2", true);
        handOver(owner, holder, lot, 3, "2", false);
        holder.post("/transformations", split(holder, "{\"lot\":\"%s\",\"consumedKg\":\"0.25\"}".formatted(lot), part))
                .statusCode(201);
        handOver(holder, downstream, part, 1, "0.25", false);
        offer(holder, recipient, lot, 6, "1.75", false);
    }

    private static String split(Plant plant, String input, LotId made) {
        return Scene.transformation(
                plant,
                "split",
                "[" + input + "]",
                "[{\"lot\":\"%s\",\"kind\":\"product\",\"form\":\"oxide\"}]".formatted(made));
    }

    static OffsetDateTime now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    }

    static void state(PartyId actor, Body body) {
        StandIn.state(new Statement(
                actor, List.of(), body, Scene.key(), StandInCustody.LOG, Salt.of(new byte[16]), Instant.now()));
    }

    static TransferId offer(Plant from, Plant to, LotId lot, long version, String kg, boolean title) {
        TransferId transfer = new TransferId(Scene.id());
        state(
                from.party(),
                new TransferOffered(
                        transfer,
                        to.party(),
                        title,
                        "sale",
                        new TransferOffered.Route("CN", List.of(), "JP"),
                        List.of(new TransferOffered.Offered(new LotVersion(lot, version), Mass.parseKg(kg))),
                        List.of(),
                        now()));
        return transfer;
    }

    static void handOver(Plant from, Plant to, LotId lot, long version, String kg, boolean title) {
        TransferId transfer = offer(from, to, lot, version, kg, title);
        state(
                to.party(),
                new TransferAccepted(
                        transfer,
                        List.of(new TransferAccepted.Weighed(new LotVersion(lot, version + 1), Mass.parseKg(kg))),
                        now()));
    }

    /** An auditor with a grant of that party. */
    static Plant auditor(Plant granter, Optional<List<LotId>> lots, OffsetDateTime from, OffsetDateTime until) {
        Plant auditor = auditor();
        grant(granter, auditor, lots, from, until);
        return auditor;
    }

    static Plant auditor() {
        return new Plant(Scene.party("NL"), new io.lodestone.evidence.statement.FacilityId(Scene.id()), "auditor");
    }

    static GrantId grant(
            Plant granter, Plant auditor, Optional<List<LotId>> lots, OffsetDateTime from, OffsetDateTime until) {
        GrantId grant = new GrantId(Scene.id());
        state(granter.party(), new AccessGranted(grant, auditor.party(), lots, from, until));
        return grant;
    }

    static void withdraw(Plant granter, GrantId grant) {
        state(granter.party(), new AccessWithdrawn(grant));
    }
}
