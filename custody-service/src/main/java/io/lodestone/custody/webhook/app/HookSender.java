package io.lodestone.custody.webhook.app;

import io.lodestone.custody.webhook.Attempted;
import io.lodestone.custody.webhook.Failure;
import io.lodestone.custody.webhook.HookUrl;
import io.lodestone.custody.webhook.Outgoing;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;

/**
 * Sends one delivery to the address that was looked at, under the name that was asked for: certificate and Host are the
 * name's. Redirects are not followed, and of the answer only the status is read.
 */
public final class HookSender {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration WHOLE = Duration.ofSeconds(10);
    private static final int CONNECTIONS = 16;

    private final HttpClient client;
    private final Destinations destinations;

    public HookSender(Vertx vertx, Destinations destinations) {
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) CONNECT.toMillis())
                .setKeepAlive(false)
                .setMaxPoolSize(CONNECTIONS)
                .setVerifyHost(true));
        this.destinations = destinations;
    }

    /** Never fails: what went wrong is the result. */
    public Uni<Attempted> send(Outgoing outgoing, Instant now) {
        return destinations
                .of(outgoing.url())
                .chain(found -> found.address()
                        .map(address -> sent(outgoing, address, now))
                        .orElseGet(() -> Uni.createFrom()
                                .item(Attempted.failed(found.refused().orElse(Failure.NAME_UNKNOWN)))));
    }

    private Uni<Attempted> sent(Outgoing outgoing, InetAddress address, Instant now) {
        return Uni.createFrom()
                .completionStage(() -> posted(outgoing, address, now).toCompletionStage())
                .ifNoItem()
                .after(WHOLE)
                .fail()
                .map(Attempted::answered)
                .onFailure(TimeoutException.class)
                .recoverWithItem(Attempted.failed(Failure.TIMED_OUT))
                .onFailure()
                .recoverWithItem(Attempted.failed(Failure.NOT_REACHED));
    }

    private Future<Integer> posted(Outgoing outgoing, InetAddress address, Instant now) {
        HookUrl url = outgoing.url();
        byte[] body = outgoing.delivery().body();
        String id = outgoing.delivery().id();
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, url.port())))
                .setHost(url.host())
                .setPort(url.port())
                .setSsl(url.secure())
                .setURI(url.target())
                .setFollowRedirects(false)
                .setTimeout(WHOLE.toMillis())
                .putHeader("content-type", "application/json")
                .putHeader("user-agent", "lodestone-custody")
                .putHeader("webhook-id", id)
                .putHeader("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .putHeader("webhook-signature", outgoing.secret().signature(id, now, body));
        return client.request(request)
                .compose(open -> open.send(Buffer.buffer(body)))
                .map(HookSender::status);
    }

    /** A receiver may go on talking for as long as it likes; nobody listens. */
    private static int status(HttpClientResponse response) {
        int status = response.statusCode();
        response.request().connection().close();
        return status;
    }
}
