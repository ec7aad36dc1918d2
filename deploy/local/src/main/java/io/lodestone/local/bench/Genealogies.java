package io.lodestone.local.bench;

import io.lodestone.local.bench.Plant.Stock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** The genealogies that are measured, made through the public API by a few clients at once. */
final class Genealogies {

    static final int PROFILES = 300;

    /** Lots side by side in one line of the deep genealogy, and how often they are worked. */
    private static final int WIDTH = 34;

    private static final int DEPTH = 10;
    private static final int CLIENTS = 4;

    /** Lots that a root is split into, and groups of them that are worked together. */
    private static final int SPREAD = 1_000;

    private static final int GROUPS = 10;

    private final Plant plant;
    private final LongConsumer progress;
    private final AtomicLong lots = new AtomicLong();

    Genealogies(Plant plant, LongConsumer progress) {
        this.plant = plant;
        this.progress = progress;
    }

    /** 300 lines of 1 + 34 x 11 lots and their blend, and the blend of all of them: some 112,000 ancestors. */
    Stock deep() {
        return blended(inParallel(PROFILES, line -> {
            Stock root = counted(plant.registered(WIDTH, line, 1));
            List<Stock> worked = counted(plant.transformed("split", List.of(root), WIDTH));
            for (int i = 0; i < DEPTH; i++) {
                worked = counted(plant.transformed("milling", worked, WIDTH));
            }
            return blended(worked);
        }));
    }

    /** As many profiles in a blend of ten registered lots. */
    Stock shallow() {
        List<Stock> parts = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            parts.add(counted(plant.registered((long) PROFILES * WIDTH / 10, i * PROFILES / 10, PROFILES / 10)));
        }
        return blended(parts);
    }

    /** One registered lot, split into 1,000, of which tens are worked together so often that there are as many lots. */
    Stock root(int descendants) {
        Stock root = counted(plant.registered(SPREAD, 0, 2));
        List<Stock> parts = counted(plant.transformed("split", List.of(root), SPREAD));
        int group = SPREAD / GROUPS;
        List<Stock> done = inParallel(GROUPS, number -> {
            List<Stock> worked = parts.subList(number * group, number * group + group);
            for (int made = 2 * SPREAD; made <= descendants; made += SPREAD) {
                worked = counted(plant.transformed("milling", worked, group));
            }
            return worked.get(0);
        });
        if (done.size() != GROUPS) {
            throw new IllegalStateException("a group is missing");
        }
        return root;
    }

    /** Lots that have nothing to do with the measured ones, until the database holds that many. */
    void fill(long wanted) {
        long statements = Math.max(0, (wanted - lots.get()) / 1_000);
        List<Stock> done = inParallel((int) statements, i -> {
            Stock root = plant.registered(1_000, i % PROFILES, 1);
            return counted(plant.transformed("split", List.of(root), 1_000)).get(0);
        });
        if (done.size() != statements) {
            throw new IllegalStateException("a lot is missing");
        }
    }

    long count() {
        return lots.get();
    }

    private Stock blended(List<Stock> parts) {
        return parts.size() == 1
                ? parts.get(0)
                : counted(plant.transformed("blend", parts, 1)).get(0);
    }

    private Stock counted(Stock made) {
        progress.accept(lots.incrementAndGet());
        return made;
    }

    private List<Stock> counted(List<Stock> made) {
        progress.accept(lots.addAndGet(made.size()));
        return made;
    }

    /** One part of the work. */
    private interface Line {
        Stock make(int number) throws Exception;
    }

    private static List<Stock> inParallel(int count, Line line) {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<Stock>> work = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                work.add(() -> line.make(number));
            }
            List<Stock> made = new ArrayList<>();
            for (Future<Stock> one : clients.invokeAll(work)) {
                made.add(one.get());
            }
            return made;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client failed: " + e.getCause(), e);
        } finally {
            clients.shutdown();
        }
    }
}
