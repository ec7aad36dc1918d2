package io.lodestone.local.endurance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** Every checkpoint that either replica was seen to serve. */
final class Checkpoints {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final List<Replica> replicas;
    private final Set<String> notes = ConcurrentHashMap.newKeySet();

    Checkpoints(List<Replica> replicas) {
        this.replicas = replicas;
    }

    void collect(BooleanSupplier going) {
        while (going.getAsBoolean()) {
            collect();
            Writers.pause();
        }
    }

    void collect() {
        for (Replica replica : replicas) {
            get(replica, "/checkpoint").ifPresent(notes::add);
        }
    }

    /** The text served by the first replica that answers. */
    Optional<String> served(String path) {
        return replicas.stream()
                .map(replica -> get(replica, path))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> get(Replica replica, String path) {
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(replica.url() + path))
                            .timeout(TIMEOUT)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    Set<String> notes() {
        return Set.copyOf(notes);
    }
}
