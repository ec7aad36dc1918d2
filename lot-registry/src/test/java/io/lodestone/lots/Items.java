package io.lodestone.lots;

import io.lodestone.lots.Scene.Plant;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.stream.IntStream;

/** Items of a bulk request for tests. */
final class Items {

    private Items() {}

    static String key(String document, String item) {
        return "{\"system\":\"ERP\",\"plant\":\"1000\",\"material\":\"\",\"batch\":\"\",\"document\":\"%s\",\"item\":\"%s\"}"
                .formatted(document, item);
    }

    static String item(String document, String item, String kind, String body) {
        return "{\"key\":%s,\"kind\":\"%s\",\"body\":%s}"
                .formatted(key(document, item), kind, Scene.described("/" + kind + "s", body));
    }

    static String assay(String document, String item, String of) {
        return """
                {"key":%s,"kind":"assay","of":%s,"body":{"basis":"oxide","method":"ICP-OES","stage":"final","sampled":"as-is",
                 "eventTime":"2026-11-03T09:00:00.000+01:00","results":[{"substance":"Dy2O3","fraction":"0.995"}]}}""".formatted(key(document, item), of);
    }

    static String reversal(String document, String item, String original) {
        return "{\"key\":%s,\"kind\":\"reversal\",\"reverses\":%s}".formatted(key(document, item), original);
    }

    /** Lots of 1 kg, under the keys 0, 1, ... of a document. */
    static List<String> lots(Plant plant, String document, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> item(document, String.valueOf(i), "lot", Scene.dysprosiumOxide(Scene.lot(), plant, "1")))
                .toList();
    }

    static String body(List<String> items) {
        return "{\"items\":[" + String.join(",", items) + "]}";
    }

    static ValidatableResponse post(Plant plant, List<String> items) {
        return plant.asking()
                .contentType("application/json; charset=utf-8")
                .body(body(items))
                .post("/bulk")
                .then();
    }
}
