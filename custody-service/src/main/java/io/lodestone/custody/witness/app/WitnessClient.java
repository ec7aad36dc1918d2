package io.lodestone.custody.witness.app;

import io.lodestone.custody.witness.ConfiguredWitness;
import io.lodestone.custody.witness.Heard;
import io.lodestone.custody.witness.Trouble;
import io.lodestone.custody.witness.WitnessUrl;
import io.lodestone.evidence.witness.AddCheckpoint;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks one witness once. Redirects are not followed, and an answer has a limit in size and time. */
@Singleton
public class WitnessClient {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration WHOLE = Duration.ofSeconds(4);

    /** Some signature lines. */
    private static final int MAX_ANSWER = 64 << 10;

    private final HttpClient client;

    @Inject
    public WitnessClient(Vertx vertx) {
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) CONNECT.toMillis())
                .setMaxPoolSize(2)
                .setVerifyHost(true));
    }

    /** Never fails: what went wrong is the result. */
    Uni<Heard> ask(ConfiguredWitness witness, AddCheckpoint request) {
        return Uni.createFrom()
                .completionStage(() -> posted(witness, request).toCompletionStage())
                .ifNoItem()
                .after(WHOLE)
                .fail()
                .onFailure()
                .recoverWithItem(new Heard.Failed(Trouble.AWAY));
    }

    private Future<Heard> posted(ConfiguredWitness witness, AddCheckpoint request) {
        WitnessUrl url = witness.url();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(url.host())
                .setPort(url.port())
                .setSsl(url.secure())
                .setURI(url.path())
                .setFollowRedirects(false)
                .setTimeout(WHOLE.toMillis())
                .putHeader("user-agent", "lodestone-custody");
        return client.request(options)
                .compose(open -> open.send(Buffer.buffer(request.toString())))
                .compose(answer ->
                        body(answer).map(body -> Heard.of(answer.statusCode(), body, request.note(), witness.key())));
    }

    /** A witness may go on talking for as long as it likes; beyond the limit nobody listens. */
    private static Future<String> body(HttpClientResponse answer) {
        Promise<String> whole = Promise.promise();
        Buffer body = Buffer.buffer();
        answer.handler(part -> {
            if (body.length() + part.length() > MAX_ANSWER) {
                if (whole.tryFail("the answer is too long")) {
                    answer.request().connection().close();
                }
            } else {
                body.appendBuffer(part);
            }
        });
        answer.exceptionHandler(failure -> {
            boolean ignored = whole.tryFail(failure);
        });
        answer.endHandler(end -> {
            boolean ignored = whole.tryComplete(body.toString(StandardCharsets.UTF_8));
        });
        return whole.future();
    }

    @PreDestroy
    void close() {
        Future<Void> ignored = client.close();
    }
}
