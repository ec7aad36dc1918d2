package io.lodestone.custody;

import static io.lodestone.custody.Ledger.aLotOf;
import static io.lodestone.custody.Ledger.aParty;
import static io.lodestone.custody.Ledger.anOffer;
import static io.lodestone.custody.Ledger.bearer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lodestone.custody.webhook.HookSecret;
import io.lodestone.custody.webhook.Webhook;
import io.lodestone.custody.webhook.app.HookDispatcher;
import io.lodestone.evidence.digest.Base64Text;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.TransferCancelled;
import io.lodestone.evidence.statement.TransferOffered;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deliveries to a server on this machine, which the test configuration names as an exception. */
@QuarkusTest
class WebhookTest {

    private record Received(String id, String time, String signature, byte[] body) {}

    @Inject
    HookDispatcher dispatcher;

    private final Queue<Received> received = new ConcurrentLinkedQueue<>();
    private volatile int status = 200;
    private HttpServer server;
    private PartyId sender;
    private PartyId recipient;

    @BeforeEach
    void a_receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", this::take);
        server.start();
        sender = aParty();
        recipient = aParty();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            received.add(new Received(
                    headers.getFirst("webhook-id"),
                    headers.getFirst("webhook-timestamp"),
                    headers.getFirst("webhook-signature"),
                    exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(status, -1);
        }
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String request(String... events) {
        return "{\"url\":\"http://localhost:" + server.getAddress().getPort() + "/hook\",\"events\":[\""
                + String.join("\",\"", events) + "\"]}";
    }

    private static Response register(PartyId party, String key, String body) {
        return given().header("Authorization", bearer(party))
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/webhooks");
    }

    private static Response get(PartyId party, String path) {
        return given().header("Authorization", bearer(party)).get(path);
    }

    private static void until(BooleanSupplier done, HookDispatcher dispatcher) throws InterruptedException {
        for (int i = 0; i < 100 && !done.getAsBoolean(); i++) {
            dispatcher.round().subscribeAsCompletionStage().join();
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(done.getAsBoolean()).isTrue();
    }

    private TransferOffered offered() {
        TransferOffered offer = anOffer(aLotOf(sender), 1, recipient);
        Chain.state(sender, offer);
        return offer;
    }

    @Test
    void a_party_is_told_what_the_other_one_does_signed_with_the_secret_it_was_shown_once()
            throws InterruptedException {
        String key = Ledger.id().toString();
        Response made = register(recipient, key, request("offer", "cancellation"));
        made.then().statusCode(201).body("webhook", equalTo(key)).body("secret", notNullValue());
        register(recipient, key, request("offer", "cancellation"))
                .then()
                .statusCode(201)
                .body("webhook", equalTo(key))
                .body("secret", nullValue());
        register(recipient, key, request("offer")).then().statusCode(409).body("type", endsWith("/webhook-id-reused"));
        get(recipient, "/webhooks")
                .then()
                .body("items.webhook", contains(key))
                .body("items[0].secret", nullValue())
                .body("items[0].events", contains("offer", "cancellation"));

        TransferOffered offer = offered();
        Chain.state(
                sender,
                new TransferCancelled(
                        offer.transfer(),
                        List.of(new LotVersion(offer.lots().get(0).of().lot(), 2)),
                        Ledger.now()));
        until(() -> received.size() == 2, dispatcher);

        HookSecret secret =
                new HookSecret(Base64Text.decode(made.<String>path("secret").substring("whsec_".length())));
        for (Received one : received) {
            Instant time = Instant.ofEpochSecond(Long.parseLong(one.time()));
            assertThat(one.signature()).isEqualTo(secret.signature(one.id(), time, one.body()));
            assertThat(new String(one.body(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains(offer.transfer().toString())
                    .containsPattern("transfer\\.(offer|cancellation)");
        }
        until(() -> delivered(key) == 2, dispatcher);
        get(recipient, "/webhooks/" + key + "/deliveries?limit=1")
                .then()
                .statusCode(200)
                .body("items[0].event", equalTo("cancellation"))
                .body("items[0].attempts", equalTo(1))
                .body("items[0].status", equalTo(200))
                .body("next", notNullValue());
        assertThat(received).extracting(Received::id).doesNotHaveDuplicates();
        get(sender, "/webhooks/" + key + "/deliveries").then().statusCode(404);
    }

    private long delivered(String webhook) {
        return get(recipient, "/webhooks/" + webhook + "/deliveries").<List<String>>path("items.state").stream()
                .filter("delivered"::equals)
                .count();
    }

    @Test
    void what_is_not_taken_is_tried_again_later_and_ends_when_the_webhook_is_withdrawn() throws InterruptedException {
        status = 503;
        String key = Ledger.id().toString();
        register(recipient, key, request("offer")).then().statusCode(201);
        offered();
        until(() -> "not-taken".equals(first(key, "failure")), dispatcher);
        get(recipient, "/webhooks/" + key + "/deliveries")
                .then()
                .body("items[0].state", equalTo("pending"))
                .body("items[0].status", equalTo(503))
                .body("items[0].nextAttempt", notNullValue());

        given().header("Authorization", bearer(sender))
                .post("/webhooks/" + key + "/withdrawal")
                .then()
                .statusCode(404);
        given().header("Authorization", bearer(recipient))
                .post("/webhooks/" + key + "/withdrawal")
                .then()
                .statusCode(200)
                .body("withdrawn", notNullValue());
        offered();
        dispatcher.round().subscribeAsCompletionStage().join();
        get(recipient, "/webhooks/" + key + "/deliveries")
                .then()
                .body("items.state", contains("given-up"))
                .body("items[0].failure", equalTo("withdrawn"));
    }

    private Object first(String webhook, String member) {
        List<Object> all =
                get(recipient, "/webhooks/" + webhook + "/deliveries").path("items." + member);
        return Optional.of(all)
                .filter(some -> !some.isEmpty())
                .map(some -> some.get(0))
                .orElse("");
    }

    @Test
    void a_party_is_not_told_what_it_does_itself_nor_what_happened_before() throws InterruptedException {
        offered();
        String own = Ledger.id().toString();
        String other = Ledger.id().toString();
        register(sender, own, request("offer", "acceptance", "dispute", "cancellation", "expiry"))
                .then()
                .statusCode(201);
        register(recipient, other, request("offer")).then().statusCode(201);
        TransferOffered second = offered();
        until(() -> received.size() == 1, dispatcher);
        get(sender, "/webhooks/" + own + "/deliveries").then().body("items.size()", equalTo(0));
        get(recipient, "/webhooks/" + other + "/deliveries")
                .then()
                .body("items.transfer", contains(second.transfer().toString()));
    }

    @Test
    void only_what_the_operator_allows_is_registered_and_only_so_many() {
        String key = Ledger.id().toString();
        for (String url : List.of(
                "https://unknown.lodestone.example/x",
                "http://unknown.lodestone.example/x",
                "https://localhost:8443/x")) {
            register(sender, key, request("offer").replaceAll("http://localhost:\\d+/hook", url))
                    .then()
                    .statusCode(422)
                    .body("type", endsWith("/webhook-refused"))
                    .body("field", equalTo("url"));
        }
        register(sender, key, request("offer").replaceAll("http://localhost:\\d+/hook", "https://127.0.0.1/"))
                .then()
                .statusCode(400)
                .body("field", equalTo("url"));
        register(sender, key, request("birthday")).then().statusCode(400).body("field", equalTo("events[0]"));
        for (int i = 0; i < Webhook.MAX; i++) {
            register(sender, Ledger.id().toString(), request("offer")).then().statusCode(201);
        }
        register(sender, key, request("offer")).then().statusCode(409).body("type", endsWith("/webhook-limit"));
    }
}
