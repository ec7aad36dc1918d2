package io.lodestone.custody.webhook.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.lodestone.custody.Ledger;
import io.lodestone.custody.webhook.AllowedHosts;
import io.lodestone.custody.webhook.Attempted;
import io.lodestone.custody.webhook.Delivery;
import io.lodestone.custody.webhook.Event;
import io.lodestone.custody.webhook.Failure;
import io.lodestone.custody.webhook.HookSecret;
import io.lodestone.custody.webhook.HookUrl;
import io.lodestone.custody.webhook.Outgoing;
import io.lodestone.custody.webhook.WebhookId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.TransferId;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a delivery goes, against a server on this machine and names that resolve as the test says. */
class HookSenderTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final Vertx vertx = Vertx.vertx();
    private final Queue<String> seen = new ConcurrentLinkedQueue<>();
    private final Queue<List<InetAddress>> answers = new ArrayDeque<>();
    private HttpServer server;
    private int status = 204;

    @BeforeEach
    void a_receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            seen.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Host"));
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Attempted sent(AllowedHosts allowed, String url) {
        Destinations destinations = new Destinations(allowed, host -> {
            List<InetAddress> answer = answers.poll();
            if (answer == null) {
                throw new UnknownHostException(host);
            }
            return answer;
        });
        Delivery delivery = new Delivery(
                new WebhookId(Ledger.id()),
                7,
                Event.OFFER,
                new TransferId(Ledger.id()),
                new PartyId(Ledger.id()),
                new PartyId(Ledger.id()),
                NOW);
        Outgoing outgoing = new Outgoing(delivery, HookUrl.parse(url), new HookSecret(new byte[32]), 1);
        return new HookSender(vertx, destinations).send(outgoing, NOW).await().atMost(Duration.ofSeconds(20));
    }

    private String url(String host) {
        return "http://" + host + ":" + server.getAddress().getPort() + "/hook?plant=3";
    }

    private static List<InetAddress> addresses(String... addresses) throws UnknownHostException {
        List<InetAddress> found = new java.util.ArrayList<>();
        for (String address : addresses) {
            found.add(InetAddress.getByName(address));
        }
        return found;
    }

    @Test
    void it_goes_to_the_address_that_was_looked_at_under_the_name_that_was_asked_for() throws UnknownHostException {
        // Nothing else resolves this name: a second look would fail.
        answers.add(addresses("127.0.0.1"));
        Attempted attempted = sent(new AllowedHosts(Set.of(), Set.of("hooks.example.com")), url("hooks.example.com"));
        assertThat(attempted.failure()).isEmpty();
        assertThat(attempted.status()).hasValue(204);
        assertThat(seen)
                .containsExactly(
                        "/hook?plant=3 hooks.example.com:" + server.getAddress().getPort());
    }

    @Test
    void redirects_are_not_followed() throws UnknownHostException {
        status = 303;
        answers.add(addresses("127.0.0.1"));
        Attempted attempted = sent(new AllowedHosts(Set.of(), Set.of("hooks.example.com")), url("hooks.example.com"));
        assertThat(attempted.status()).hasValue(303);
        assertThat(attempted.failure()).contains(Failure.NOT_TAKEN);
        assertThat(seen).hasSize(1);
    }

    @Test
    void a_registered_host_that_resolves_into_an_inner_network_is_not_connected_to() throws UnknownHostException {
        AllowedHosts allowed = new AllowedHosts(Set.of("hooks.example.com"), Set.of());
        answers.add(addresses("127.0.0.1"));
        assertThat(sent(allowed, "https://hooks.example.com/").failure()).contains(Failure.ADDRESS_REFUSED);
        answers.add(addresses("1.1.1.1", "10.0.0.1"));
        assertThat(sent(allowed, "https://hooks.example.com/").failure()).contains(Failure.ADDRESS_REFUSED);
        assertThat(sent(allowed, "https://hooks.example.com/").failure()).contains(Failure.NAME_UNKNOWN);
        assertThat(sent(allowed, "https://other.example.com/").failure()).contains(Failure.HOST_NOT_REGISTERED);
        assertThat(sent(allowed, "http://hooks.example.com/").failure()).contains(Failure.NOT_HTTPS);
    }

    @Test
    void a_receiver_that_is_away_is_a_failure_and_no_exception() throws UnknownHostException {
        server.stop(0);
        answers.add(addresses("127.0.0.1"));
        Attempted attempted = sent(new AllowedHosts(Set.of(), Set.of("hooks.example.com")), url("hooks.example.com"));
        assertThat(attempted.failure()).contains(Failure.NOT_REACHED);
    }
}
