package io.lodestone.kit.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.kit.KitProfile;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(KitProfile.class)
class ProblemTest {

    private static final String LOTS = "/probe/lots";

    @TestHTTPResource("/")
    URI server;

    @Test
    void answers_canonical_json() {
        Response reply = json("{ \"massKg\" : \"5\" }").post(LOTS);
        assertThat(reply.statusCode()).isEqualTo(201);
        assertThat(reply.header("Location")).endsWith("/probe/lots/1");
        assertThat(reply.asString()).startsWith("{\"massUg\":\"5000000000\",\"thread\":\"vert.x-eventloop");
    }

    @Test
    void serves_a_client_that_would_rather_speak_http_2() throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> reply = client.send(
                    HttpRequest.newBuilder(server.resolve(LOTS))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString("{\"massKg\":\"5\"}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(reply.statusCode()).isEqualTo(201);
        }
    }

    @Test
    void names_the_fault_and_the_member() {
        refused(json("{").post(LOTS), 400, "malformed");
        refused(json("").post(LOTS), 400, "malformed");
        refused(json("[]").post(LOTS), 400, "wrong-type");
        refused(json("{\"massKg\":1}").post(LOTS), 400, "wrong-type");
        Response missing = json("{}").post(LOTS);
        refused(missing, 400, "missing-field");
        assertThat(missing.path("field").toString()).isEqualTo("massKg");
        Response unknown = json("{\"massKg\":\"5\",\"color\":\"red\"}").post(LOTS);
        refused(unknown, 400, "unknown-field");
        assertThat(unknown.path("field").toString()).isEqualTo("color");
    }

    @Test
    void answers_422_where_a_mass_cannot_be() {
        refused(json("{\"massKg\":\"-5\"}").post(LOTS), 422, "mass-not-positive");
        refused(json("{\"massKg\":\"0.0000000001\"}").post(LOTS), 422, "mass-too-precise");
        refused(json("{\"massKg\":\"1000000001\"}").post(LOTS), 422, "mass-too-large");
    }

    @Test
    void refuses_what_is_not_offered() {
        refused(given().get("/nowhere"), 404, "not-found");
        Response method = given().delete(LOTS);
        refused(method, 405, "method-not-allowed");
        refused(given().contentType("text/plain").body("x").post(LOTS), 415, "unsupported-media-type");
        refused(json("{\"massKg\":\"5\"}").accept("text/csv").post(LOTS), 406, "not-acceptable");
    }

    @Test
    void refuses_an_announced_body_over_the_limit() {
        refused(json("\"" + "a".repeat(1 << 20) + "\"").post(LOTS), 413, "too-large");
        refused(json("\"" + "a".repeat(8 << 20) + "\"").post(LOTS), 413, "too-large");
    }

    @Test
    void reads_a_body_of_just_the_limit() {
        String exact = "{\"massKg\":\"5\"}" + " ".repeat((1 << 20) - 14);
        Response reply = json(exact).post(LOTS);
        assertThat(reply.asString()).startsWith("{\"massUg\":\"5000000000\"");
        refused(json(exact + " ").post(LOTS), 413, "too-large");
    }

    @Test
    void refuses_an_unannounced_body_over_the_limit() throws IOException {
        String answer = chunked(3 << 20);
        assertThat(answer).startsWith("HTTP/1.1 413").contains("problems/too-large");
        assertThat(chunked(64 << 20)).startsWith("HTTP/1.1 413").contains("problems/too-large");
    }

    @Test
    void says_nothing_of_what_failed_within() {
        Response reply = given().get("/probe/broken");
        refused(reply, 500, "internal");
        assertThat(reply.asString()).doesNotContain("secret").doesNotContain("IllegalState");
    }

    @Test
    void says_when_to_try_again() {
        Response reply = given().get("/probe/busy");
        refused(reply, 503, "unavailable");
        assertThat(reply.header("Retry-After")).isEqualTo("2");
    }

    private static RequestSpecification json(String body) {
        return given().contentType("application/json").body(body);
    }

    private static void refused(Response reply, int status, String slug) {
        assertThat(reply.contentType()).isEqualTo("application/problem+json");
        assertThat(reply.path("type").toString()).isEqualTo(ProblemType.BASE + slug);
        assertThat(reply.statusCode()).isEqualTo(status);
        assertThat((int) reply.path("status")).isEqualTo(status);
    }

    private String chunked(int length) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + LOTS + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = ("4000\r\n" + "a".repeat(0x4000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            try {
                for (int sent = 0; sent < length; sent += 0x4000) {
                    out.write(chunk);
                }
                out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
            } catch (IOException e) {
                // The server may stop listening before the end; what it answered is still there to read.
            }
            StringBuilder answer = new StringBuilder();
            for (int next = socket.getInputStream().read();
                    next >= 0;
                    next = socket.getInputStream().read()) {
                answer.append((char) next);
                if (next == '}') {
                    break;
                }
            }
            return answer.toString();
        }
    }
}
