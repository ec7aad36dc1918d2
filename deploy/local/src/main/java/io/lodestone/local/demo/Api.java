package io.lodestone.local.demo;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.certificate.Bundle;
import io.lodestone.local.host.PrivateFiles;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** The public HTTP APIs, used as any client would: a token, JSON in, JSON or a problem out. */
public final class Api {

    private static final Duration TIMEOUT = Duration.ofSeconds(120);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final Path tokens;

    public Api(Path tokens) {
        this.tokens = tokens;
    }

    /** An answer, whatever it is. */
    public record Answer(int status, String body, String location) {

        public JsonObject json() {
            return Members.of(CanonicalJson.read(body.getBytes(StandardCharsets.UTF_8), Bundle.MAX_BYTES))
                    .json();
        }

        public boolean ok() {
            return status == 200 || status == 201;
        }
    }

    /** Posts until the ledger has decided; passing conditions (202, 503) are waited out. */
    public Answer post(String party, String url, String statementId, String body) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Answer answer = send(authorised(party, url)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", statementId)
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build());
            boolean passing = answer.status() == 202 || answer.status() == 503;
            if (!passing || System.nanoTime() > end) {
                return answer;
            }
            pause();
        }
    }

    public Answer get(String party, String url) {
        return send(authorised(party, url).GET().build());
    }

    /** Gets what is not there yet but will be, such as a receipt that waits for the next checkpoint. */
    public Answer await(String party, String url) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Answer answer = get(party, url);
        while (!answer.ok() && System.nanoTime() < end) {
            pause();
            answer = get(party, url);
        }
        return answer;
    }

    public Answer open(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT).build());
    }

    private HttpRequest.Builder authorised(String party, String url) {
        String token = PrivateFiles.read(tokens.resolve(party + ".jwt")).strip();
        return HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT).header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Location").orElse(""));
        } catch (IOException e) {
            throw new DemoFailure(request.method() + " " + request.uri() + " failed: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("interrupted");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("interrupted");
        }
    }
}
