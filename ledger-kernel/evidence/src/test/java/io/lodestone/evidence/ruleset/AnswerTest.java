package io.lodestone.evidence.ruleset;

import static io.lodestone.evidence.ruleset.Rulesets.IN_FORCE;
import static io.lodestone.evidence.ruleset.Rulesets.file;
import static io.lodestone.evidence.ruleset.Rulesets.interval;
import static io.lodestone.evidence.ruleset.Rulesets.leaf;
import static io.lodestone.evidence.ruleset.Rulesets.limb;
import static io.lodestone.evidence.ruleset.Rulesets.measure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lodestone.evidence.canonical.CanonicalJson;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final String LEAF = leaf("x", "a == `1`");
    private static final String SHARE = leaf("share", "atLeast(n, m, `1`, `1000`)");

    private static Answer answer(Facts facts, String... measures) {
        return answerOn(DAY, facts, measures);
    }

    private static Answer answerOn(LocalDate day, Facts facts, String... measures) {
        return Rulesets.read(file(measures)).answer(day, facts).overall();
    }

    private static String always(String id, String outcome) {
        return measure(id, limb("1", outcome, LEAF, IN_FORCE));
    }

    @Test
    void states_decide_what_a_true_rule_asks() {
        Facts yes = Facts.NONE.withText("a", "1");
        String[] states = {"NOT_YET H", "LAPSED M", "SUSPENDED M", "IN_FORCE L"};
        String[] outcomes = {"NOT_REQUIRED", "NOT_REQUIRED", "SUSPENDED(LICENCE)", "LICENCE"};

        for (int i = 0; i < states.length; i++) {
            Answer answer = answer(yes, measure("m", limb("1", "LICENCE", LEAF, interval(null, null, states[i]))));
            assertThat(answer.outcome()).isEqualTo(outcomes[i]);
            assertThat(answer.certainty().name()).isEqualTo(states[i].split(" ")[1]);
        }
    }

    @Test
    void a_false_rule_asks_nothing_in_any_state() {
        Answer answer = answer(
                Facts.NONE.withText("a", "2"),
                measure("m", limb("1", "LICENCE", LEAF, interval(null, null, "IN_FORCE M", "SUSPENDED L"))));

        assertThat(answer.outcome()).isEqualTo("NOT_REQUIRED");
        assertThat(answer.certainty()).isEqualTo(Certainty.H);
    }

    @Test
    void an_unknown_rule_gives_both_branches_and_names_the_fact() {
        Answer answer = answer(Facts.NONE, always("m", "LICENCE"));

        assertThat(answer.outcome()).isEqualTo("UNDETERMINED");
        assertThat(answer.branches())
                .extracting(branch -> branch.outcome().toString())
                .containsExactly("LICENCE", "NOT_REQUIRED");
        assertThat(answer.undecided()).containsExactly("a");
    }

    @Test
    void an_unknown_fact_does_not_matter_before_the_duty_begins() {
        Answer answer = answer(Facts.NONE, measure("m", limb("1", "LICENCE", LEAF, interval(null, null, "NOT_YET M"))));

        assertThat(answer.outcome()).isEqualTo("NOT_REQUIRED");
        assertThat(answer.undecided()).isEmpty();
        assertThat(answer.certainty()).isEqualTo(Certainty.M);
    }

    @Test
    void bounds_of_an_amount_decide_or_name_the_settling_fact() {
        String measure = measure("m", limb("1", "LICENCE", SHARE, IN_FORCE));
        Facts whole = Facts.NONE.withAmount("m", "100000");

        assertThat(answer(whole.withBounds("n", "100", "5000"), measure).outcome())
                .isEqualTo("LICENCE");
        assertThat(answer(whole.withBounds("n", "0", "99.99"), measure).outcome())
                .isEqualTo("NOT_REQUIRED");
        Answer open = answer(whole.withBounds("n", "99.99", "100"), measure);
        assertThat(open.outcome()).isEqualTo("UNDETERMINED");
        assertThat(open.undecided()).containsExactly("n");
        assertThat(answer(whole, measure).undecided()).containsExactly("n");
        assertThat(answer(Facts.NONE.withAmount("n", "1").withBounds("m", "999", "1001"), measure)
                        .undecided())
                .containsExactly("m");
    }

    @Test
    void a_denominator_of_zero_or_a_fact_of_another_type_is_refused() {
        String measure = measure("m", limb("1", "LICENCE", SHARE, IN_FORCE));

        assertThatThrownBy(() -> answer(Facts.NONE.withAmount("n", "1").withBounds("m", "0", "1"), measure))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> answer(Facts.NONE.withText("n", "1"), measure))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> answer(Facts.NONE.withAmount("a", "1"), measure))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void measures_combine_in_their_order_and_an_open_one_matters_only_if_it_could_win() {
        Facts yes = Facts.NONE.withText("a", "1");
        String open = measure("open", limb("1", "CASE_BY_CASE", leaf("y", "b == `1`"), IN_FORCE));

        assertThat(answer(yes, always("l", "LICENCE"), always("p", "PROHIBITED"))
                        .outcome())
                .isEqualTo("PROHIBITED");
        assertThat(answer(yes, always("l", "LICENCE"), always("i", "LICENCE_INDIVIDUAL_ONLY"))
                        .outcome())
                .isEqualTo("LICENCE_INDIVIDUAL_ONLY");
        assertThat(answer(yes, always("l", "LICENCE"), always("e", "EXEMPT")).outcome())
                .isEqualTo("LICENCE");
        assertThat(answer(yes, always("d", "DENIAL_PRESUMED"), open).outcome()).isEqualTo("DENIAL_PRESUMED");
        assertThat(answer(yes, always("l", "LICENCE"), open).outcome()).isEqualTo("UNDETERMINED");
        assertThat(answer(yes, always("l", "LICENCE"), always("b", "NON_COMPLIANT"))
                        .outcome())
                .isEqualTo("LICENCE");
    }

    @Test
    void within_a_measure_an_exemption_replaces_the_licence_but_not_a_prohibition() {
        Facts yes = Facts.NONE.withText("a", "1");
        String exempt = limb("2", "EXEMPT", LEAF, IN_FORCE);

        assertThat(answer(yes, measure("m", limb("1", "LICENCE", LEAF, IN_FORCE), exempt))
                        .outcome())
                .isEqualTo("EXEMPT");
        assertThat(answer(yes, measure("m", limb("1", "PROHIBITED", LEAF, IN_FORCE), exempt))
                        .outcome())
                .isEqualTo("PROHIBITED");
    }

    @Test
    void a_suspension_may_be_prolonged_after_the_known_to_date_only_and_not_a_dated_start() {
        Facts yes = Facts.NONE.withText("a", "1");
        String lifted = measure(
                "m",
                limb(
                        "1",
                        "LICENCE",
                        LEAF,
                        interval(null, "2026-01-01", "NOT_YET H"),
                        interval("2026-01-01", "2026-02-01", "SUSPENDED H"),
                        interval("2026-02-01", null, "IN_FORCE H")));
        String started = measure(
                "m",
                limb(
                        "1",
                        "LICENCE",
                        LEAF,
                        interval(null, "2026-11-01", "NOT_YET H"),
                        interval("2026-11-01", null, "IN_FORCE H")));

        assertThat(answerOn(LocalDate.of(2026, 10, 9), yes, lifted).outcome()).isEqualTo("LICENCE");
        Answer later = answerOn(LocalDate.of(2026, 10, 10), yes, lifted);
        assertThat(later.branches())
                .containsExactly(
                        new Branch(Outcome.of(OutcomeCode.LICENCE), Certainty.H),
                        new Branch(Outcome.suspended(OutcomeCode.LICENCE), Certainty.L));
        assertThat(answer(yes, started).outcome()).isEqualTo("LICENCE");
        assertThat(answer(yes, lifted.replace("'mayBeProlonged':true", "'mayBeProlonged':false"))
                        .outcome())
                .isEqualTo("LICENCE");
    }

    @Test
    void more_than_six_undecided_facts_give_the_list_and_no_branches() {
        String six = "a == b && c == d && e == f";
        Answer branching = answer(Facts.NONE, measure("m", limb("1", "LICENCE", leaf("x", six), IN_FORCE)));
        Answer listed =
                answer(Facts.NONE, measure("m", limb("1", "LICENCE", leaf("x", six + " && g == `1`"), IN_FORCE)));

        assertThat(branching.undecided()).hasSize(6);
        assertThat(CanonicalJson.text(branching.json().build())).contains("\"outcome\":\"LICENCE\"");
        assertThat(listed.undecided()).isEqualTo(List.of("a", "b", "c", "d", "e", "f", "g"));
        assertThat(CanonicalJson.text(listed.json().build()))
                .isEqualTo("{\"branches\":[],\"certainty\":\"H\",\"outcome\":\"UNDETERMINED\","
                        + "\"undecided\":[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\"]}");
    }

    @Test
    void a_rule_tree_is_shown_with_every_leaf_and_the_facts_it_read() {
        String when =
                "{'all':[{'any':[" + LEAF + "," + leaf("y", "b == `1`") + "]},{'not':" + leaf("z", "c == `1`") + "}]}";
        Ruleset ruleset = Rulesets.read(file(measure("m", limb("1", "LICENCE", when, IN_FORCE))));

        Ruleset.Result result =
                ruleset.answer(DAY, Facts.NONE.withText("a", "1").withText("c", "2"));

        assertThat(CanonicalJson.text(result.measures().get(0).json()))
                .contains("\"rule\":{\"all\":[{\"any\":["
                        + "{\"cel\":\"a == '1'\",\"facts\":{\"a\":\"1\"},\"id\":\"x\",\"value\":\"true\"},"
                        + "{\"cel\":\"b == '1'\",\"facts\":{\"b\":null},\"id\":\"y\",\"value\":\"Unknown\"}],"
                        + "\"value\":\"true\"},{\"not\":{\"cel\":\"c == '1'\",\"facts\":{\"c\":\"2\"},\"id\":\"z\","
                        + "\"value\":\"false\"},\"value\":\"true\"}],\"value\":\"true\"}");
        assertThat(result.overall().outcome()).isEqualTo("LICENCE");
    }
}
