package io.lodestone.lots;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lodestone.evidence.acceptance.Acceptance;
import io.lodestone.evidence.acceptance.Decision;
import io.lodestone.evidence.acceptance.Refusal;
import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.signature.DetachedJws;
import io.lodestone.evidence.statement.Annex;
import io.lodestone.evidence.statement.LotsRecomputed;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.WireTime;
import io.lodestone.evidence.testing.InMemoryLedger;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * Stands in for the custody service: decides with the kernel, in memory, and serves the feed. It checks that what it
 * is sent is a statement with exactly its annexes, under a service's token.
 */
final class StandInCustody {

    enum Mood {
        WELL,
        AWAY,
        DECIDES_BUT_DOES_NOT_ANSWER,
        FEED_AWAY,
        /** Takes one part of what follows from a correction, and is away before it can say so. */
        DIES_AFTER_A_PART,
        /** Decides the first bulk that comes, and is away from then on. */
        AWAY_AFTER_A_BULK,
        /** Has room for the first ten of a bulk, and decides those. */
        FULL_AFTER_TEN
    }

    private record Answer(int status, Digest statement, JsonObject body) {}

    static final String LOG = "local.lodestone.example/log-tests";

    private final HttpServer server;
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final Map<String, Answer> answers = new HashMap<>();
    private final List<JsonObject> feed = new ArrayList<>();

    private StandInCustody(HttpServer server) {
        this.server = server;
    }

