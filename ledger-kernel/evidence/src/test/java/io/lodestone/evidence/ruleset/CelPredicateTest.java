package io.lodestone.evidence.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CelPredicateTest {

    private static final Map<String, FactType> FACTS =
            Map.of("item", FactType.STRING, "from", FactType.STRING, "part", FactType.AMOUNT, "whole", FactType.AMOUNT);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "item + 'x' == 'y'",
                "item.matches('m.*')",
                "matches(item, 'm.*')",
                "['a'].exists(x, x == item)",
                "['a'].all(x, x == item)",
                "size(item) == 4",
                "item.size() == 4",
                "1 == 1",
                "1u == 1u",
                "1.5 == 1.5",
                "1 < 2",
                "item < 'b'",
                "-1 == -1",
                "{'a': 'b'} == {'a': 'b'}",
                "'a' in {'a': true}",
                "timestamp('2026-11-22T00:00:00Z') == timestamp('2026-11-22T00:00:00Z')",
                "duration('1s') == duration('1s')",
                "b'a' == b'a'",
                "null == null",
                "item ? true : false",
                "item == 'a' ? true : false",
                "string(item) == 'a'",
                "item in ['a', 1]",
                "item in ['a', from]",
                "item in [['a']]",
                "item.startsWith('m')",
                "has(item.x)",
                "item.x == 'a'",
                "['a'][0] == item",
                "item",
                "'a'",
                "unheard == 'a'",
                "int == int",
                "item == true",
                "part == '5'",
                "part == whole",
                "part in ['1']",
                "atLeast(part, whole, '1')",
                "atLeast(part, whole, 1, 1000)",
                "atLeast('1', whole, '1', '1000')",
                "atLeast(item, whole, '1', '1000')",
                "atLeast(part, part, '1', '1000')",
                "atLeast(part, whole, item, '1000')",
                "atLeast(part, whole, '1', '0')",
                "atLeast(part, whole, '0', '1000')",
                "atLeast(part, whole, '1e3', '1000')",
                "atLeast(part, whole, '01', '1000')",
                "atLeast(part, whole, '1', '10') && !atLeast(part, whole, '2', '10')",
                "part.atLeast(whole, '1', '1000')",
                "item == 'a' &&",
                ""
            })
    void refuses_what_is_outside_the_subset(String cel) {
        assertThatThrownBy(() -> CelPredicate.compile(cel, FACTS)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void evaluates_the_operators_of_the_subset() {
        CelPredicate predicate =
                CelPredicate.compile("item in ['a', 'b'] && (from != 'CN' || !(item == 'a')) && true", FACTS);

        assertThat(predicate.facts()).containsExactlyInAnyOrder("item", "from");
        assertThat(predicate.test(Map.of("item", "a", "from", "DE"))).isTrue();
        assertThat(predicate.test(Map.of("item", "a", "from", "CN"))).isFalse();
        assertThat(predicate.test(Map.of("item", "b", "from", "CN"))).isTrue();
        assertThat(predicate.test(Map.of("item", "c", "from", "DE"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "99.99,100000,false",
        "100,100000,true",
        "100.01,100000,true",
        "0,1,false",
        "0.000000000000000001,0.000000000000001,true",
        "999999999999999999,999999999999999999,true"
    })
    void at_least_compares_exactly_and_catches_equality(String part, String whole, boolean expected) {
        CelPredicate predicate = CelPredicate.compile("atLeast(part, whole, '1', '1000')", FACTS);

        assertThat(predicate.test(Map.of("part", part, "whole", whole))).isEqualTo(expected);
        assertThat(predicate.divisor()).contains("whole");
    }
}
