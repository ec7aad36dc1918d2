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
import io.lodestone.evidence.canonical.FormatException;
import org.junit.jupiter.api.Test;

class RulesetTest {

    private static final String LEAF = leaf("x", "a == `1`");

    private static void refused(String path, String... intervals) {
        assertThatThrownBy(() -> Rulesets.read(file(measure("m", limb("1", "LICENCE", LEAF, intervals)))))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.path()).startsWith("measures[0].limbs[0]." + path));
    }

    @Test
    void bundled_ruleset_reads_and_its_canonical_form_is_the_same_ruleset() {
        Ruleset ruleset = Ruleset.bundled("cn-mofcom-2026-11-22.1");

        assertThat(ruleset.measures())
                .extracting(Measure::id)
                .containsExactly("cn-mofcom-2025-18", "cn-mofcom-2025-61");
        assertThat(Ruleset.parse(CanonicalJson.bytes(ruleset.json())).digest()).isEqualTo(ruleset.digest());
        assertThat(ruleset.notCovered()).anyMatch(text -> text.contains("No. 61 articles II to V"));
    }

    @Test
    void refuses_intervals_with_a_gap_an_overlap_or_an_open_end() {
        refused("intervals[1]", interval(null, "2025-01-01", "NOT_YET H"), interval("2025-01-02", null, "IN_FORCE H"));
        refused("intervals[1]", interval(null, "2025-01-02", "NOT_YET H"), interval("2025-01-01", null, "IN_FORCE H"));
        refused("intervals[1]", interval(null, null, "NOT_YET H"), interval("2025-01-01", null, "IN_FORCE H"));
        refused(
                "intervals[1]",
                interval(null, "2025-01-01", "NOT_YET H"),
                interval("2025-01-01", "2025-01-01", "IN_FORCE H"),
                interval("2025-01-01", null, "LAPSED H"));
        refused("intervals", interval("2025-01-01", null, "IN_FORCE H"));
        refused("intervals", interval(null, "2025-01-01", "IN_FORCE H"));
        refused("intervals");
    }

    @Test
    void refuses_states_that_are_missing_double_or_unheard_of() {
        refused("intervals[0].states", interval(null, null));
        refused("intervals[0].states", interval(null, null, "IN_FORCE H", "IN_FORCE L"));
        refused("intervals[0].states[0].is", interval(null, null, "MAYBE H"));
        refused("intervals[0].states[0].certainty", interval(null, null, "IN_FORCE X"));
        refused("intervals[0].from", interval("2025-02-30", null, "IN_FORCE H"));
    }

    @Test
    void refuses_outcomes_cites_members_and_leaves_that_are_not_allowed() {
        String good = file(measure("m", limb("1", "LICENCE", LEAF, IN_FORCE)));
        assertThat(Rulesets.read(good).measures()).hasSize(1);

        for (String bad : new String[] {
            good.replace("'outcome':'LICENCE'", "'outcome':'SUSPENDED'"),
            good.replace("'cites':['s'],'outcome'", "'cites':['t'],'outcome'"),
            good.replace("'issuer':'X'", "'issuer':'X','more':'Y'"),
            good.replace("'id':'x'", "'id':'x','more':'Y'"),
            good.replace("a == `1`", "z == `1`"),
            good.replace("'a':'string'", "'a':'number'"),
            good.replace("'zone':'+08:00'", "'zone':'Asia/Shanghai'"),
            good.replace("'version':1", "'version':2"),
            good.replace(LEAF, "{'all':[]}"),
            good.replace(LEAF, "{'all':[" + LEAF + "," + LEAF + "]}"),
            good.replace(LEAF, "{'all':[" + LEAF + "],'any':[" + LEAF + "]}"),
            good.replace(LEAF, "{'not':".repeat(8) + LEAF + "}".repeat(8))
        }) {
            assertThat(bad).isNotEqualTo(good);
            assertThatThrownBy(() -> Rulesets.read(bad)).isInstanceOf(FormatException.class);
        }
    }

    @Test
    void a_signed_ruleset_must_be_canonical() {
        byte[] laidOut = file(measure("m", limb("1", "LICENCE", LEAF, IN_FORCE)))
                .replace('\'', '"')
                .replace('`', '\'')
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Ruleset.parse(laidOut)).isInstanceOf(FormatException.class);
    }
}