    static StandInCustody start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        StandInCustody custody = new StandInCustody(server);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/statements", custody::handle);
        server.start();
        return custody;
    }

    int port() {
        return server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = !exchange.getRequestMethod().equals("POST")
                    ? page(exchange.getRequestURI().getQuery())
                    : exchange.getRequestURI().getPath().endsWith("/bulk")
                            ? bulk(exchange.getRequestBody().readAllBytes())
                            : posted(exchange.getRequestBody().readAllBytes());
            if (!String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                    .startsWith("Bearer ")) {
                answer = problem(401, "token-missing", "", Digest.sha256(new byte[0]));
            }
            byte[] bytes = CanonicalJson.bytes(answer.body());
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (RuntimeException e) {
            byte[] bytes = String.valueOf(e).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(500, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** The stand-in and the tests live in different class loaders; system properties are what both see. */
    private static Mood mood() {
        return Mood.valueOf(System.getProperty(StandIn.MOOD, Mood.WELL.name()));
    }

    private static final Answer UNAVAILABLE = problem(503, "unavailable", "", Digest.sha256(new byte[0]));

    private Answer bulk(byte[] body) {
        Mood mood = mood();
        if (mood == Mood.AWAY) {
            return UNAVAILABLE;
        }
        List<Json> results = new ArrayList<>();
        Json.JsonArray items =
                (Json.JsonArray) Members.of(CanonicalJson.read(body, 16 << 20)).value("items");
        for (Json item : items.items()) {
            boolean full = mood == Mood.FULL_AFTER_TEN && results.size() >= 10;
            Answer answer = full ? UNAVAILABLE : posted(Members.of(item));
            JsonObject result = answer.status() == 201
                    ? answer.body()
                    : Json.object().put("problem", answer.body()).build();
            results.add(result.with("position", new Json.JsonInteger(results.size()))
                    .with("status", new Json.JsonInteger(answer.status())));
        }
        if (mood == Mood.AWAY_AFTER_A_BULK) {
            StandIn.mood(Mood.AWAY);
        }
        Answer answer = new Answer(
                200,
                Digest.sha256(new byte[0]),
                Json.object().put("results", Json.array(results)).build());
        return mood == Mood.DECIDES_BUT_DOES_NOT_ANSWER ? UNAVAILABLE : answer;
    }

    private Answer posted(byte[] body) {
        if (mood() == Mood.AWAY) {
            return UNAVAILABLE;
        }
        Answer answer = posted(Members.of(CanonicalJson.read(body, CanonicalJson.MAX_DOCUMENT_BYTES)));
        return mood() == Mood.DECIDES_BUT_DOES_NOT_ANSWER ? UNAVAILABLE : answer;
    }

    private Answer posted(Members in) {
        System.setProperty(StandIn.POSTS, String.valueOf(Integer.getInteger(StandIn.POSTS, 0) + 1));
        Statement statement = Statement.read(in.value("statement"));
        Json.JsonArray annexes = (Json.JsonArray) in.value("annexes");
        List<Digest> digests = annexes.items().stream()
                .map(annex -> Annex.read(annex, "").digest())
                .sorted()
                .toList();
        if (!digests.equals(statement.annexes())) {
            throw new IllegalStateException("annexes and statement do not belong together");
        }
        Optional<DetachedJws> signature = in.nullableParsed(
                "signature", DetachedJws.MAX_LENGTH, text -> DetachedJws.parse(DetachedJws.STATEMENT, text));
        in.end();
        Answer answer = decide(statement, annexes, signature);
        if (mood() == Mood.DIES_AFTER_A_PART && statement.body() instanceof LotsRecomputed) {
            System.setProperty(StandIn.MOOD, Mood.AWAY.name());
            return UNAVAILABLE;
        }
        return answer;
    }

    private synchronized Answer decide(Statement statement, Json.JsonArray annexes, Optional<DetachedJws> signature) {
        String key = statement.actor() + "/" + statement.id();
        Answer stored = answers.get(key);
        if (stored != null) {
            return stored.statement().equals(statement.digest())
                    ? stored
                    : problem(409, "statement-id-reused", "", statement.digest());
        }
        Instant time = WireTime.truncate(Instant.now());
        Decision decision = Acceptance.decide(statement, signature, ledger, LOG, time);
        if (decision instanceof Decision.Accepted accepted) {
            ledger.apply(statement, accepted.effects());
        }
        Answer answer;
        if (decision instanceof Decision.Refused refused) {
            Refusal refusal = refused.refusal();
            answer = problem(
                    refusal.code().conflict() ? 409 : 422, refusal.code().slug(), refusal.path(), statement.digest());
        } else {
            answer = accepted(statement, annexes, signature, time);
        }
        answers.put(key, answer);
        return answer;
    }

    private Answer accepted(
            Statement statement, Json.JsonArray annexes, Optional<DetachedJws> signature, Instant time) {
        long index = feed.size() + 1;
        feed.add(Json.object()
                .put("annexes", annexes)
                .put("index", index)
                .put("record", Json.object().build())
                .with(signature, (out, jws) -> out.putWire("signature", jws))
                .put("statement", statement.json())
                .put("time", WireTime.text(time))
                .build());
        return new Answer(
                201,
                statement.digest(),
                Json.object()
                        .put("index", index)
                        .put("lots", Json.array(List.of()))
                        .putWire("statement", statement.digest())
                        .put("time", WireTime.text(time))
                        .build());
    }

    private static Answer problem(int status, String slug, String field, Digest statement) {
        return new Answer(
                status,
                statement,
                Json.object()
                        .put("detail", "refused by the stand-in")
                        .put("field", field)
                        .put("status", status)
                        .put("title", "Refused")
                        .put("type", "https://lodestone.example/problems/" + slug)
                        .build());
    }

    private synchronized Answer page(String query) {
        if (mood() == Mood.AWAY || mood() == Mood.FEED_AWAY) {
            return UNAVAILABLE;
        }
        int after = Integer.parseInt(query.replaceAll(".*after=(\\d+).*", "$1"));
        int limit = Integer.parseInt(query.replaceAll(".*limit=(\\d+).*", "$1"));
        List<JsonObject> items = feed.subList(after, Math.min(feed.size(), after + limit));
        return new Answer(
                200,
                Digest.sha256(new byte[0]),
                Json.object()
                        .put("head", feed.size())
                        .put("items", Json.array(List.copyOf(items)))
                        .build());
    }
}
