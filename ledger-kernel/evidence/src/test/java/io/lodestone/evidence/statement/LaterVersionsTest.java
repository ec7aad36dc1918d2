package io.lodestone.evidence.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Version 2 of the bodies: every new member is written back as it was read, and refused where it says nothing. */
class LaterVersionsTest {

    private static final String DIGEST = "\"kex2IAG04m4UQe1qOg9zPxD5vZTGBhAb+AUGuq5n7p0=\"";
    private static final String LOT = "\"01a20229-6cd8-7b3f-8a4c-5d6e7f801122\"";
    private static final String PROFILE = "{\"evidence\":\"declared\",\"recycled\":\"none\",\"steps\":[{\"countries\":"
            + "[\"CN\"],\"operator\":null,\"ownership\":[\"CN\"],\"step\":\"mined\",\"technology\":[\"CN\"]}],"
            + "\"type\":\"lodestone-profile\",\"version\":1}";
    private static final String DESCRIPTION = "{\"control\":{\"code\":\"1C902\",\"list\":\"CN-2025-18\"},"
            + "\"custodyModel\":\"mass-balance\",\"customs\":{\"code\":\"284690\",\"list\":\"HS-2022\"},"
            + "\"customsOrigin\":{\"country\":\"CN\",\"rule\":\"wholly obtained\"},\"grade\":\"99.5\","
            + "\"grossUg\":\"27500000000\",\"moisture\":\"0.002\"}";
    private static final String REGISTERED = "{\"country\":\"CN\",\"description\":" + DESCRIPTION
            + ",\"eventTime\":\"2026-11-22T15:29:00.000+08:00\",\"facility\":" + LOT + ",\"form\":\"oxide\",\"lot\":"
            + LOT + ",\"massUg\":\"27107000000\",\"material\":[],\"operator\":null,\"ownership\":[\"CN\"],"
            + "\"profiles\":[],\"vector\":" + DIGEST + "}";
    private static final String ASSAY = "{\"assay\":" + LOT + ",\"basis\":\"TREO\",\"eventTime\":"
            + "\"2026-11-22T15:29:00.000+08:00\",\"laboratory\":null,\"lot\":" + LOT + ",\"lotVersion\":1,"
            + "\"method\":\"ICP-MS\",\"report\":null,\"results\":[{\"below\":null,\"coverageFactor\":\"2\",\"fraction\":"
            + "\"0.99\",\"from\":null,\"substance\":\"Dy2O3\",\"to\":null,\"uncertainty\":\"0.002\"},{\"below\":\"0.0001\","
            + "\"coverageFactor\":null,\"fraction\":null,\"from\":null,\"substance\":\"Tb4O7\",\"to\":null,"
            + "\"uncertainty\":null},{\"below\":null,\"coverageFactor\":null,\"fraction\":null,\"from\":\"0.001\","
            + "\"substance\":\"Ho2O3\",\"to\":\"0.002\",\"uncertainty\":null}],\"sampled\":\"dry\",\"stage\":\"umpire\","
            + "\"supersedes\":" + LOT + "}";
    private static final String TRANSFORMED = "{\"country\":\"CN\",\"equipment\":[\"DE\",\"Unknown\"],\"eventTime\":"
            + "\"2026-11-22T15:29:00.000+08:00\",\"facility\":" + LOT + ",\"inputs\":[{\"assay\":null,\"consumedUg\":"
            + "\"5\",\"lot\":" + LOT + ",\"lotVersion\":1,\"uncertainties\":[{\"element\":\"Dy\",\"ug\":\"1\"}],"
            + "\"vector\":{\"openUg\":\"5\",\"rows\":[],\"type\":\"lodestone-vector\",\"version\":1}}],\"openGainUg\":"
            + "\"0\",\"operator\":null,\"outputs\":[{\"description\":" + DESCRIPTION + ",\"elements\":null,\"form\":"
            + "\"swarf\",\"kind\":\"product\",\"lot\":\"01a20229-6cd8-7b3f-8a4c-5d6e7f801123\",\"massUg\":\"4\","
            + "\"measured\":[{\"element\":\"Dy\",\"ug\":\"3\",\"uncertaintyUg\":\"0\"}],\"openUg\":\"4\",\"vector\":"
            + DIGEST
            + "},{\"description\":null,\"elements\":null,\"form\":null,\"kind\":\"loss\",\"lot\":null,\"massUg\":"
            + "\"1\",\"measured\":[],\"openUg\":\"1\",\"vector\":" + DIGEST + "}],\"ownership\":[\"CN\"],\"process\":"
            + "\"recycling\",\"profiles\":[" + PROFILE + "],\"recycled\":\"post-consumer\",\"started\":"
            + "\"2026-11-20T08:00:00.000+08:00\",\"step\":null,\"technology\":[\"CN\"]}";

