package io.lodestone.local.bench;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonInteger;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Json.JsonString;
import io.lodestone.local.bench.Plant.Stock;
import io.lodestone.local.demo.DemoFailure;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Corrects a lot with many descendants and waits until all of them are computed anew, while something else goes on. */
final class Correcting {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long PAUSE_MILLIS = 200;
    private static final long NANOS = 1_000_000_000L;

    private final Plant plant;
    private final Stock root;
    private final int firstProfile;
    private final Runnable meanwhile;
    private final Consumer<String> say;

    /** @param firstProfile number of the first of two origins that the root has from then on */
    Correcting(Plant plant, Stock root, int firstProfile, Runnable meanwhile, Consumer<String> say) {
        this.plant = plant;
        this.root = root;
        this.firstProfile = firstProfile;
        this.meanwhile = meanwhile;
        this.say = say;
    }

    /** The time until all is computed anew, in nanoseconds. */
    long run(BiConsumer<String, String> result) {
        AtomicBoolean done = new AtomicBoolean();
        AtomicLong rounds = new AtomicLong();
        Thread other = new Thread(() -> {
            while (!done.get()) {
                meanwhile.run();
                rounds.incrementAndGet();
            }
        });
        other.start();
        try {
            long began = System.nanoTime();
            String correction = corrected();
            long accepted = System.nanoTime() - began;
            long lots = awaited(correction);
            long took = System.nanoTime() - began;
            result.accept("correction_accepted_ms", Timing.millis(accepted));
            result.accept("recomputed_lots", String.valueOf(lots));
            result.accept("recompute_lots_per_s", String.valueOf(lots * NANOS / took));
            result.accept("determinations_meanwhile", rounds.toString());
            return took;
        } finally {
            done.set(true);
        }
    }

    /** The same masses with two other origins: every vector downstream changes. */
    private String corrected() {
        JsonObject replacement = plant.material(root.kg(), firstProfile, 2);
        JsonObject answer = Plant.said(plant.post(
                "/corrections",
                Json.object()
                        .put("eventTime", Plant.EVENT)
                        .put("lot", root.lot())
                        .put("reason", "reassay")
                        .put("replacement", replacement)
                        .build()));
        if (answer.get("statement") instanceof JsonObject statement && statement.get("id") instanceof JsonString id) {
            return id.text();
        }
        throw new DemoFailure("a correction without a statement: " + answer);
    }

    private long awaited(String correction) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long said = 0;
        while (System.nanoTime() < end) {
            JsonObject state = Plant.said(plant.get("/corrections/" + correction));
            long lots = state.get("lotsDone") instanceof JsonInteger number ? number.value() : 0;
            if (Json.string("DONE").equals(state.get("state"))) {
                return lots;
            }
            if (lots >= said + 20_000) {
                said = lots;
                say.accept("  " + lots + " lots");
            }
            pause();
        }
        throw new DemoFailure("the correction was not worked off in " + PATIENCE);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("interrupted");
        }
    }
}
