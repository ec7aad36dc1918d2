package io.lodestone.custody;

import static io.lodestone.custody.Ledger.aParty;
import static io.lodestone.custody.Ledger.bearer;
import static io.lodestone.custody.Ledger.statement;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.statement.GrantId;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.testing.TestKey;
import io.lodestone.kit.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every endpoint, by everybody: what is about the lot of {@link Chain}, its sale to its owner and the owner's grant is
 * seen by whom it concerns, and to all others it is as if it did not exist. An endpoint that is not in the table fails
 * the test.
 */
@QuarkusTest
class CrossPartyTest {

    private static final List<String> VIEWERS = List.of(
            "owner",
            "holder",
            "former",
            "recipient",
            "upstream",
            "downstream",
            "unrelated",
            "auditor",
            "withdrawn",
            "period",
            "none",
            "registrar",
            "service",
            "nobody");
    private static final Set<String> AUDITORS = Set.of("auditor", "withdrawn", "period", "none");

    /**
     * For each viewer: {@code sees} it; {@code part}: the record without the statement; {@code gone}: 404, the same as for
     * an id that does not exist; {@code no}: refused, the same as for such an id; {@code each}: 200 with a refusal for
     * each item, the same; {@code role}: 403, the same; {@code token}: 401; {@code list}, {@code empty}: a list with it
     * or without; {@code made}: 201; {@code begun}: 202; {@code busy}: refused because of how its own lot or offer stands; {@code open}: for
     * all.
     */
    private static final String TABLE = """
                                             own  hold form reci upst down unre audi with peri none regi serv nobo
        GET /checkpoint                    | open open open open open open open open open open open open open open
        GET /checkpoint/{size}             | open open open open open open open open open open open open open open
        GET /checkpoint/cosigned           | gone gone gone gone gone gone gone gone gone gone gone gone gone gone
        GET /tile/{path: .+}               | open open open open open open open open open open open open open open
        GET /consistency/{first}/{second}  | open open open open open open open open open open open open open open
        GET /log.vkey                      | open open open open open open open open open open open open open open
        GET /lots/{lot}                    | sees sees gone gone gone gone gone sees gone gone gone gone sees token
        GET /lots/{lot}/timeline           | sees sees sees gone sees gone gone sees gone gone gone gone sees token
        GET /lots/{lot}/history            | sees sees sees gone sees gone gone sees gone gone gone gone sees token
        POST /statements                   | no   busy no   no   no   no   no   role role role role role role token
        POST /statements/bulk              | each busy each each each each each role role role role each each token
        GET /statements                    | role role role role role role role role role role role role sees token
        GET /statements/{index}/receipt    | sees part sees gone gone gone gone sees gone gone gone gone sees token
        GET /statements/{index}/tlog-proof | open open open gone gone gone gone open gone gone gone gone open token
        GET /statements/{index}/entry      | open open open gone gone gone gone open gone gone gone gone open token
        POST /transfers                    | no   busy no   no   no   no   no   role role role role role role token
        POST /transfers/{transfer}/acceptance | no no no   busy no   no   no   role role role role role role token
        GET /inbox                         | empty empty empty list empty empty empty empty empty empty empty empty role token
        GET /transfers/ageing              | empty list empty list empty empty empty empty empty empty empty empty role token
        GET /transfers                     | list empty list empty empty empty empty empty empty empty empty empty list token
        GET /transfers/{transfer}          | sees gone sees gone gone gone gone gone gone gone gone gone sees token
        GET /keys                          | open open open open open open open open open open open open role token
        GET /parties/{party}/keys          | open open open gone gone gone gone open gone gone gone gone open token
        POST /statements/signing-input     | open open open open open open open role role role role open open token
        GET /grants                        | list empty empty empty empty empty empty list empty empty empty empty role token
        POST /grants                       | made made made made made made made role role role role role role token
        POST /grants/{grant}/withdrawal    | made no   no   no   no   no   no   role role role role role role token
        GET /webhooks                      | list empty empty empty empty empty empty empty empty empty empty empty role token
        POST /webhooks                     | made made made made made made made role role role role role role token
        GET /webhooks/{webhook}/deliveries | open gone gone gone gone gone gone gone gone gone gone gone role token
        POST /webhooks/{webhook}/withdrawal | open gone gone gone gone gone gone role role role role role role token
        POST /transfers/{transfer}/dispute | no   no   no   made no   no   no   role role role role role role token
        POST /transfers/{transfer}/cancellation | no made no no  no   no   no   role role role role role role token
        POST /sweeps                       | role role role role role role role role role role role begun role token
        GET /sweeps                        | role role role role role role role open open open open open role token
        GET /sweeps/{sweep}                | role role role role role role role role role role role open role token
        """;

