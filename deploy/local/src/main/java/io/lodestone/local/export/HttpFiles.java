package io.lodestone.local.export;

import io.lodestone.evidence.archive.LogFiles;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A log's files where it serves them. What is refused for a moment, or not answered, is asked again a few times. */
public final class HttpFiles implements LogFiles {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 5;
    private static final long PAUSE_MILLIS = 500;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final String prefix;

    /** @param prefix the log's address without a slash at its end */
    public HttpFiles(String prefix) {
        this.prefix = prefix;
    }

    @Override
    public byte @Nullable [] read(String path, int limit) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(path, limit);
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                pause();
            }
        }
    }

    private byte @Nullable [] once(String path, int limit) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(prefix + "/" + path))
                .timeout(TIMEOUT)
                .build();
        try {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() == 404) {
                    return null;
                }
                if (answer.statusCode() != 200) {
                    throw new IOException("GET " + request.uri() + " answered " + answer.statusCode());
                }
                return body.readNBytes(limit + 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
