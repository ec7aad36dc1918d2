package io.lodestone.lots;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.digest.Base64Text;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.GrantId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.kit.testing.TestTokens;
import io.lodestone.lots.Scene.Plant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every endpoint, by everybody: what is about the lot of {@link Chain}, its owner and the statement that made it is seen
 * by whom it concerns, and to all others it is as if it did not exist. An endpoint that is not in the table fails the
 * test.
 */
@QuarkusTest
@QuarkusTestResource(CustodyResource.class)
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

    /**
     * For each viewer: {@code sees} it; {@code gone}: 404, the same as for an id that does not exist; {@code no}: refused,
     * the same as for such an id; {@code each}: 200 with such a refusal for each item; {@code role}: 403, the same;
     * {@code token}: 401; {@code list}, {@code empty}: a list with it or without; {@code made}: 201; {@code busy}: refused
     * because of how its own lot stands; {@code moved}: because its own statement is built on; {@code taken}: 409, for ids
     * are unique, and says no more; {@code land}: the country alone.
     */
    private static final String TABLE = """
                                          own  hold form reci upst down unre audi with peri none regi serv nobo
        POST /parties                   | role role role role role role role role role role role taken role token
        GET /parties/{id}               | sees land land land land land land land land land land sees land token
        POST /parties/{id}/descriptions | made no   no   no   no   no   no   no   no   no   no   made role token
        GET /parties/{id}/descriptions  | sees gone gone gone gone gone gone gone gone gone gone sees gone token
        GET /parties/{id}/ownership     | sees gone gone gone gone gone gone gone gone gone gone sees sees token
        POST /facilities                | taken taken taken taken taken taken taken role role role role role role token
        GET /facilities                 | list empty empty empty empty empty empty role role role role role role token
        GET /facilities/{id}            | sees gone gone gone gone gone gone role role role role role role token
        POST /lots                      | made no   no   no   no   no   no   role role role role role role token
        GET /lots                       | list list empty empty empty empty empty list empty empty empty role role token
        GET /lots/{lot}                 | sees sees sees gone gone gone gone sees gone gone gone role role token
        POST /lots/{lot}/assays         | no   busy no   no   no   no   no   role role role role role role token
        GET /lots/{lot}/assays          | sees sees sees gone gone gone gone sees gone gone gone role role token
        GET /lots/{lot}/composition     | sees sees sees gone gone gone gone sees gone gone gone role role token
        GET /lots/{lot}/parts           | sees sees sees gone gone gone gone sees gone gone gone role role token
        GET /lots/{lot}/genealogy       | sees sees sees gone gone gone gone sees gone gone gone role role token
        GET /lots/{lot}/origin          | sees sees sees gone gone gone gone sees gone gone gone role role token
        GET /dossiers/{lot}             | role role role role role role role role role role role role sees token
        POST /transformations           | no   busy no   no   no   no   no   role role role role role role token
        POST /bulk                      | each busy each each each each each role role role role role role token
        GET /sources                    | gone gone sees gone gone gone gone role role role role role role token
        GET /transformations/{statement} | gone gone sees gone gone gone gone gone gone gone gone role role token
        GET /statements/{id}            | gone gone sees gone gone gone gone role role role role gone role token
        GET /accounts                   | empty empty empty empty empty empty empty empty empty empty empty role role token
        GET /accounts/{facility}        | sees gone gone gone gone gone gone gone gone gone gone role role token
        GET /accounts/{facility}/chart  | sees gone gone gone gone gone gone gone gone gone gone role role token
        GET /accounts/limits            | empty empty empty empty empty empty empty role role role role role role token
        PUT /accounts/limits            | sees gone gone gone gone gone gone role role role role role role token
        GET /alerts                     | list list list empty empty empty empty role role role role role role token
        GET /alerts/{id}                | gone gone gone gone gone gone gone role role role role role role token
        POST /alerts/{id}/acknowledgement | gone gone gone gone gone gone gone role role role role role role token
        GET /lots/{lot}/upstream        | sees sees sees gone gone gone gone sees gone gone gone role role token
        GET /lots/{lot}/downstream      | sees sees sees gone gone gone gone sees gone gone gone role role token
        GET /lots/{lot}/recall          | sees sees sees gone gone gone gone sees gone gone gone role role token
        GET /lots/{lot}/flow.svg        | sees sees sees gone gone gone gone sees gone gone gone role role token
        POST /corrections               | no   no   moved no   no   no   no   role role role role role role token
        GET /corrections                | empty empty empty empty empty empty empty role role role role role role token
        GET /corrections/{correction}   | gone gone gone gone gone gone gone role role role role role role token
        GET /corrections/{correction}/lots | gone gone gone gone gone gone gone role role role role role role token
        GET /lots/{lot}/versions        | sees sees gone gone gone gone gone sees gone gone gone role role token
        GET /lots/{lot}/credits         | sees sees sees gone gone gone gone role role role role role role token
        POST /pools                     | made no   no   no   no   no   no   role role role role role role token
        GET /pools                      | empty empty empty empty empty empty empty role role role role role role token
        GET /pools/{pool}               | gone gone gone gone gone gone gone role role role role role role token
        GET /pools/{pool}/periods/{period} | gone gone gone gone gone gone gone role role role role role role token
        POST /pools/{pool}/runs         | no   no   no   no   no   no   no   role role role role role role token
        POST /pools/{pool}/counts       | no   no   no   no   no   no   no   role role role role role role token
        POST /pools/{pool}/periods      | no   no   no   no   no   no   no   role role role role role role token
        POST /pools/{pool}/adjustments  | no   no   no   no   no   no   no   role role role role role role token
        POST /pools/{pool}/credits      | no   no   no   no   no   no   no   role role role role role role token
        """;

    private Chain chain;
    private Map<String, Plant> plants;

    @BeforeEach
    void everybody() {
        chain = new Chain();
        OffsetDateTime now = Chain.now();
        plants = Map.ofEntries(
                Map.entry("owner", chain.owner),
                Map.entry("holder", chain.holder),
                Map.entry("former", chain.former),
                Map.entry("recipient", chain.recipient),
                Map.entry("upstream", chain.upstream),
                Map.entry("downstream", chain.downstream),
                Map.entry("unrelated", Scene.plant("BR", "manufacturer")),
                Map.entry("auditor", Chain.auditor(chain.owner, Optional.empty(), now.minusHours(1), now.plusDays(1))),
                Map.entry("withdrawn", withdrawn(now)),
                Map.entry("period", Chain.auditor(chain.owner, Optional.empty(), now.minusDays(9), now.minusDays(8))),
                Map.entry("none", Chain.auditor()));
    }

    private Plant withdrawn(OffsetDateTime now) {
        Plant was = Chain.auditor();
        GrantId grant = Chain.grant(chain.owner, was, Optional.empty(), now.minusHours(1), now.plusDays(1));
        was.get("/lots/" + chain.lot).statusCode(200);
        Chain.withdraw(chain.owner, grant);
        return was;
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
        assertThat(table().keySet()).containsExactlyInAnyOrderElementsOf(Endpoints.of("io.lodestone.lots"));
        assertThat(table().values()).allSatisfy(row -> assertThat(row).hasSameSizeAs(VIEWERS));
    }

    @Test
    void nobody_learns_what_is_not_theirs_from_any_endpoint() {
        List<String> wrong = new ArrayList<>();
        table().forEach((endpoint, row) -> {
            for (int i = 0; i < VIEWERS.size(); i++) {
                String viewer = VIEWERS.get(i);
                check(endpoint, viewer, row.get(i)).ifPresent(it -> wrong.add(endpoint + " as " + viewer + ": " + it));
            }
        });
        assertThat(wrong).isEmpty();
    }

    private Optional<String> check(String endpoint, String viewer, String expected) {
        Response real = ask(endpoint, viewer, true);
        Optional<String> leak = new Business(chain, plants).foreignIn(viewer, endpoint, real);
        if (leak.isPresent()) {
            return leak.map(id -> "names " + id + ": " + real.asString());
        }
        boolean right = switch (expected) {
            case "sees", "land" -> real.statusCode() == 200;
            case "list" -> real.statusCode() == 200 && real.asString().contains(listed(endpoint));
            case "empty" -> real.statusCode() == 200 && !real.asString().contains(listed(endpoint));
            case "made" -> real.statusCode() == 201;
            case "busy" -> status(endpoint, real) == 409 && real.asString().contains("lot-offered");
            case "moved" -> real.statusCode() == 409 && real.asString().contains("lot-in-use");
            case "taken" -> real.statusCode() == 409;
            case "gone" -> real.statusCode() == 404;
            case "no" -> real.statusCode() == 422;
            case "each" -> real.statusCode() == 200 && status(endpoint, real) == 422;
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

    private static int status(String endpoint, Response response) {
        return endpoint.endsWith("/bulk") ? response.jsonPath().getInt("results[0].status") : response.statusCode();
    }

    private String listed(String endpoint) {
        return endpoint.contains("facilities") ? chain.owner.facility().toString() : chain.lot.toString();
    }

    private static String whole(Response response) {
        String headers = response.headers().asList().stream()
                .filter(header -> !header.getName().equalsIgnoreCase("date"))
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
        return response.statusCode() + "\n" + headers + "\n" + response.asString();
    }

    private RequestSpecification as(String viewer) {
        return switch (viewer) {
            case "nobody" -> given();
            case "registrar" ->
                given().header(
                                "Authorization",
                                TestTokens.party(Scene.REGISTRAR, "registrar").bearer());
            case "service" ->
                given().header(
                                "Authorization",
                                TestTokens.service("certificate-service").bearer());
            default -> plants.get(viewer).asking();
        };
    }

    /** @param real about what is there, or else the same request about ids of nothing */
    private Response ask(String endpoint, String viewer, boolean real) {
        String lot = (real ? chain.lot : Scene.lot()).toString();
        PartyId owner = real ? chain.owner.party() : new PartyId(Scene.id());
        String facility = real ? chain.owner.facility().toString() : Scene.id().toString();
        String statement = real ? chain.making.toString() : Scene.id().toString();
        String path = endpoint.substring(endpoint.indexOf('/'))
                .replace("/parties/{id}", "/parties/" + owner)
                .replace("/facilities/{id}", "/facilities/" + facility)
                .replace("/statements/{id}", "/statements/" + statement)
                .replace("{statement}", statement)
                .replace("{facility}", facility)
                .replace("/alerts/{id}", "/alerts/" + alert(lot))
                .replace("{pool}", lot)
                .replace("{correction}", lot)
                .replace("{period}", "2026-10")
                .replace("{lot}", lot);
        if (endpoint.startsWith("GET")) {
            return as(viewer).get(path + query(path, owner, statement));
        }
        if (endpoint.startsWith("PUT")) {
            String limit = "{\"facility\":\"%s\",\"element\":\"Dy\",\"share\":\"0.05\",\"leastKg\":\"1\"}";
            return as(viewer)
                    .contentType("application/json")
                    .body(limit.formatted(facility))
                    .put(path);
        }
        Plant own = plants.getOrDefault(viewer, plants.get("unrelated"));
        String body = switch (path.replaceAll(".*/", "")) {
            case "acknowledgement" -> "{\"reason\":\"Weighed again\"}";
            case "parties" -> "{\"party\":\"%s\",\"country\":\"DE\",\"name\":\"X\"}".formatted(owner);
            case "descriptions" -> "{\"eventTime\":\"2026-11-02T09:00:00.000Z\",\"name\":\"Named anew\"}";
            case "facilities" -> "{\"facility\":\"%s\",\"country\":\"DE\",\"name\":\"X\"}".formatted(facility);
            case "lots" ->
                Scene.dysprosiumOxide(Scene.lot(), own, "1")
                        .replace(own.facility().toString(), facility);
            case "assays" ->
                "{\"basis\":\"oxide\",\"stage\":\"final\",\"sampled\":\"as-is\",\"method\":\"ICP-OES\",\"eventTime\":\"2026-11-02T09:00:00.000Z\","
                        + "\"results\":[{\"substance\":\"Dy2O3\",\"fraction\":\"0.99\"}]}";
            case "corrections" ->
                "{\"lot\":\"%s\",\"reason\":\"other\",\"eventTime\":\"2026-11-02T09:00:00.000Z\",\"void\":true}"
                        .formatted(lot);
            case "pools" -> PoolScene.opening(facility);
            case "runs", "counts", "periods", "adjustments", "credits" -> PoolScene.entry(path.replaceAll(".*/", ""));
            case "bulk" -> Items.body(List.of(Items.item("X", "1", "transformation", split(own, lot))));
            default -> split(own, lot);
        };
        return as(viewer)
                .contentType("application/json")
                .body(Scene.described(path, body))
                .post(path);
    }

    private static String split(Plant plant, String lot) {
        return Scene.transformation(
                plant,
                "split",
                "[{\"lot\":\"%s\",\"all\":true}]".formatted(lot),
                "[{\"kind\":\"product\",\"form\":\"oxide\"}]");
    }

    private static String query(String path, PartyId owner, String document) {
        if (path.startsWith("/dossiers")) {
            return "?party=" + owner;
        } else if (path.startsWith("/sources")) {
            return "?system=ERP&plant=&material=&batch=&item=1&document=" + document;
        }
        return path.endsWith("/chart") ? "?element=Dy" : "";
    }

    private static String alert(String lot) {
        return Base64Text.encodeUrl(
                Digest.sha256(lot.getBytes(StandardCharsets.UTF_8)).bytes());
    }
}
