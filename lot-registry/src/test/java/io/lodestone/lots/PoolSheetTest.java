package io.lodestone.lots;

import static io.lodestone.lots.PoolScene.element;
import static io.lodestone.lots.PoolScene.in;
import static io.lodestone.lots.PoolScene.out;
import static io.lodestone.lots.Scene.plant;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.lots.Scene.Plant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Periods of random runs, counts and adjustments, seeded: their sheets add up, chain, and stay as they were frozen. */
@QuarkusTest
@QuarkusTestResource(CustodyResource.class)
class PoolSheetTest {

    private static final int PERIODS = 6;
    private static final int STATEMENTS = 8;
    private static final List<String> COUNTRIES = List.of("CN", "AU", "US", "Unknown");

    private final Random random = new Random(20_261_122);

    @Test
    void every_sheet_adds_up_and_begins_where_the_one_before_ended() {
        Plant refiner = plant("EE", "refiner");
        PoolScene pool = PoolScene.opened(refiner, "1000", "AU");
        Map<String, String> frozen = new HashMap<>();
        Map<String, BigDecimal> closing = Map.of("AU", new BigDecimal("1000").stripTrailingZeros());
        for (int period = 1; period <= PERIODS; period++) {
            String name = period == 1 ? "2026-10" : "p" + period;
            for (int i = 0; i < STATEMENTS; i++) {
                something(pool, frozen);
            }
            pool.close(name, "p" + (period + 1)).statusCode(201);
            String sheet = pool.get("/periods/" + name).extract().asString();
            frozen.put(name, sheet);
            assertThat(column(sheet, "openingKg")).as(name).isEqualTo(closing);
            assertThat(closings(sheet)).as(name).isEqualTo(column(sheet, "closingKg"));
            closing = column(sheet, "closingKg");
        }
        frozen.forEach((name, sheet) ->
                assertThat(pool.get("/periods/" + name).extract().asString()).isEqualTo(sheet));
        assertThat(stock(pool)).isEqualTo(closing);
    }

    private void something(PoolScene pool, Map<String, String> frozen) {
        int what = random.nextInt(8);
        if (what < 5) {
            String country = COUNTRIES.get(random.nextInt(COUNTRIES.size()));
            String inputs = what < 3 ? in(pool.lot(kg(50), country)) : "";
            String outputs = what == 0 ? "" : out(Scene.lot(), kg(20), "mass-balance");
            String loss = what == 4 ? ",{\"kind\":\"loss\",\"massKg\":\"" + kg(1) + "\"}" : "";
            pool.run(inputs, outputs + loss).statusCode(201);
        } else if (what == 5) {
            BigDecimal book = new BigDecimal(pool.get("").extract().<String>path("stock.elements[0].kg"));
            BigDecimal found = random.nextBoolean() ? book.subtract(new BigDecimal(kg(1))) : book.add(BigDecimal.ONE);
            pool.count(element(found.toPlainString())).statusCode(201);
        } else if (!frozen.isEmpty()) {
            pool.adjust(frozen.keySet().iterator().next(), element(kg(2)), element(kg(2)))
                    .statusCode(201);
        }
    }

    /** From one microgram to so many kilograms, to the microgram. */
    private String kg(long most) {
        return BigDecimal.valueOf(1 + Math.floorMod(random.nextLong(), most * 1_000_000_000L), 9)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** By the country where it was mined, leaving out what is nothing. */
    private static Map<String, BigDecimal> column(String sheet, String column) {
        Map<String, BigDecimal> values = new TreeMap<>();
        JsonPath json = new JsonPath(sheet);
        List<Map<String, Object>> origins = json.getList("elements.find { it.element == 'Dy' }.origins");
        for (int i = 0; i < origins.size(); i++) {
            BigDecimal value = new BigDecimal((String) origins.get(i).get(column)).stripTrailingZeros();
            if (value.signum() != 0) {
                values.put(json.getString("elements[0].origins[" + i + "].steps[0].countries[0]"), value);
            }
        }
        return values;
    }

    private static Map<String, BigDecimal> closings(String sheet) {
        Map<String, BigDecimal> sums = new TreeMap<>(column(sheet, "openingKg"));
        for (String plus : List.of("receiptsKg", "countDifferenceKg", "adjustmentsKg")) {
            column(sheet, plus).forEach((country, kg) -> sums.merge(country, kg, BigDecimal::add));
        }
        for (String minus : List.of("withdrawalsKg", "lossesKg")) {
            column(sheet, minus).forEach((country, kg) -> sums.merge(country, kg.negate(), BigDecimal::add));
        }
        Map<String, BigDecimal> stripped = new TreeMap<>();
        sums.forEach((country, kg) -> stripped.put(country, kg.stripTrailingZeros()));
        return stripped;
    }

    private static Map<String, BigDecimal> stock(PoolScene pool) {
        JsonPath json = pool.get("").extract().jsonPath();
        Map<String, BigDecimal> values = new TreeMap<>();
        for (int i = 0; i < json.getList("rows").size(); i++) {
            values.put(
                    json.getString("rows[" + i + "].origin.steps[0].countries[0]"),
                    new BigDecimal(json.getString("rows[" + i + "].kg")).stripTrailingZeros());
        }
        return values;
    }
}
