package io.lodestone.certificates.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.statement.Statement;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** custody-service and lot-registry at one port. Faults are asked for in advance and used up one by one. */
@Singleton
public class StandIns {

    /** What happens to the next POST of a statement. */
    public enum Fault {
        /** Away before anything was decided. */
        AWAY,
        /** Accepted, and the answer is lost. */
        PERSISTED_BUT_FAILED
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final FakeLog log = new FakeLog();
    private final Map<String, JsonObject> dossiers = new HashMap<>();
    private final Queue<Fault> faults = new ArrayDeque<>();
    private final Queue<String> refusals = new ArrayDeque<>();
    private boolean receiptsAway;
    private boolean growing;
    private int submissions;

    StandIns(@ConfigProperty(name = "lodestone.test.stand-in-port") int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", port), 64);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    void onStart(@Observes @Priority(1) StartupEvent event) {
        server.start();
    }

    @PreDestroy
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    public synchronized void dossier(String lot, String party, JsonObject dossier) {
        dossiers.put(lot + " " + party, dossier);
    }

    public synchronized void next(Fault fault) {
        faults.add(fault);
    }

    /** The slug with which the next statement is refused. */
    public synchronized void refuseNext(String slug) {
        refusals.add(slug);
    }

    public synchronized void receiptsAway(boolean away) {
        receiptsAway = away;
    }

    /** Whether the log signs its checkpoints with a key that is not its own. */
    public synchronized void forging(boolean forging) {
        log.forge(forging);
    }

    /** Whether others write to the log between any two questions. */
    public synchronized void growing(boolean busy) {
        growing = busy;
    }

    public synchronized int submissions() {
        return submissions;
    }

    public synchronized int logSize() {
        return log.size();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private record Answer(int status, String body) {
        static Answer of(int status, Json json) {
            return new Answer(status, CanonicalJson.text(json));
        }

        static Answer problem(int status, String slug) {
            return of(
                    status,
                    Json.object()
                            .put("type", "https://lodestone.example/problems/" + slug)
                            .put("title", "title of " + slug)
                            .put("status", status)
                            .put("detail", "detail of " + slug)
                            .build());
        }
    }

    private synchronized Answer answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        if (!String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                .startsWith("Bearer ")) {
            return Answer.problem(401, "token-missing");
        }
        if (path.equals("/statements")) {
            return submit(exchange.getRequestBody().readAllBytes());
        } else if (path.equals("/checkpoint")) {
            return new Answer(200, log.checkpoint(log.size()));
        } else if (path.equals("/log.vkey")) {
            return new Answer(200, log.verifierKey() + "\n");
        } else if (path.endsWith("/receipt")) {
            if (growing) {
                log.grow();
            }
            int size = query.startsWith("treeSize=") ? Integer.parseInt(query.substring(9)) : log.size();
            return receiptsAway
                    ? Answer.problem(404, "not-published")
                    : Answer.of(200, log.receipt(Integer.parseInt(path.split("/")[2]), size));
        }
        JsonObject dossier = dossiers.get(path.split("/")[2] + " " + query.replace("party=", ""));
        return dossier == null ? Answer.problem(404, "lot-unknown") : Answer.of(200, dossier);
    }

    private Answer submit(byte[] body) {
        submissions++;
        Fault fault = faults.poll();
        if (fault == Fault.AWAY) {
            return Answer.problem(503, "unavailable");
        }
        String refusal = refusals.poll();
        if (refusal != null) {
            return Answer.problem(refusal.equals("not-owner") ? 422 : 409, refusal);
        }
        Members in = Members.of(CanonicalJson.parse(body));
        Statement statement = Statement.read(in.value("statement"));
        int index = log.accept(statement);
        return fault == Fault.PERSISTED_BUT_FAILED
                ? new Answer(500, "")
                : Answer.of(
                        201,
                        Json.object()
                                .put("index", index)
                                .putWire("statement", statement.digest())
                                .build());
    }
}
