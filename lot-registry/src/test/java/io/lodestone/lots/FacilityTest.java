package io.lodestone.lots;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.lots.Scene.Plant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CustodyResource.class)
class FacilityTest {

    private static final String PLACE = "\"gln\":\"9501101530003\",\"zone\":\"Europe/Berlin\","
            + "\"coordinates\":{\"latitude\":\"50.134512\",\"longitude\":\"-8.5\"}";

    private static Plant inBerlin() {
        Plant plant = new Plant(Scene.party("DE"), new FacilityId(Scene.id()), "manufacturer");
        plant.post(
                        "/facilities",
                        "{\"facility\":\"%s\",\"country\":\"DE\",\"name\":\"Works\",%s}"
                                .formatted(plant.facility(), PLACE))
                .statusCode(201);
        return plant;
    }

    private static ValidatableResponse register(Plant plant, String eventTime) {
        return plant.post(
                "/lots",
                Scene.dysprosiumOxide(Scene.lot(), plant, "1").replace("2026-11-02T09:00:00.000+08:00", eventTime));
    }

    @Test
    void a_facility_has_a_place_and_is_listed_for_its_operator() {
        Plant plant = inBerlin();
        plant.get("/facilities/" + plant.facility())
                .body("gln", equalTo("9501101530003"))
                .body("zone", equalTo("Europe/Berlin"))
                .body("coordinates.longitude", equalTo("-8.5"));
        plant.post("/facilities", "{\"country\":\"DE\",\"name\":\"Second\"}").statusCode(201);
        String next = plant.get("/facilities?limit=1")
                .body("items", hasSize(1))
                .body("next", notNullValue())
                .extract()
                .path("next");
        plant.get("/facilities?limit=1&cursor=" + next)
                .body("items", hasSize(1))
                .body("items[0].name", equalTo("Second"))
                .body("items[0].zone", nullValue())
                .body("next", nullValue());
        plant.get("/facilities?limit=0").statusCode(400);
    }

    @Test
    void a_local_time_is_read_by_the_clocks_of_the_facility() {
        Plant plant = inBerlin();
        register(plant, "2026-07-02T09:00:00.000").statusCode(201);
        LocalDateTime now = LocalDateTime.now(ZoneId.of("Europe/Berlin")).truncatedTo(ChronoUnit.SECONDS);
        register(plant, now.plusMinutes(8) + (now.getSecond() == 0 ? ":00.000" : ".000"))
                .statusCode(201);
        register(plant, now.plusMinutes(12) + (now.getSecond() == 0 ? ":00.000" : ".000"))
                .statusCode(422)
                .body("type", equalTo(Scene.problem("time-in-future")));
    }

    @Test
    void a_local_time_that_was_shown_twice_or_never_is_refused_with_what_to_do() {
        Plant plant = inBerlin();
        register(plant, "2026-10-25T02:30:00.000")
                .statusCode(400)
                .body("field", equalTo("eventTime"))
                .body("detail", containsString("+02:00 or +01:00"));
        register(plant, "2026-10-25T02:30:00.000+01:00").statusCode(201);
        register(plant, "2026-03-29T02:30:00.000").statusCode(400).body("detail", containsString("skipped"));
        register(Scene.plant("DE", "manufacturer"), "2026-07-02T09:00:00.000")
                .statusCode(400)
                .body("detail", containsString("no time zone"));
        register(plant, "2026-02-30T09:00:00.000").statusCode(400);
    }
}
