package io.lodestone.lots;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.lots.Scene.Plant;
import io.restassured.response.ValidatableResponse;

/** Requests about one pool, for tests: what happens there happens a minute after what happened before. */
final class PoolScene {

    private final Plant plant;
    private final LotId pool = Scene.lot();
    private int minute;

    private PoolScene(Plant plant) {
        this.plant = plant;
    }

    /** A pool with so many kilograms of dysprosium of one origin. */
    static PoolScene opened(Plant plant, String massKg, String country) {
        PoolScene scene = new PoolScene(plant);
        scene.open(massKg, "[{%s,\"profile\":%s}]".formatted(dysprosium(massKg), profile(country)));
        return scene;
    }

    static PoolScene empty(Plant plant) {
        PoolScene scene = new PoolScene(plant);
        scene.open("0", "[]");
        return scene;
    }

    private void open(String massKg, String material) {
        plant.post("/pools", """
            {"pool":"%s","massKg":"%s","material":%s,"period":"2026-10","facility":"%s",
             "ownership":["EE"],"eventTime":"%s"}\
            """.formatted(pool, massKg, material, plant.facility(), now()))
                .statusCode(201);
    }

    /** An empty pool at that facility. */
    static String opening(String facility) {
        return """
            {"massKg":"0","material":[],"period":"2026-10","facility":"%s","ownership":["DE"],
             "eventTime":"2026-11-02T09:00:00.000Z"}\
            """.formatted(facility);
    }

    /** What may be stated of any pool, by the last part of its path. */
    static String entry(String kind) {
        String said = switch (kind) {
            case "runs" ->
                "\"ownership\":[\"DE\"],\"technology\":[\"DE\"],\"equipment\":[\"DE\"],\"inputs\":[],\"outputs\":["
                        + out(Scene.lot(), "1", "mass-balance") + "]";
            case "counts" -> "\"counted\":[" + element("1") + "]";
            case "periods" -> "\"period\":\"2026-10\",\"next\":\"2026-11\"";
            case "adjustments" -> "\"frozen\":\"2026-09\",\"losses\":[],\"gains\":[" + element("1") + "]";
            default ->
                "\"lot\":\"%s\",\"claims\":[{\"element\":\"Dy\",\"profile\":\"%s\",\"massKg\":\"1\"}]"
                        .formatted(Scene.lot(), "A".repeat(43) + "=");
        };
        return "{\"eventTime\":\"2026-11-02T09:00:00.000Z\"," + said + "}";
    }

    static String dysprosium(String massKg) {
        return "\"substance\":\"Dy\",\"massKg\":\"" + massKg + "\"";
    }

    /** Mined somewhere; of Unknown nobody knows whether it is recycled either. */
    static String profile(String country) {
        return """
            {"recycled":"%s","steps":[{"step":"mined","countries":["%2$s"],"ownership":["%2$s"],
             "technology":["%2$s"]}]}\
            """.formatted(country.equals("Unknown") ? "Unknown" : "none", country);
    }

    /** A lot of dysprosium that has nothing to do with the pool yet. */
    LotId lot(String massKg, String country) {
        LotId lot = Scene.lot();
        plant.post("/lots", """
            {"lot":"%s","form":"concentrate","massKg":"%s","eventTime":"%s","facility":"%s",
             "ownership":["%s"],"material":[{%s,"profile":%s}]}\
            """.formatted(
                                lot, massKg, now(), plant.facility(), country, dysprosium(massKg), profile(country)))
                .statusCode(201);
        return lot;
    }

    static String in(LotId lot) {
        return "{\"lot\":\"%s\",\"all\":true}".formatted(lot);
    }

    static String out(LotId lot, String massKg, String model) {
        return "{\"lot\":\"%s\",\"kind\":\"product\",\"form\":\"oxide\",\"massKg\":\"%s\",\"description\":{\"custodyModel\":\"%s\"}}"
                .formatted(lot, massKg, model);
    }

    /** Inputs and outputs separated by commas. */
    ValidatableResponse run(String inputs, String outputs) {
        return plant.post(path("/runs"), """
            {"ownership":["EE"],"technology":["EE"],"equipment":["EE"],"eventTime":"%s","inputs":[%s],
             "outputs":[%s]}\
            """.formatted(now(), inputs, outputs));
    }

    ValidatableResponse count(String counted) {
        return plant.post(path("/counts"), "{\"eventTime\":\"%s\",\"counted\":[%s]}".formatted(now(), counted));
    }

    ValidatableResponse close(String period, String next) {
        return plant.post(
                path("/periods"),
                "{\"eventTime\":\"%s\",\"period\":\"%s\",\"next\":\"%s\"}".formatted(now(), period, next));
    }

    ValidatableResponse adjust(String frozen, String losses, String gains) {
        return plant.post(
                path("/adjustments"),
                "{\"eventTime\":\"%s\",\"frozen\":\"%s\",\"losses\":[%s],\"gains\":[%s]}"
                        .formatted(now(), frozen, losses, gains));
    }

    ValidatableResponse credit(LotId lot, String profile, String massKg) {
        return plant.post(
                path("/credits"),
                "{\"eventTime\":\"%s\",\"lot\":\"%s\",\"claims\":[{\"element\":\"Dy\",\"profile\":\"%s\",\"massKg\":\"%s\"}]}"
                        .formatted(now(), lot, profile, massKg));
    }

    static String element(String massKg) {
        return "{\"element\":\"Dy\",\"massKg\":\"%s\"}".formatted(massKg);
    }

    /** The digest of the profile that was mined there and nothing else. */
    String profileOf(String country) {
        return plant.get(path(""))
                .extract()
                .path("rows.find { it.origin.steps[0].countries[0] == '" + country + "' }.profile");
    }

    LotId pool() {
        return pool;
    }

    String path(String below) {
        return "/pools/" + pool + below;
    }

    ValidatableResponse get(String below) {
        return plant.get(path(below));
    }

    private String now() {
        minute++;
        return "2026-10-%02dT%02d:%02d:00.000+02:00".formatted(1 + minute / 1440, minute / 60 % 24, minute % 60);
    }
}
