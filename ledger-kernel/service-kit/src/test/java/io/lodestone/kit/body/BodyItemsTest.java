package io.lodestone.kit.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.kit.body.BodyItems.Item;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyItemsTest {

    private static List<Item> read(String json) {
        return BodyItems.read(json.getBytes(StandardCharsets.UTF_8), 4);
    }

    @Test
    void every_item_is_cut_out_exactly_whatever_stands_around_it() {
        String long1 = "{\"a\":\"" + "é𝄞\\\"]".repeat(20_000) + "\"}";
        List<Item> items = read(" { \"items\" : [ {\"a\":[{}]} ,\n" + long1 + ",\"x\\\"y\", 17 ] } ");
        assertThat(items).extracting(Item::text).containsExactly("{\"a\":[{}]}", long1, "\"x\\\"y\"", "17");
        assertThat(items.get(1).members().string("a", 200_000)).hasSize(100_000);
    }

    @Test
    void what_is_wrong_in_one_item_is_named_from_the_whole_and_leaves_the_others() {
        List<Item> items = read("{\"items\":[{\"a\":1.5},{\"a\":{\"b\":1,\"b\":2}},7,{\"a\":1}]}");
        assertThatThrownBy(() -> items.get(0).members())
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.path()).isEqualTo("items[0].a"));
        assertThatThrownBy(() -> items.get(1).members())
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.path()).isEqualTo("items[1].a.b"));
        assertThatThrownBy(() -> items.get(2).members())
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.path()).isEqualTo("items[2]"));
        assertThat(items.get(3).members().integer("a", 0, 9)).isEqualTo(1);
        assertThatThrownBy(() -> items.get(3).members().string("c", 9))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.path()).isEqualTo("items[3].c"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"items\":{}}",
                "{\"items\":[1,2,3,4,5]}",
                "{\"items\":[1}",
                "{\"items\":[]",
                "{\"items\":[]}1",
                "{\"items\":[],\"items\":[]}",
                "{\"items\":[],\"more\":1}",
                "{\"more\":1,\"items\":[]}",
                "{\"items\":[{\"a\":}]}"
            })
    void what_is_no_list_of_items_is_refused_as_a_whole(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(FormatException.class);
    }
}
