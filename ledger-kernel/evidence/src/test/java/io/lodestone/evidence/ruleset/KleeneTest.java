package io.lodestone.evidence.ruleset;

import static io.lodestone.evidence.ruleset.Kleene.FALSE;
import static io.lodestone.evidence.ruleset.Kleene.TRUE;
import static io.lodestone.evidence.ruleset.Kleene.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KleeneTest {

    @ParameterizedTest
    @CsvSource({
        "TRUE,TRUE,TRUE,TRUE",
        "TRUE,UNKNOWN,UNKNOWN,TRUE",
        "TRUE,FALSE,FALSE,TRUE",
        "UNKNOWN,TRUE,UNKNOWN,TRUE",
        "UNKNOWN,UNKNOWN,UNKNOWN,UNKNOWN",
        "UNKNOWN,FALSE,FALSE,UNKNOWN",
        "FALSE,TRUE,FALSE,TRUE",
        "FALSE,UNKNOWN,FALSE,UNKNOWN",
        "FALSE,FALSE,FALSE,FALSE"
    })
    void follows_the_truth_tables(Kleene a, Kleene b, Kleene and, Kleene or) {
        assertThat(a.and(b)).isEqualTo(and);
        assertThat(a.or(b)).isEqualTo(or);
    }

    @org.junit.jupiter.api.Test
    void negation_leaves_the_unknown_unknown() {
        assertThat(TRUE.not()).isEqualTo(FALSE);
        assertThat(UNKNOWN.not()).isEqualTo(UNKNOWN);
        assertThat(FALSE.not()).isEqualTo(TRUE);
    }
}
