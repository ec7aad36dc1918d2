package io.lodestone.evidence.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class StatementTest {

    private static final String OFFER = "{\"actor\":\"01a20228-8660-7a01-8b02-0c03d4e5f601\",\"annexes\":[],\"body\":"
            + "{\"documents\":[],\"eventTime\":\"2026-11-22T15:31:00.000+08:00\",\"lots\":[{\"lot\":"
            + "\"01a20229-6cd8-7b3f-8a4c-5d6e7f801122\",\"lotVersion\":1,\"massUg\":\"27107000000\"}],\"purpose\":"
            + "\"sale\",\"recipient\":\"01a20228-8660-7a01-8b02-0c03d4e5f602\",\"route\":{\"destination\":\"JP\","
            + "\"dispatch\":\"CN\",\"transit\":[]},\"title\":\"passes\",\"transfer\":"
            + "\"01a20228-8660-7a01-8b02-0c03d4e5f604\"},\"id\":\"01a2022a-5b20-7c11-9d22-3e4455667702\",\"log\":"
            + "\"local.lodestone.example/log-4f1d9c20\",\"salt\":\"QQxLq+UFgNWZMg4iwbZ/3Q==\",\"time\":"
            + "\"2026-11-22T07:31:00.000Z\",\"type\":\"TransferOffered\",\"version\":1}";

    @Test
    void a_statement_is_written_back_to_the_same_bytes() {
        Statement statement = parse(OFFER);
        assertThat(new String(statement.bytes(), StandardCharsets.UTF_8)).isEqualTo(OFFER);
        assertThat(statement.body().spends()).hasSize(1);
    }

    @Test
    void refuses_another_spelling_of_the_same_document() {
        assertFault(OFFER.replace("{\"actor\"", "{ \"actor\""), Fault.NOT_CANONICAL);
        assertFault(OFFER.replace("+08:00", "+08:00 "), Fault.OUT_OF_BOUNDS);
        assertFault(OFFER.replace("/3Q==", "/3R=="), Fault.MALFORMED);
        assertFault(OFFER.replace("07:31:00.000Z", "07:31:00Z"), Fault.MALFORMED);
    }

    @Test
    void refuses_unknown_missing_and_ill_typed_members() {
        assertFault(edited(o -> o.with("note", Json.string("x"))), Fault.UNKNOWN_FIELD);
        assertFault(OFFER.replace("\"version\":1}", "\"version\":3}"), Fault.OUT_OF_BOUNDS);
        assertFault(OFFER.replace("\"log\":\"local.lodestone.example/log-4f1d9c20\",", ""), Fault.MISSING_FIELD);
        assertFault(OFFER.replace("\"27107000000\"", "27107000000"), Fault.WRONG_TYPE);
        assertFault(OFFER.replace("TransferOffered", "TransferImagined"), Fault.MALFORMED);
    }

    @Test
    void refuses_masses_that_are_no_masses() {
        assertFault(OFFER.replace("\"27107000000\"", "\"0\""), Fault.MASS_NOT_POSITIVE);
        assertFault(OFFER.replace("\"27107000000\"", "\"1000000000000000001\""), Fault.MASS_TOO_LARGE);
        assertFault(OFFER.replace("\"27107000000\"", "\"-1\""), Fault.MALFORMED);
    }

    @Test
    void refuses_a_country_that_does_not_exist() {
        assertThatThrownBy(() -> parse(OFFER.replace("\"destination\":\"JP\"", "\"destination\":\"XX\"")))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.path()).isEqualTo("body.route.destination"));
    }

    private static String edited(UnaryOperator<JsonObject> edit) {
        JsonObject json = (JsonObject) CanonicalJson.parse(OFFER.getBytes(StandardCharsets.UTF_8));
        return CanonicalJson.text(edit.apply(json));
    }

    private static Statement parse(String text) {
        return Statement.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertFault(String text, Fault fault) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }
}
