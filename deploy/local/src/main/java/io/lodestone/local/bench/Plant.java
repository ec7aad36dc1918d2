package io.lodestone.local.bench;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.statement.Uuid7;
import io.lodestone.local.demo.Api;
import io.lodestone.local.demo.Api.Answer;
import io.lodestone.local.demo.DemoFailure;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One manufacturer with one facility, as the lot registry's public API lets it work. */
final class Plant {

    /** A profile of its own for each number below the square of this. */
    static final List<String> COUNTRIES = List.of(
            "AU", "BR", "CA", "CL", "CN", "DE", "EE", "FR", "GB", "GL", "IN", "JP", "KR", "KZ", "LA", "MG", "MM", "MY",
            "NO", "RU", "SE", "TH", "US", "VN", "ZA");

    private static final SecureRandom RANDOM = new SecureRandom();
    static final String EVENT = "2026-11-03T09:00:00.000+01:00";

    private final Api api;
    private final String party;
    private final String facility;
    private final String registry;

    Plant(Api api, String party, String facility, String registry) {
        this.api = api;
        this.party = party;
        this.facility = facility;
        this.registry = registry;
    }

    /** A lot and its mass in whole kilograms. */
    record Stock(String lot, long kg) {}

    static String id() {
        byte[] random = new byte[10];
        RANDOM.nextBytes(random);
        return Uuid7.of(Instant.now().toEpochMilli(), random).toString();
    }

    /** Registers a lot whose neodymium and dysprosium have the origins with these numbers, in equal parts. */
    Stock registered(long kg, int firstProfile, int profiles) {
        Stock stock = new Stock(id(), kg);
        require(post("/lots", registration(stock, firstProfile, profiles)));
        return stock;
    }

    JsonObject registration(Stock stock, int firstProfile, int profiles) {
        return material(stock.kg(), firstProfile, profiles)
                .with("description", description())
                .with("eventTime", Json.string(EVENT))
                .with("facility", Json.string(facility))
                .with("form", Json.string("oxide"))
                .with("lot", Json.string(stock.lot()))
                .with("ownership", Json.strings(List.of("DE")));
    }

    private static JsonObject description() {
        return Json.object().put("custodyModel", "segregated").build();
    }

    /** Mass and material as a registration states them, and a correction of one again. */
    JsonObject material(long kg, int firstProfile, int profiles) {
        long share = 900_000_000L / profiles;
        List<Json> material = new ArrayList<>();
        for (int i = firstProfile; i < firstProfile + profiles; i++) {
            JsonObject origin = origin(i);
            material.add(component("Nd2O3", share * 7 / 9, origin));
            material.add(component("Dy2O3", share * 2 / 9, origin));
        }
        return Json.object()
                .put("massKg", String.valueOf(kg))
                .put("material", Json.array(material))
                .build();
    }

    private static Json component(String substance, long billionths, JsonObject origin) {
        String digits = String.format("%09d", billionths).replaceAll("0+$", "");
        return Json.object()
                .put("fraction", "0." + digits)
                .put("profile", origin)
                .put("substance", substance)
                .build();
    }

    private static JsonObject origin(int number) {
        return Json.object()
                .put("recycled", "none")
                .put(
                        "steps",
                        Json.array(List.of(
                                step("mined", COUNTRIES.get(number % COUNTRIES.size())),
                                step("separated", COUNTRIES.get(number / COUNTRIES.size() % COUNTRIES.size())))))
                .build();
    }

    private static Json step(String kind, String country) {
        Json places = Json.strings(List.of(country));
        return Json.object()
                .put("countries", places)
                .put("ownership", places)
                .put("step", kind)
                .put("technology", places)
                .build();
    }

    /** All of these lots become {@code parts} lots of equal mass; the masses have to divide. */
    List<Stock> transformed(String process, List<Stock> lots, int parts) {
        long total = lots.stream().mapToLong(Stock::kg).sum();
        List<Stock> made = new ArrayList<>(parts);
        for (int i = 0; i < parts; i++) {
            made.add(new Stock(id(), total / parts));
        }
        require(post("/transformations", transformation(process, lots, made)));
        return Collections.unmodifiableList(made);
    }

    /** The last of the lots that are made takes what is left. */
    JsonObject transformation(String process, List<Stock> lots, List<Stock> made) {
        List<Json> outputs = new ArrayList<>(made.size());
        for (int i = 0; i < made.size(); i++) {
            Json.ObjectBuilder output = Json.object()
                    .put("description", description())
                    .put("form", "oxide")
                    .put("kind", "product")
                    .put("lot", made.get(i).lot());
            boolean last = i == made.size() - 1;
            outputs.add((last
                            ? output
                            : output.put("massKg", String.valueOf(made.get(i).kg())))
                    .build());
        }
        return Json.object()
                .put("eventTime", EVENT)
                .put("facility", facility)
                .put("inputs", Json.array(lots.stream().map(Plant::all).toList()))
                .put("outputs", Json.array(outputs))
                .put("ownership", Json.strings(List.of("DE")))
                .put("process", process)
                .put("technology", Json.strings(List.of("DE")))
                .build();
    }

    private static Json all(Stock stock) {
        return Json.object().put("all", true).put("lot", stock.lot()).build();
    }

    Answer post(String path, JsonObject body) {
        return api.post(party, registry + path, id(), CanonicalJson.text(body));
    }

    Answer get(String path) {
        return api.get(party, registry + path);
    }

    static void require(Answer answer) {
        if (!answer.ok()) {
            throw new DemoFailure("answered " + answer.status() + ": " + answer.body());
        }
    }

    /** The document that was answered; anything but success ends the benchmark. */
    static JsonObject said(Answer answer) {
        require(answer);
        return answer.json();
    }
}
