package io.lodestone.local.append;

import io.lodestone.evidence.statement.Statement;
import io.lodestone.local.demo.DemoFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A few clients that send many statements in each request. */
final class Clients {

    private static final int AT_ONCE = 4;

    private final Custody custody;

    Clients(Custody custody) {
        this.custody = custody;
    }

    /** Sends all of them, {@code each} in a request, and returns how many were accepted a second. */
    double rate(String as, List<Statement> statements, int each) {
        List<Callable<Void>> requests = new ArrayList<>();
        for (int i = 0; i < statements.size(); i += each) {
            List<Statement> some = statements.subList(i, Math.min(i + each, statements.size()));
            requests.add(() -> {
                custody.submit(as, some);
                return null;
            });
        }
        long began = System.nanoTime();
        atOnce(requests);
        return statements.size() * 1e9 / (System.nanoTime() - began);
    }

    private static void atOnce(List<Callable<Void>> requests) {
        ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (Future<Void> sent : clients.invokeAll(requests)) {
                sent.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof DemoFailure failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("interrupted");
        } finally {
            clients.shutdownNow();
        }
    }
}
