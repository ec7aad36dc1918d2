package io.lodestone.local.endurance;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonInteger;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.PartyRegistered;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.evidence.statement.Uuid7;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Clients that each state one thing after another, and repeat what was not answered, under the same id, until it is. */
final class Writers {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final long PAUSE_MILLIS = 50;
    private static final int MAX_ANSWER = 1 << 20;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final List<Replica> replicas;
    private final PartyId registrar;
    private final String origin;
    private final Supplier<String> token;
    private final Map<Long, Digest> acknowledged = new ConcurrentHashMap<>();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private final AtomicLong latest = new AtomicLong();
    private final AtomicLong longestGap = new AtomicLong();

    Writers(List<Replica> replicas, PartyId registrar, String origin, Supplier<String> token) {
        this.replicas = replicas;
        this.registrar = registrar;
        this.origin = origin;
        this.token = token;
    }

    /** The registrar admits itself, which has to be the first act in a log. */
    void first() {
        untilAcknowledged(statement(registrar), 0, () -> true);
        latest.set(System.nanoTime());
        longestGap.set(0);
    }

    void write(BooleanSupplier going) {
        int at = ThreadLocalRandom.current().nextInt(replicas.size());
        while (going.getAsBoolean()) {
            untilAcknowledged(statement(new PartyId(fresh())), at++, going);
        }
    }

    private void untilAcknowledged(Statement statement, int at, BooleanSupplier going) {
        for (int i = at; going.getAsBoolean(); i++) {
            try {
                if (acknowledged(statement, replicas.get(i % replicas.size()))) {
                    return;
                }
            } catch (IOException e) {
                // Nobody there, or gone in the middle: what became of it is not known, so it is sent again.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            pause();
        }
    }

    private boolean acknowledged(Statement statement, Replica replica) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(replica.url() + "/statements"))
                        .timeout(TIMEOUT)
                        .header("Authorization", "Bearer " + token.get())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body(statement)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 201) {
            note(statement, answer.body());
            return true;
        }
        if (answer.statusCode() != 503) {
            surprises.add(answer.statusCode() + " " + answer.body());
        }
        return false;
    }

    private void note(Statement statement, String answer) {
        Json json = CanonicalJson.read(answer.getBytes(StandardCharsets.UTF_8), MAX_ANSWER);
        long index = json instanceof JsonObject object && object.get("index") instanceof JsonInteger number
                ? number.value()
                : -1;
        if (acknowledged.put(index, statement.digest()) != null) {
            surprises.add("index " + index + " was given twice");
        }
        long now = System.nanoTime();
        longestGap.accumulateAndGet(now - latest.getAndSet(now), Math::max);
    }

    private static String body(Statement statement) {
        return CanonicalJson.text(Json.object()
                .put("annexes", Json.array(List.of()))
                .put("signature", Json.JsonNull.NULL)
                .put("statement", statement.json())
                .build());
    }

    private Statement statement(PartyId party) {
        return new Statement(
                registrar,
                List.of(),
                new PartyRegistered("CH", party),
                new StatementId(fresh()),
                origin,
                Salt.of(bytes(Salt.LENGTH)),
                Instant.now());
    }

    private static Uuid7 fresh() {
        return Uuid7.of(Instant.now().toEpochMilli(), bytes(10));
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        ThreadLocalRandom.current().nextBytes(bytes);
        return bytes;
    }

    static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What was acknowledged, by index. */
    Map<Long, Digest> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    int count() {
        return acknowledged.size();
    }

    /** Answers that are neither an acceptance nor a request to come again. */
    List<String> surprises() {
        return List.copyOf(surprises);
    }

    /** The longest time in which nothing at all was acknowledged. */
    Duration longestGap() {
        return Duration.ofNanos(longestGap.get());
    }
}
