package io.lodestone.lots;

import static io.restassured.RestAssured.given;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.signature.DetachedJws;
import io.lodestone.evidence.statement.Annex;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.lots.StandInCustody.Mood;
import java.util.List;
import java.util.Optional;

/** What tests do to the stand-in: change its mood, count what it got, and state things past the service. */
final class StandIn {

    static final String MOOD = "lodestone.test.custody-mood";
    static final String POSTS = "lodestone.test.custody-posts";
    static final String PORT = "lodestone.test.custody-port";

    private StandIn() {}

    static void mood(Mood mood) {
        System.setProperty(MOOD, mood.name());
    }

    static int posts() {
        return Integer.getInteger(POSTS, 0);
    }

    static void state(Statement statement) {
        state(statement, List.of());
    }

    static void state(Statement statement, List<Annex> annexes) {
        state(statement, annexes, Optional.empty());
    }

    static void state(Statement statement, List<Annex> annexes, Optional<DetachedJws> signature) {
        Json body = Json.object()
                .put("annexes", annexes, Annex::json)
                .putWire("signature", signature)
                .put("statement", statement.json())
                .build();
        given().header("Authorization", "Bearer anybody")
                .contentType("application/json")
                .body(CanonicalJson.bytes(body))
                .post("http://localhost:" + Integer.getInteger(PORT) + "/statements")
                .then()
                .statusCode(201);
    }
}
