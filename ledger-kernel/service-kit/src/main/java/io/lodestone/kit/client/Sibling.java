package io.lodestone.kit.client;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.kit.problem.LedgerProblem;
import io.lodestone.kit.problem.Passing;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpRequest;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Another service of this ledger, called with this service's own token.
 *
 * <p>No answer in time fails with the problem {@code unavailable}: what was sent may or may not have been done, so a
 * caller sends it again under the same id.
 */
public final class Sibling {

    private final WebClient client;
    private final String baseUrl;
    private final Supplier<String> token;
    private final Duration timeout;

    Sibling(WebClient client, String baseUrl, Supplier<String> token, Duration timeout) {
        this.client = client;
        this.baseUrl = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
        this.token = token;
        this.timeout = timeout;
    }

    /** Path with its query, from the slash on. */
    public Uni<Reply> get(String path) {
        return answer(() -> request(HttpMethod.GET, path).send());
    }

    public Uni<Reply> post(String path, Json body) {
        return post(path, Map.of(), CanonicalJson.bytes(body));
    }

    public Uni<Reply> post(String path, Map<String, String> headers, byte[] body) {
        return answer(() -> {
            HttpRequest<Buffer> request = request(HttpMethod.POST, path).putHeader("Content-Type", "application/json");
            headers.forEach(request.headers()::set);
            return request.sendBuffer(Buffer.buffer(body));
        });
    }

    private HttpRequest<Buffer> request(HttpMethod method, String path) {
        return client.requestAbs(method, baseUrl + path)
                .timeout(timeout.toMillis())
                .bearerTokenAuthentication(token.get());
    }

    private static Uni<Reply> answer(Supplier<Uni<? extends HttpResponse<Buffer>>> call) {
        return Uni.createFrom()
                .deferred(call)
                .map(Sibling::reply)
                .onFailure(failure -> !(failure instanceof IllegalStateException))
                .transform(Sibling::away);
    }

    private static Reply reply(HttpResponse<Buffer> response) {
        Buffer body = response.body();
        return new Reply(
                response.statusCode(), body == null ? io.vertx.core.buffer.Buffer.buffer() : body.getDelegate());
    }

    private static LedgerProblem away(Throwable failure) {
        LedgerProblem problem = Passing.unavailable("A service that this one needs did not answer.");
        problem.addSuppressed(failure);
        return problem;
    }
}
