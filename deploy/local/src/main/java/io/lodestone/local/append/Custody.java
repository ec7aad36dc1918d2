package io.lodestone.local.append;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonArray;
import io.lodestone.evidence.canonical.Json.JsonInteger;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.local.demo.DemoFailure;
import io.lodestone.local.host.DataDirectory;
import io.lodestone.local.host.PrivateFiles;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** custody-service's public interface, as far as the measurement uses it. */
public final class Custody {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int MAX_ANSWER = 16 << 20;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final String url;
    private final DataDirectory data;

    public Custody(String url, DataDirectory data) {
        this.url = url;
        this.data = data;
    }

    String url() {
        return url;
    }

    String token(String name) {
        return PrivateFiles.read(data.token(name)).strip();
    }

    /** What is posted for a statement without annexes. */
    static JsonObject body(Statement statement) {
        return Json.object()
                .put("annexes", Json.array(List.of()))
                .put("signature", Json.JsonNull.NULL)
                .put("statement", statement.json())
                .build();
    }

    /** The index at which it was accepted; everything else ends the benchmark. */
    long submit(String as, Statement statement) {
        JsonObject answer = post(as, "/statements", body(statement), 201);
        return answer.get("index") instanceof JsonInteger index ? index.value() : -1;
    }

    /** Many in one request; all have to be accepted. */
    void submit(String as, List<Statement> statements) {
        List<Json> items = new ArrayList<>(statements.size());
        statements.forEach(statement -> items.add(body(statement)));
        JsonObject answer = post(
                as,
                "/statements/bulk",
                Json.object().put("items", Json.array(items)).build(),
                200);
        if (!(answer.get("results") instanceof JsonArray results)) {
            throw new DemoFailure("no results: " + answer);
        }
        for (Json one : results.items()) {
            if (!(one instanceof JsonObject result) || !new JsonInteger(201).equals(result.get("status"))) {
                throw new DemoFailure("not accepted: " + one);
            }
        }
    }

    /** Entries that the served checkpoint covers. */
    long published() {
        String[] lines = send(HttpRequest.newBuilder(URI.create(url + "/checkpoint")), 200)
                .split("\n", 3);
        return Long.parseLong(lines[1]);
    }

    private JsonObject post(String as, String path, JsonObject body, int expected) {
        String answer = send(
                HttpRequest.newBuilder(URI.create(url + path))
                        .header("Authorization", "Bearer " + token(as))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(CanonicalJson.text(body))),
                expected);
        return (JsonObject) CanonicalJson.read(answer.getBytes(StandardCharsets.UTF_8), MAX_ANSWER);
    }

    private String send(HttpRequest.Builder builder, int expected) {
        HttpRequest request = builder.timeout(TIMEOUT).build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != expected) {
                throw new DemoFailure(request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new DemoFailure(request.uri() + " failed: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("interrupted");
        }
    }
}
