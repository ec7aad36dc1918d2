package io.lodestone.lots.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Test
    void plain_cells_stand_as_they_are_and_a_record_ends_with_cr_lf() {
        assertThat(Csv.line(List.of("oxide", "27.107", "", "a b"))).isEqualTo("oxide,27.107,,a b\r\n");
    }

    /** RFC 4180 section 2, rules 6 and 7. */
    @Test
    void commas_quotes_and_line_breaks_are_quoted() {
        assertThat(Csv.line(List.of("a,b", "say \"x\"", "one\r\ntwo", "one\ntwo")))
                .isEqualTo("\"a,b\",\"say \"\"x\"\"\",\"one\r\ntwo\",\"one\ntwo\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void what_a_spreadsheet_would_run_stands_behind_an_apostrophe(String formula) {
        assertThat(Csv.line(List.of(formula, "b"))).isEqualTo("\"'" + formula + "\",b\r\n");
    }

    @Test
    void a_formula_cannot_break_out_of_its_quotes() {
        assertThat(Csv.line(List.of("=\"a\",1"))).isEqualTo("\"'=\"\"a\"\",1\"\r\n");
    }
}