    /** Nobody listens there. */
    private static final String HOOK = "{\"url\":\"http://localhost:1/\",\"events\":[\"offer\"]}";

    private Chain chain;
    private Map<String, PartyId> parties;
    private GrantId grant;
    private String webhook;
    private String sweep;

    @AfterEach
    void no_sweep_goes_on() throws Exception {
        NoSweep.goesOn();
    }

    @BeforeEach
    void everybody() {
        chain = new Chain();
        parties = new LinkedHashMap<>(Map.of(
                "owner", chain.owner,
                "holder", chain.holder,
                "former", chain.former,
                "recipient", chain.recipient,
                "upstream", chain.upstream,
                "downstream", chain.downstream));
        List.of("unrelated", "auditor", "withdrawn", "period", "none").forEach(it -> parties.put(it, aParty()));
        OffsetDateTime now = Ledger.now();
        grant = letIn(now.minusHours(1), now.plusDays(1), "auditor");
        letIn(now.minusDays(9), now.minusDays(8), "period");
        Chain.withdraw(chain.owner, letIn(now.minusHours(1), now.plusDays(1), "withdrawn"));
        webhook = as("owner")
                .contentType("application/json")
                .body(HOOK)
                .post("/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .path("webhook");
        sweep = as("registrar").post("/sweeps").then().statusCode(202).extract().path("sweep");
    }

    private GrantId letIn(OffsetDateTime from, OffsetDateTime until, String auditor) {
        return Chain.grant(chain.owner, parties.get(auditor), Optional.empty(), from, until);
    }

    private static Map<String, List<String>> table() {
        Map<String, List<String>> table = new LinkedHashMap<>();
        TABLE.lines()
                .skip(1)
                .map(line -> line.split("\\|"))
                .forEach(row ->
                        table.put(row[0].strip(), Arrays.asList(row[1].strip().split(" +"))));
        return table;
    }

    @Test
    void every_endpoint_stands_in_the_table() {
        assertThat(table().keySet()).containsExactlyInAnyOrderElementsOf(Endpoints.of("io.lodestone.custody"));
        assertThat(table().values()).allSatisfy(row -> assertThat(row).hasSameSizeAs(VIEWERS));
    }

    @Test
    void nobody_learns_what_is_not_theirs_from_any_endpoint() throws InterruptedException {
        published();
        List<String> wrong = new ArrayList<>();
        table().forEach((endpoint, row) -> {
            for (int i = 0; i < VIEWERS.size(); i++) {
                String viewer = VIEWERS.get(i);
                check(endpoint, viewer, row.get(i)).ifPresent(it -> wrong.add(endpoint + " as " + viewer + ": " + it));
            }
        });
        assertThat(wrong).isEmpty();
    }

    /** Receipts need a checkpoint that covers the statement. */
    private void published() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            if (ask("GET /statements/{index}/receipt", "owner", true).statusCode() == 200) {
                return;
            }
            java.util.concurrent.TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private Optional<String> check(String endpoint, String viewer, String expected) {
        Response real = ask(endpoint, viewer, true);
        Optional<String> leak = new Business(chain, parties, grant).foreignIn(viewer, real);
        if (leak.isPresent()) {
            return leak.map(id -> "names " + id + ": " + real.asString());
        }
        boolean right = switch (expected) {
            case "sees" -> real.statusCode() == 200 && real.asString().contains(chain.lot.toString());
            case "part" -> real.statusCode() == 200 && real.path("statement") == null && real.path("record") != null;
            case "open" -> real.statusCode() == 200;
            case "list" -> real.statusCode() == 200 && real.asString().contains(listed(endpoint));
            case "empty" -> real.statusCode() == 200 && !real.asString().contains(listed(endpoint));
            case "made" -> real.statusCode() == 201;
            case "begun" -> real.statusCode() == 202;
            case "busy" ->
                real.asString().contains("lot-offered") || real.asString().contains("weighing-differs");
            case "gone" -> real.statusCode() == 404;
            case "no" -> real.statusCode() == 422;
            case "each" ->
                real.statusCode() == 200
                        && Set.of(422, 403).contains(real.jsonPath().getInt("results[0].status"));
            case "role" -> real.statusCode() == 403;
            case "token" -> real.statusCode() == 401;
            default -> throw new IllegalArgumentException(expected);
        };
        if (!right) {
            return Optional.of("is not " + expected + " but " + real.statusCode() + " " + real.asString());
        }
        if (Set.of("gone", "no", "each", "role", "token").contains(expected)) {
            String unknown = whole(ask(endpoint, viewer, false));
            return whole(real).equals(unknown)
                    ? Optional.empty()
                    : Optional.of("differs from an unknown id: " + whole(real) + " / " + unknown);
        }
        return Optional.empty();
    }

    private String listed(String endpoint) {
        if (endpoint.contains("webhooks")) {
            return webhook;
        } else if (endpoint.contains("grants")) {
            return grant.toString();
        }
        boolean waits = endpoint.endsWith("/inbox") || endpoint.endsWith("/ageing");
        return (waits ? chain.open : chain.sale).transfer().toString();
    }

    private static String whole(Response response) {
        String headers = response.headers().asList().stream()
                .filter(header -> !header.getName().equalsIgnoreCase("date"))
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
        return response.statusCode() + "\n" + headers + "\n" + response.asString();
    }

    private RequestSpecification as(String viewer) {
        if (viewer.equals("nobody")) {
            return given();
        }
        return given().header(
                        "Authorization",
                        switch (viewer) {
                            case "registrar" ->
                                TestTokens.party(Ledger.REGISTRAR, "registrar").bearer();
                            case "service" ->
                                TestTokens.service("certificate-service").bearer();
                            default ->
                                AUDITORS.contains(viewer)
                                        ? TestTokens.party(parties.get(viewer), "auditor")
                                                .bearer()
                                        : bearer(parties.get(viewer));
                        });
    }

    /** @param real about what is there, or else the same request about ids of nothing */
    private Response ask(String endpoint, String viewer, boolean real) {
        LotId lot = real ? chain.lot : new LotId(Ledger.id());
        boolean answers = endpoint.matches(".*/(acceptance|dispute|cancellation)");
        String transfer = (real ? (answers ? chain.open : chain.sale).transfer() : Ledger.id()).toString();
        String path = endpoint.substring(endpoint.indexOf('/'))
                .replace("{lot}", lot.toString())
                .replace("{index}", real ? String.valueOf(chain.index) : "987654321")
                .replace("{size}", given().get("/checkpoint").asString().split("\n")[1])
                .replace("{path: .+}", "0/000.p/1")
                .replace("{first}/{second}", "1/2")
                .replace("{transfer}", transfer)
                .replace("{party}", (real ? chain.owner : Ledger.id()).toString())
                .replace("{sweep}", real ? sweep : Ledger.id().toString())
                .replace("{webhook}", real ? webhook : Ledger.id().toString())
                .replace("{grant}", (real ? grant : Ledger.id()).toString());
        if (endpoint.startsWith("GET")) {
            return as(viewer).get(path.equals("/statements") ? path + "?after=" + (chain.index - 1) : path);
        } else if (path.endsWith("/withdrawal") || path.endsWith("/sweeps")) {
            return as(viewer).post(path);
        }
        PartyId none = parties.get("none");
        PartyId self = parties.getOrDefault(viewer, chain.owner);
        String body = switch (path.replaceAll(".*/", "")) {
            case "statements" -> Ledger.body(statement(self, Ledger.anOffer(lot, 8, none)));
            case "bulk" -> "{\"items\":[" + Ledger.body(statement(self, Ledger.anOffer(lot, 8, none))) + "]}";
            case "transfers" ->
                "{\"recipient\":\"%s\",\"title\":\"stays\",\"purpose\":\"sale\",\"route\":{\"dispatch\":\"CN\",\"destination\":\"JP\"},\"lots\":[{\"lot\":\"%s\"}]}"
                        .formatted(none, lot);
            case "webhooks" -> HOOK;
            case "signing-input" ->
                "{\"algorithm\":\"EdDSA\",\"key\":\"%s\",\"statement\":%s}"
                        .formatted(
                                TestKey.ed25519("any").thumbprint(),
                                CanonicalJson.text(statement(self, Ledger.anOffer(lot, 8, none))
                                        .json()));
            case "dispute" -> "{\"reason\":\"weight\"}";
            case "cancellation" -> "{}";
            case "acceptance" -> "{\"lots\":[{\"lot\":\"%s\",\"weighedKg\":\"1\"}]}".formatted(lot);
            default ->
                "{\"auditor\":\"%s\",\"scope\":[\"%s\"],\"from\":\"2026-01-01T00:00:00.000Z\",\"until\":\"2027-01-01T00:00:00.000+01:00\"}"
                        .formatted(none, lot);
        };
        return as(viewer).contentType("application/json").body(body).post(path);
    }
}
