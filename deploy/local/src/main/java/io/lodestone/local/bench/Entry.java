package io.lodestone.local.bench;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonInteger;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.local.bench.Plant.Stock;
import io.lodestone.local.demo.Api;
import io.lodestone.local.demo.DemoFailure;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** How fast a plant enters what it did: lots, then transformations of these, a thousand in each request. */
public final class Entry {

    private static final int ITEMS = 1_000;
    private static final int WARM_UP = 2;
    private static final long NANOS = 1_000_000_000L;

    private final Plant plant;
    private final PrintStream out;
    private long document;

    public Entry(Api api, String exporter, String facility, String registry, PrintStream out) {
        this.plant = new Plant(api, exporter, facility, registry);
        this.out = out;
    }

    /** Prints progress, and as its last line the figures. */
    public void run(int requests) {
        List<List<Stock>> lots = new ArrayList<>();
        for (int i = -WARM_UP; i < requests; i++) {
            lots.add(fresh());
        }
        out.println("registering " + requests + " times " + ITEMS + " lots");
        long lotRate = rate(requests, i -> post("lot", lots.get(i), this::registered));
        out.println("splitting each into two, " + ITEMS + " in a request");
        long splitRate = rate(requests, i -> post("transformation", lots.get(i), this::split));
        out.printf("lots_per_s=%d transformations_per_s=%d%n", lotRate, splitRate);
    }

    private interface Request {
        void send(int number);
    }

    private static long rate(int requests, Request request) {
        for (int i = 0; i < WARM_UP; i++) {
            request.send(i);
        }
        long took = Timing.once(() -> {
            for (int i = WARM_UP; i < WARM_UP + requests; i++) {
                request.send(i);
            }
        });
        return requests * ITEMS * NANOS / took;
    }

    private static List<Stock> fresh() {
        List<Stock> lots = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            lots.add(new Stock(Plant.id(), 10));
        }
        return lots;
    }

    private interface Body {
        JsonObject of(Stock stock);
    }

    private JsonObject registered(Stock stock) {
        return plant.registration(stock, 0, 3);
    }

    private JsonObject split(Stock stock) {
        long half = stock.kg() / 2;
        return plant.transformation(
                "split", List.of(stock), List.of(new Stock(Plant.id(), half), new Stock(Plant.id(), half)));
    }

    private void post(String kind, List<Stock> stocks, Body body) {
        document++;
        List<Json> items = new ArrayList<>();
        for (Stock stock : stocks) {
            items.add(Json.object()
                    .put("body", body.of(stock))
                    .put("key", key(items.size()))
                    .put("kind", kind)
                    .build());
        }
        JsonObject answer = Plant.said(plant.post(
                "/bulk", Json.object().put("items", Json.array(items)).build()));
        if (!(answer.get("accepted") instanceof JsonInteger accepted) || accepted.value() != stocks.size()) {
            throw new DemoFailure("not all were accepted: " + answer);
        }
    }

    private JsonObject key(int item) {
        return Json.object()
                .put("batch", "")
                .put("document", String.valueOf(document))
                .put("item", String.valueOf(item))
                .put("material", "")
                .put("plant", "1000")
                .put("system", "ERP")
                .build();
    }
}
