package io.lodestone.lots;

import static io.lodestone.lots.Scene.plant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.TransferAccepted;
import io.lodestone.evidence.statement.TransferCancelled;
import io.lodestone.evidence.statement.TransferDisputed;
import io.lodestone.evidence.statement.TransferId;
import io.lodestone.evidence.statement.TransferOffered;
import io.lodestone.evidence.statement.Weighing;
import io.lodestone.evidence.statement.WireTime;
import io.lodestone.lots.Scene.Plant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CustodyResource.class)
class TransferTest {

    private static final OffsetDateTime THEN = WireTime.zoned("2026-11-04T09:00:00.000+09:00");

    private static void state(PartyId actor, Body body) {
        Statement statement = new Statement(
                actor, List.of(), body, Scene.key(), StandInCustody.LOG, Salt.of(new byte[16]), Instant.now());
        StandIn.state(statement);
    }

    private TransferId offer(Plant from, Plant to, LotId lot, long version, String massKg) {
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
                        List.of(),
                        THEN));
        return transfer;
    }

    private void accept(TransferId transfer, Plant to, LotId lot, long version, String massKg) {
        state(
                to.party(),
                new TransferAccepted(
                        transfer,
                        List.of(new TransferAccepted.Weighed(new LotVersion(lot, version), Mass.parseKg(massKg))),
                        THEN));
    }

    @Test
    void a_weighing_that_differs_by_more_than_scales_do_is_alerted_and_moves_no_mass() {
        Plant refiner = plant("CN", "refiner");
        Plant maker = plant("JP", "manufacturer");
        LotId oxide = Scene.registered(refiner, "2");
        TransferId transfer = offer(refiner, maker, oxide, 1, "2");
        Weighing light = new Weighing(Optional.empty(), Mass.parseKg("1.99"), Mass.parseKg("0.001"));
        state(
                maker.party(),
                new TransferAccepted(
                        transfer, List.of(new TransferAccepted.Weighed(new LotVersion(oxide, 2), light)), THEN));
        maker.get("/lots/" + oxide).body("remainingKg", equalTo("2"));
        maker.get("/alerts?kind=weighing").body("items.severity", contains("medium"));
    }

    @Test
    void a_lot_whose_offer_is_disputed_and_taken_back_is_its_senders_to_use_again() {
        Plant refiner = plant("CN", "refiner");
        Plant maker = plant("JP", "manufacturer");
        LotId oxide = Scene.registered(refiner, "2");
        TransferId transfer = offer(refiner, maker, oxide, 1, "2");
        TransferDisputed.Item item =
                new TransferDisputed.Item(new LotVersion(oxide, 2), Optional.empty(), Optional.empty());
        state(maker.party(), new TransferDisputed(transfer, TransferDisputed.Reason.DAMAGE, List.of(item), THEN));
        refiner.get("/lots/" + oxide).body("standing", equalTo("OFFERED")).body("lotVersion", equalTo(3));
        maker.get("/lots/" + oxide).statusCode(404);
        // When
        state(refiner.party(), new TransferCancelled(transfer, List.of(new LotVersion(oxide, 3)), THEN));
        // Then
        refiner.get("/lots/" + oxide).body("standing", equalTo("HELD")).body("lotVersion", equalTo(4));
        maker.get("/lots/" + oxide).statusCode(404);
        refiner.post("/transformations", split(refiner, oxide, Scene.lot())).statusCode(201);
    }

    private static String split(Plant plant, LotId lot, LotId made) {
        return Scene.transformation(
                plant,
                "split",
                "[{\"lot\":\"%s\",\"all\":true}]".formatted(lot),
                "[{\"lot\":\"%s\",\"kind\":\"product\",\"form\":\"oxide\"}]".formatted(made));
    }

    @Test
    void a_lot_on_offer_cannot_be_used_and_its_recipient_sees_one_step_up() {
        Plant refiner = plant("CN", "refiner");
        Plant maker = plant("JP", "manufacturer");
        LotId oxide = Scene.registered(refiner, "2");
        TransferId transfer = offer(refiner, maker, oxide, 1, "2");
        refiner.get("/lots/" + oxide).body("standing", equalTo("OFFERED")).body("lotVersion", equalTo(2));
        refiner.post("/transformations", split(refiner, oxide, Scene.lot()))
                .statusCode(409)
                .body("type", equalTo(Scene.problem("lot-offered")));
        maker.get("/lots/" + oxide).statusCode(404);
        // When
        accept(transfer, maker, oxide, 2, "2");
        // Then
        maker.get("/lots/" + oxide)
                .statusCode(200)
                .body("holder", equalTo(maker.party().toString()))
                .body("owner", equalTo(maker.party().toString()))
                .body("lotVersion", equalTo(3));
        refiner.get("/lots/" + oxide)
                .body("standing", equalTo("HANDED_OVER"))
                .body("holder", nullValue())
                .body("remainingKg", nullValue());
        refiner.get("/lots").body("items", empty());
        LotId made = Scene.lot();
        maker.post("/transformations", split(maker, oxide, made)).statusCode(201);
        String tree = maker.get("/lots/" + made + "/genealogy")
                .body("inputs[0].lot", equalTo(oxide.toString()))
                .body("inputs[0].made", equalTo("handed-over"))
                .body("inputs[0].inputs[0].shown", equalTo("upstream"))
                .body("inputs[0].inputs[0].origin.elements.element", contains("Dy"))
                .extract()
                .asString();
        assertThat(tree)
                .doesNotContain("Works")
                .doesNotContain("operator")
                .doesNotContain(refiner.party().toString());
        refiner.get("/lots/" + made).statusCode(404);
        refiner.get("/lots/" + oxide + "/genealogy").body("made", equalTo("registered"));
    }
}