    private static String statement(String type, String body, int version) {
        return "{\"actor\":\"01a20228-8660-7a01-8b02-0c03d4e5f601\",\"annexes\":[],\"body\":" + body + ",\"id\":"
                + "\"01a2022a-5b20-7c11-9d22-3e4455667702\",\"log\":\"local.lodestone.example/log-4f1d9c20\",\"salt\":"
                + "\"QQxLq+UFgNWZMg4iwbZ/3Q==\",\"time\":\"2026-11-22T07:31:00.000Z\",\"type\":\"" + type
                + "\",\"version\":" + version + "}";
    }

    private static Statement parse(String text) {
        return Statement.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"LotRegistered", "AssayRecorded", "LotsTransformed"})
    void is_written_back_to_the_same_bytes(String type) {
        String text = statement(type, body(type), 2);
        Statement statement = parse(text);
        assertThat(new String(statement.bytes(), StandardCharsets.UTF_8)).isEqualTo(text);
        assertThat(statement.body().version()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"LotRegistered", "AssayRecorded", "LotsTransformed"})
    void the_members_of_version_2_are_those_of_no_other(String type) {
        assertFault(statement(type, body(type), 1), Fault.UNKNOWN_FIELD);
        assertFault(statement(type, body(type), 3), Fault.OUT_OF_BOUNDS);
        for (String member : newMembers(type)) {
            JsonObject whole = (JsonObject) CanonicalJson.parse(body(type).getBytes(StandardCharsets.UTF_8));
            var members = new java.util.TreeMap<>(whole.members());
            members.remove(member);
            assertFault(statement(type, CanonicalJson.text(Json.object(members)), 2), Fault.MISSING_FIELD);
        }
    }

    private static List<String> newMembers(String type) {
        return switch (type) {
            case "LotRegistered" -> List.of("description");
            case "AssayRecorded" -> List.of("sampled", "stage", "supersedes");
            default -> List.of("equipment", "recycled", "started");
        };
    }

    private static String body(String type) {
        return switch (type) {
            case "LotRegistered" -> REGISTERED;
            case "AssayRecorded" -> ASSAY;
            default -> TRANSFORMED;
        };
    }

    @Test
    void what_is_not_known_of_a_lot_is_null() {
        String bare =
                "{\"control\":null,\"custodyModel\":\"identity-preserved\",\"customs\":null,\"customsOrigin\":null,"
                        + "\"grade\":null,\"grossUg\":null,\"moisture\":null}";
        String text = statement("LotRegistered", REGISTERED.replace(DESCRIPTION, bare), 2);
        assertThat(new String(parse(text).bytes(), StandardCharsets.UTF_8)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "mass-balance"       | "mass balance"            | MALFORMED
            "284690"             | "2846.90"                 | MALFORMED
            "284690"             | "284"                     | MALFORMED
            "284690"             | "28469000000"             | MALFORMED
            "CN-2025-18"         | " CN-2025-18"             | MALFORMED
            "1C902"              | ""                        | MALFORMED
            "99.5"               | "a\\nb"                   | MALFORMED
            "27500000000"        | "0"                       | MASS_NOT_POSITIVE
            "0.002"              | "1"                       | MALFORMED
            "0.002"              | "-0.1"                    | MALFORMED
            "country":"CN","rule"| "country":"XX","rule"     | MALFORMED
            "grade":"99.5"       | "grade":"9","gradee":null  | UNKNOWN_FIELD
            """)
    void refuses_a_description_that_says_nothing(String part, String instead, Fault fault) {
        assertThat(REGISTERED).contains(part);
        assertFault(statement("LotRegistered", REGISTERED.replace(part, instead), 2), fault);
    }

    @Test
    void every_text_of_a_description_has_its_bound() {
        assertFault(changed("\"99.5\"", "\"" + "x".repeat(65) + "\""), Fault.OUT_OF_BOUNDS);
        assertFault(changed("\"1C902\"", "\"" + "x".repeat(33) + "\""), Fault.OUT_OF_BOUNDS);
        assertFault(changed("\"HS-2022\"", "\"" + "x".repeat(65) + "\""), Fault.OUT_OF_BOUNDS);
        assertFault(changed("\"wholly obtained\"", "\"" + "x".repeat(65) + "\""), Fault.OUT_OF_BOUNDS);
    }

    private static String changed(String part, String instead) {
        return statement("LotRegistered", REGISTERED.replace(part, instead), 2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "umpire"                                 | "last"                                    | MALFORMED
            "sampled":"dry"                          | "sampled":"wet"                           | MALFORMED
            "below":"0.0001"                         | "below":"0"                               | OUT_OF_BOUNDS
            "below":"0.0001"                         | "below":null                              | OUT_OF_BOUNDS
            "to":"0.002"                             | "to":null                                 | OUT_OF_BOUNDS
            "to":"0.002"                             | "to":"0.001"                              | OUT_OF_BOUNDS
            "to":"0.002"                             | "to":"1.1"                                | OUT_OF_BOUNDS
            "fraction":"0.99"                        | "fraction":"1.01"                         | OUT_OF_BOUNDS
            "fraction":"0.99"                        | "fraction":null                           | OUT_OF_BOUNDS
            "coverageFactor":"2"                     | "coverageFactor":null                     | OUT_OF_BOUNDS
            "coverageFactor":"2"                     | "coverageFactor":"0"                      | OUT_OF_BOUNDS
            "below":"0.0001","coverageFactor":null   | "below":"0.0001","coverageFactor":"2"     | OUT_OF_BOUNDS
            """)
    void refuses_a_result_that_says_two_things_or_none(String part, String instead, Fault fault) {
        assertThat(ASSAY).contains(part);
        assertFault(statement("AssayRecorded", ASSAY.replace(part, instead), 2), fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "post-consumer"                | "none"                             | MALFORMED
            "post-consumer"                | "Unknown"                          | MALFORMED
            ["DE","Unknown"]               | ["Unknown","DE"]                   | MALFORMED
            ["DE","Unknown"]               | []                                 | MALFORMED
            "started":"2026-11-20T08:00:00.000+08:00" | "started":"2026-11-20" | MALFORMED
            {"element":"Dy","ug":"1"}      | {"element":"Dy","ug":"0"}          | MASS_NOT_POSITIVE
            {"element":"Dy","ug":"1"}      | {"element":"O","ug":"1"}           | MALFORMED
            "uncertaintyUg":"0"            | "uncertaintyUg":null               | WRONG_TYPE
            "ug":"3"                       | "ug":"-3"                          | MALFORMED
            {"description":null            | {"description":"lost"              | MALFORMED
            """)
    void refuses_a_conduct_that_says_nothing(String part, String instead, Fault fault) {
        assertThat(TRANSFORMED).contains(part);
        assertFault(statement("LotsTransformed", TRANSFORMED.replace(part, instead), 2), fault);
    }

    @Test
    void measurements_are_sorted_and_each_element_once() {
        String dy = "{\"element\":\"Dy\",\"ug\":\"3\",\"uncertaintyUg\":\"0\"}";
        String al = dy.replace("Dy", "Al");
        assertFault(statement("LotsTransformed", TRANSFORMED.replace(dy, dy + "," + al), 2), Fault.NOT_CANONICAL);
        assertFault(statement("LotsTransformed", TRANSFORMED.replace(dy, dy + "," + dy), 2), Fault.NOT_CANONICAL);
        parse(statement("LotsTransformed", TRANSFORMED.replace(dy, al + "," + dy), 2));
    }

    private static void assertFault(String text, Fault fault) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }
}
