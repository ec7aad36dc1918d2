package io.lodestone.certificates;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.certificates.testing.Magnets;
import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.kit.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every endpoint, by everybody: a certificate and its lot are the issuer's; to others they do not exist. */
@QuarkusTest
class CrossPartyTest extends ServiceScene {

    private static final List<String> VIEWERS =
            List.of("issuer", "exporter", "manufacturer", "auditor", "registrar", "service", "nobody");

    /**
     * {@code sees}: 200 or 201; {@code gone}: refused, the same as for an id that does not exist; {@code role}: 403, the
     * same; {@code token}: 401; {@code open}: for all who have a token, or for all.
     */
    private static final String TABLE = """
                                               issu expo manu audi regi serv nobo
        POST /certificates                   | sees gone gone role role role token
        GET /certificates/{id}               | sees gone gone role role role token
        GET /certificates/{id}/bundle        | sees gone gone role role role token
        GET /certificates/{id}/jwt           | sees gone gone role role role token
        POST /determinations                 | sees gone gone role role role token
        GET /rulesets                        | open open open open open open token
        GET /rulesets/{edition}              | open open open open open open token
        POST /rulesets/{edition}/publication | role role role role open role token
        GET /trust                           | open open open open open open open
        """;

    private final PartyId other = PartyId.parse(Magnets.newId());

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
        assertThat(table().keySet()).containsExactlyInAnyOrderElementsOf(Endpoints.of("io.lodestone.certificates"));
        assertThat(table().values()).allSatisfy(row -> assertThat(row).hasSameSizeAs(VIEWERS));
    }

    @Test
    void nobody_learns_of_a_certificate_that_is_not_theirs() {
        String id = issue(Magnets.newId(), request()).path("certificate");
        awaitSigned(id);
        List<String> wrong = new ArrayList<>();
        table().forEach((endpoint, row) -> {
            for (int i = 0; i < VIEWERS.size(); i++) {
                String viewer = VIEWERS.get(i);
                check(endpoint, viewer, row.get(i), id)
                        .ifPresent(it -> wrong.add(endpoint + " as " + viewer + ": " + it));
            }
        });
        assertThat(wrong).isEmpty();
    }

    private Optional<String> check(String endpoint, String viewer, String expected, String id) {
        Response real = ask(endpoint, viewer, id, lot);
        boolean right = switch (expected) {
            case "sees", "open" -> Set.of(200, 201).contains(real.statusCode());
            case "gone" -> Set.of(404, 409, 422).contains(real.statusCode());
            case "role" -> real.statusCode() == 403;
            case "token" -> real.statusCode() == 401;
            default -> throw new IllegalArgumentException(expected);
        };
        String text = real.asString();
        boolean leaks = !expected.equals("sees")
                && List.of(id, lot, maker.toString()).stream().anyMatch(text::contains);
        if (!right || leaks) {
            return Optional.of("is not " + expected + " but " + real.statusCode() + " " + text);
        }
        if (Set.of("gone", "role", "token").contains(expected)) {
            String unknown = whole(ask(endpoint, viewer, Magnets.newId(), Magnets.newId()));
            return whole(real).equals(unknown)
                    ? Optional.empty()
                    : Optional.of("differs from an unknown id: " + whole(real) + " / " + unknown);
        }
        return Optional.empty();
    }

    private static String whole(Response response) {
        String headers = response.headers().asList().stream()
                .filter(header -> !header.getName().equalsIgnoreCase("date"))
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
        return response.statusCode() + "\n" + headers + "\n" + response.asString();
    }

    private RequestSpecification by(String viewer) {
        return switch (viewer) {
            case "issuer" -> as(maker, "manufacturer");
            case "registrar" -> as(REGISTRAR, "registrar");
            case "service" ->
                given().header(
                                "Authorization",
                                TestTokens.service("lot-registry").bearer());
            case "nobody" -> given();
            default -> as(other, viewer);
        };
    }

    private Response ask(String endpoint, String viewer, String certificate, String of) {
        String path = endpoint.substring(endpoint.indexOf('/'))
                .replace("{id}", certificate)
                .replace("{edition}", "2026-11-22.1");
        if (endpoint.startsWith("GET")) {
            return by(viewer).get(path);
        } else if (path.endsWith("/publication")) {
            return by(viewer).post(path);
        }
        Json body = path.equals("/certificates")
                ? Magnets.shipment(of).with("date", Json.string("2026-11-22"))
                : Magnets.shipment(of)
                        .with("dates", Json.strings(List.of("2026-11-22")))
                        .with("originPolicies", Json.strings(List.of("traced-through")));
        return by(viewer)
                .contentType("application/json")
                .body(CanonicalJson.bytes(body))
                .post(path);
    }
}
