package io.lodestone.local.bench;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.local.bench.Plant.Stock;
import io.lodestone.local.demo.Api;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * What a deep lineage costs: determining and working on a lot with 100,000 ancestors against one with as many profiles
 * and ten, tracing it, and correcting a root of as many descendants; and all of that again in a database of a million lots.
 */
public final class Lineage {

    private static final int ROUNDS = 40;
    private static final long REPORT_EVERY = 20_000;

    private final Api api;
    private final String exporter;
    private final String certificates;
    private final JsonObject question;
    private final Plant plant;
    private final PrintStream out;
    private final Genealogies genealogies;
    private final Map<String, String> results = new LinkedHashMap<>();
    private final AtomicLong reported = new AtomicLong(REPORT_EVERY);
    private final long began = System.nanoTime();

    /** @param question a shipment without lot, dates and mass, as the exporter asks about it */
    public Lineage(
            Api api,
            String exporter,
            String facility,
            String registry,
            String certificates,
            JsonObject question,
            PrintStream out) {
        this.api = api;
        this.exporter = exporter;
        this.certificates = certificates;
        this.question = question;
        this.out = out;
        this.plant = new Plant(api, exporter, facility, registry);
        this.genealogies = new Genealogies(plant, this::report);
    }

    /** Prints progress, and as its last line the figures. */
    public void run(long lots, int descendants) {
        say("loading a lot with " + Genealogies.PROFILES + " profiles and 100,000 ancestors, and one with ten");
        Stock deep = genealogies.deep();
        Stock shallow = genealogies.shallow();
        Round first = measure("", deep, shallow);
        correct("", shallow, descendants);
        if (lots > genealogies.count()) {
            again(lots, descendants, first);
        }
        print();
    }

    /** Corrections of a root alone, one after the other. */
    public void correct(int descendants) {
        Stock shallow = genealogies.shallow();
        correct("", shallow, descendants);
        print();
    }

    private void correct(String prefix, Stock shallow, int descendants) {
        say("loading a root of " + descendants + " descendants");
        Stock root = genealogies.root(descendants);
        int number = 2;
        for (String each : List.of("", "second_")) {
            say("correcting it, with determinations running");
            new Correcting(plant, root, number, () -> determined(shallow), this::say)
                    .run((name, value) -> put(prefix + each + name, value));
            number += 2;
        }
    }

    private void print() {
        out.println(results.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(" ")));
    }

    private void again(long lots, int descendants, Round first) {
        say("loading until there are " + lots + " lots");
        genealogies.fill(lots);
        results.put("lots", String.valueOf(genealogies.count()));
        Stock shallow = genealogies.shallow();
        Round second = measure("at_full_", genealogies.deep(), shallow);
        correct("at_full_", shallow, descendants);
        results.put("full_vs_few_determination", Timing.ratio(second.determination, first.determination));
        results.put("full_vs_few_record", Timing.ratio(second.record, first.record));
        results.put("full_vs_few_trace", Timing.ratio(second.firstPage, first.firstPage));
    }

    private record Round(long determination, long record, long firstPage) {}

    private Round measure(String prefix, Stock deep, Stock shallow) {
        say("determining both in turn");
        long[] asked = Timing.medians(10, ROUNDS, i -> determined(deep), i -> determined(shallow));
        put(prefix + "determination_ms", Timing.millis(asked[0]));
        put(prefix + "deep_vs_shallow", Timing.ratio(asked[0], asked[1]));
        say("recording a transformation on each in turn");
        Stock[] tops = {deep, shallow};
        long[] recorded = Timing.medians(5, ROUNDS, i -> tops[0] = worked(tops[0]), i -> tops[1] = worked(tops[1]));
        put(prefix + "record_ms", Timing.millis(recorded[0]));
        put(prefix + "record_deep_vs_fresh", Timing.ratio(recorded[0], recorded[1]));
        say("tracing the ancestors");
        long firstPage = new Tracing(plant, tops[0].lot()).run((name, value) -> put(prefix + name, value));
        return new Round(asked[0], recorded[0], firstPage);
    }

    private void determined(Stock stock) {
        Map<String, Json> asked = new LinkedHashMap<>(question.members());
        asked.put("lot", Json.string(stock.lot()));
        asked.put("massKg", Json.string(String.valueOf(stock.kg())));
        asked.put("dates", Json.strings(List.of("2026-11-22")));
        asked.put("originPolicies", Json.strings(List.of("traced-through")));
        asked.remove("originPolicy");
        JsonObject body = Json.object(asked);
        Plant.require(api.post(exporter, certificates + "/determinations", Plant.id(), CanonicalJson.text(body)));
    }

    private Stock worked(Stock stock) {
        return new ArrayList<>(plant.transformed("milling", List.of(stock), 1)).get(0);
    }

    private void put(String name, String value) {
        results.put(name, value);
        say("  " + name + "=" + value);
    }

    /** Several clients report; only the one that passes the mark says so. */
    private void report(long made) {
        long mark = reported.get();
        if (made >= mark && reported.compareAndSet(mark, made + REPORT_EVERY)) {
            say("  " + made + " lots");
        }
    }

    private void say(String text) {
        out.printf("%6d s  %s%n", (System.nanoTime() - began) / 1_000_000_000L, text);
    }
}
