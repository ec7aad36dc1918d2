package io.lodestone.evidence.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lei:506700GE1G29325QX363",
                "lei:HWUPKR0MPOU8FGXBT394",
                "uscc:914403001922038216",
                "uscc:9144030071526726XG",
                "uscc:91330100799655058B",
                "gln:9501101530003",
                "duns:150483782",
                "other:HRB 86786"
            })
    void published_identifiers_are_right(String text) {
        assertThat(Identifier.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"506700GE1G29325QX363", "914403001922038216", "9501101530003"})
    void no_digit_can_be_mistyped_and_no_neighbours_swapped(String right) {
        String scheme = right.length() == 20 ? "lei:" : right.length() == 18 ? "uscc:" : "gln:";
        for (int i = 0; i < right.length(); i++) {
            char typed = other(right.charAt(i));
            String wrong = right.substring(0, i) + typed + right.substring(i + 1);
            assertThatThrownBy(() -> Identifier.parse(scheme + wrong)).isInstanceOf(IllegalArgumentException.class);
        }
        // GS1's digit misses neighbours that differ by 5; the other two miss none of a kind.
        for (int i = 1; i < right.length(); i++) {
            char before = right.charAt(i - 1);
            char after = right.charAt(i);
            if (before != after
                    && Character.isLetter(before) == Character.isLetter(after)
                    && !(scheme.equals("gln:") && Math.abs(before - after) == 5)) {
                String swapped = right.substring(0, i - 1) + after + before + right.substring(i + 1);
                assertThatThrownBy(() -> Identifier.parse(scheme + swapped))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lei:506700ge1g29325qx363",
                "uscc:I14403001922038216",
                "gln:950110153000",
                "duns:15-048-3782",
                "other: ",
                "tax:1",
                "506700GE1G29325QX363"
            })
    void what_is_not_of_its_scheme_is_refused(String text) {
        assertThatThrownBy(() -> Identifier.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"kind":"party","name":"A","owners":[{"name":"B","share":"0.6"},{"name":"C","share":"0.400001"}]} | owners
            {"kind":"party","name":"A","owners":[{"name":"B","share":"0"}]}                                  | owners[0].share
            {"kind":"party","name":"A","owners":[{"name":"B","share":"1.01"}]}                               | owners[0].share
            {"kind":"party","name":"A","owners":[{"share":"1"}]}                                             | owners[0].party
            {"kind":"party","name":"A","owners":[{"name":"B","share":"0.1"},{"name":"B","share":"0.1"}]}     | owners
            {"kind":"party","name":"A","identifiers":[{"scheme":"lei","value":"506700GE1G29325QX364"}]}      | identifiers[0].value
            {"kind":"party","name":"A","colour":"red"}                                                       | colour
            {"kind":"facility","name":"A"}                                                                   | kind
            """)
    void descriptions_that_contradict_themselves_are_refused(String json, String path) {
        assertThatThrownBy(() -> PartyDescription.read(content(json)))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.path()).isEqualTo(path));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"kind":"facility","name":"A","gln":"9501101530004"}                                     | gln
            {"kind":"facility","name":"A","zone":"Asia/Baotou"}                                      | zone
            {"kind":"facility","name":"A","zone":"+08:00"}                                           | zone
            {"kind":"facility","name":"A","coordinates":{"latitude":"90.1","longitude":"0"}}         | coordinates.latitude
            {"kind":"facility","name":"A","coordinates":{"latitude":"1","longitude":"-180.000001"}}  | coordinates.longitude
            {"kind":"facility","name":"A","coordinates":{"latitude":"1.1234567","longitude":"0"}}    | coordinates.latitude
            """)
    void places_that_do_not_exist_are_refused(String json, String path) {
        assertThatThrownBy(() -> FacilityDescription.read(content(json)))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.path()).isEqualTo(path));
    }

    /** A letter for a letter: in an LEI a letter counts for two digits, so a digit in its place is another length. */
    private static char other(char right) {
        if (Character.isLetter(right)) {
            return right == 'B' ? 'C' : 'B';
        }
        return right == '7' ? '2' : '7';
    }

    private static JsonObject content(String json) {
        return (JsonObject) CanonicalJson.read(json.getBytes(StandardCharsets.UTF_8), 4_096);
    }
}
