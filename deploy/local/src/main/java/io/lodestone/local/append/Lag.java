package io.lodestone.local.append;

import io.lodestone.evidence.statement.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long it takes from the acknowledgement of a statement until a published checkpoint covers it. */
final class Lag {

    private static final long MILLION = 1_000_000L;

    private final Custody custody;
    private final String as;
    private final List<Long> nanos = new ArrayList<>();

    Lag(Custody custody, String as) {
        this.custody = custody;
        this.as = as;
    }

    /** Submits one after another, each as soon as the one before is covered, until the time is up. */
    void sample(List<Statement> statements, int seconds) {
        long end = System.nanoTime() + seconds * 1_000 * MILLION;
        for (Statement statement : statements) {
            if (System.nanoTime() > end) {
                return;
            }
            long index = custody.submit(as, statement);
            long acknowledged = System.nanoTime();
            while (custody.published() <= index) {
                pause();
            }
            nanos.add(System.nanoTime() - acknowledged);
        }
    }

    double p99Millis() {
        Collections.sort(nanos);
        return nanos.isEmpty() ? -1 : nanos.get((nanos.size() * 99 - 1) / 100) / (double) MILLION;
    }

    private static void pause() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
