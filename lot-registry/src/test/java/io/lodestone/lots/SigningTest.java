package io.lodestone.lots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.statement.Annex;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.PartyKeyAdded;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.evidence.statement.SigningRequired;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.evidence.testing.TestKey;
import io.lodestone.lots.Scene.Plant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A party that requires its own signature under its statements still registers its lots. */
@QuarkusTest
@QuarkusTestResource(CustodyResource.class)
class SigningTest {

    private static final TestKey KEY = TestKey.ed25519("the party's");

    private static Statement statement(PartyId party, Body body) {
        Salt salt = Salt.of(new byte[Salt.LENGTH]);
        return new Statement(
                party, List.of(), body, new StatementId(Scene.id()), StandInCustody.LOG, salt, Instant.now());
    }

    private static Plant signing() {
        Plant plant = Scene.plant("CN", "refiner");
        Instant from = Instant.now().minusSeconds(60);
        StandIn.state(statement(
                plant.party(),
                new PartyKeyAdded(plant.party(), KEY.key(), "office", from, from.plus(Duration.ofDays(365)))));
        Statement required = statement(plant.party(), new SigningRequired(true));
        StandIn.state(required, List.of(), Optional.of(KEY.sign(required)));
        return plant;
    }

    @Test
    void what_is_not_signed_is_refused_with_custodys_own_code() {
        Plant plant = signing();
        plant.post("/lots", Scene.dysprosiumOxide(Scene.lot(), plant, "1"))
                .statusCode(422)
                .body("type", equalTo(Scene.problem("signature-required")));
    }

    @Test
    void the_statement_is_made_for_its_party_to_sign_and_the_lot_is_there_once_it_is_accepted() {
        Plant plant = signing();
        LotId lot = Scene.lot();
        String body = Scene.dysprosiumOxide(lot, plant, "1");
        int posts = StandIn.posts();
        byte[] made = plant.post("/lots?prepare=true", body)
                .statusCode(200)
                .body("signature", equalTo(null))
                .extract()
                .asByteArray();
        assertThat(StandIn.posts()).as("nothing was submitted").isEqualTo(posts);
        plant.get("/lots/" + lot).statusCode(404);

        Members in = Members.of(CanonicalJson.read(made, 1 << 20));
        Statement statement = Statement.read(in.value("statement"));
        List<Annex> annexes = new ArrayList<>();
        for (Json annex : ((Json.JsonArray) in.value("annexes")).items()) {
            annexes.add(Annex.read(annex, "annex"));
        }
        StandIn.state(statement, annexes, Optional.of(KEY.sign(statement)));

        plant.get("/lots/" + lot).statusCode(200).body("massKg", equalTo("1"));
        plant.post("/lots?prepare=1", body).statusCode(400).body("field", equalTo("prepare"));
    }

    @Test
    void what_cannot_be_stated_is_refused_before_it_is_signed() {
        Plant plant = signing();
        Plant other = Scene.plant("CN", "refiner");
        plant.post("/lots?prepare=true", Scene.dysprosiumOxide(Scene.lot(), other, "1"))
                .statusCode(422)
                .body("type", equalTo(Scene.problem("facility-unknown")));
    }
}
