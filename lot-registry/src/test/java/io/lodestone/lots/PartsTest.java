package io.lodestone.lots;

import static io.lodestone.lots.Scene.plant;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.lots.Scene.Plant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CustodyResource.class)
class PartsTest {

    @Test
    void parts_stay_recognisable_in_an_assembly() {
        Plant maker = plant("DE", "manufacturer");
        Plant buyer = plant("US", "manufacturer");
        LotId one = Scene.registered(maker, "2");
        LotId two = Scene.lot();
        maker.post("/lots", Scene.oxide(two, maker, "3", "AU", "\"substance\":\"Nd2O3\",\"fraction\":\"0.9\""))
                .statusCode(201);
        LotId rotor = Scene.lot();
        String inputs = "[{\"lot\":\"" + one + "\",\"consumedKg\":\"0.5\"},{\"lot\":\"" + two + "\",\"all\":true}]";
        String outputs = "[{\"kind\":\"product\",\"form\":\"assembly\",\"lot\":\"" + rotor + "\"}]";
        maker.post("/transformations", Scene.transformation(maker, "assembly", inputs, outputs))
                .statusCode(201);

        maker.get("/lots/" + rotor + "/parts")
                .statusCode(200)
                .body("parts.lot", containsInAnyOrder(one.toString(), two.toString()))
                .body("parts.massKg", containsInAnyOrder("0.5", "3"))
                .body("parts.find { it.massKg == '3' }.elements[0].element", equalTo("Nd"))
                .body("parts.find { it.massKg == '3' }.elements[0].origins[0].steps[0].countries[0]", equalTo("AU"));
        maker.get("/lots/" + one + "/parts").statusCode(200).body("parts", empty());
        buyer.get("/lots/" + rotor + "/parts").statusCode(404);

        Chain.handOver(maker, buyer, rotor, 1, "3.5", true);
        buyer.get("/lots/" + rotor + "/parts")
                .statusCode(200)
                .body("parts.form", containsInAnyOrder("oxide", "oxide"))
                .body("parts.massKg", containsInAnyOrder("0.5", "3"))
                .body("parts.lot", everyItem(nullValue()))
                .body("parts.elements", everyItem(nullValue()));
    }
}
