package io.lodestone.evidence.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    @Test
    void members_are_sorted_by_utf16_units_and_strings_escaped_shortest() {
        String text =
                "{\"\\u20ac\":\"Euro\",\"\\r\":\"CR\",\"1\":\"\\u000f\\n\",\"\\ud83d\\ude02\":\"x\",\"\\u00f6\":\"/\"}";
        assertThat(CanonicalJson.text(read(text)))
                .isEqualTo(
                        "{\"\\r\":\"CR\",\"1\":\"\\u000f\\n\",\"\u00f6\":\"/\",\"\u20ac\":\"Euro\",\"\ud83d\ude02\":\"x\"}");
    }

    @Test
    void refuses_what_two_readers_could_take_differently() {
        assertFault("{\"a\":1,\"a\":1}", Fault.MALFORMED);
        assertFault("{\"a\":1.0}", Fault.WRONG_TYPE);
        assertFault("{\"a\":1e3}", Fault.WRONG_TYPE);
        assertFault("{\"a\":-0}", Fault.OUT_OF_BOUNDS);
        assertFault("{\"a\":9007199254740992}", Fault.OUT_OF_BOUNDS);
        assertFault("{\"a\":NaN}", Fault.MALFORMED);
        assertFault("{\"a\":1}{}", Fault.MALFORMED);
        assertFault("{\"a\":1,}", Fault.MALFORMED);
        assertFault("", Fault.MALFORMED);
        assertFault("\ufeff{}", Fault.MALFORMED);
    }

    @Test
    void refuses_an_attack_by_exponent_or_depth_without_computing_it() {
        assertThatThrownBy(() -> read("{\"a\":1e999999999}")).isInstanceOf(FormatException.class);
        assertThatThrownBy(() -> read("{\"a\":" + "9".repeat(100_000) + "}")).isInstanceOf(FormatException.class);
        assertThatThrownBy(() -> read("[".repeat(100_000))).isInstanceOf(FormatException.class);
    }

    @Test
    void refuses_text_that_is_not_nfc_or_not_assigned_in_unicode_13() {
        assertFault("\"e\u0301\"", Fault.NOT_CANONICAL);
        assertFault("\"\\ud800\"", Fault.MALFORMED);
        assertFault("\"\u0870\"", Fault.MALFORMED);
        assertFault("\"a\\u0000b\"", Fault.MALFORMED);
        assertFault("\"\u5408\\u0000\"", Fault.MALFORMED);
        assertThat(read("\"\u00e9 \u5408\u89c4\"")).isEqualTo(new Json.JsonString("\u00e9 \u5408\u89c4"));
    }

    @Test
    void table_of_unassigned_code_points_is_that_of_java_17() {
        if (Runtime.version().feature() != 17) {
            return;
        }
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            assertThat(CanonicalText.isUnassigned(point))
                    .as("U+%X", point)
                    .isEqualTo(Character.getType(point) == Character.UNASSIGNED);
        }
    }

    @Test
    void strict_parsing_takes_only_the_canonical_bytes() {
        assertThat(CanonicalJson.parse(utf8("{\"a\":[],\"b\":{}}"))).isNotNull();
        assertThatThrownBy(() -> CanonicalJson.parse(utf8("{\"b\":{},\"a\":[]}")))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.fault()).isEqualTo(Fault.NOT_CANONICAL));
        assertThatThrownBy(() -> CanonicalJson.parse(utf8("{\"a\":\"\\u0041\"}")))
                .isInstanceOf(FormatException.class);
    }

    @Test
    void any_document_survives_writing_and_parsing() {
        Random random = new Random(20261122);
        for (int i = 0; i < 2_000; i++) {
            Json json = random(random, 0);
            assertThat(CanonicalJson.parse(CanonicalJson.bytes(json))).isEqualTo(json);
        }
    }

    @Test
    void any_flipped_bit_is_refused_or_another_document() {
        byte[] bytes = CanonicalJson.bytes(random(new Random(7), 0));
        Json original = CanonicalJson.parse(bytes);
        for (int i = 0; i < bytes.length * 8; i++) {
            byte[] flipped = bytes.clone();
            flipped[i / 8] ^= (byte) (1 << i % 8);
            try {
                assertThat(CanonicalJson.parse(flipped)).isNotEqualTo(original);
            } catch (FormatException refused) {
                assertThat(refused.fault()).isNotNull();
            }
        }
    }

    private static Json random(Random random, int depth) {
        int choice = random.nextInt(depth > 4 ? 4 : 6);
        return switch (choice) {
            case 0 -> Json.integer(random.nextLong() >> 11);
            case 1 -> Json.string("\u00e4\"\\\u0001" + random.nextInt());
            case 2 -> Json.JsonBoolean.of(random.nextBoolean());
            case 3 -> Json.JsonNull.NULL;
            case 4 -> {
                List<Json> items = new ArrayList<>();
                for (int i = random.nextInt(4); i >= 0; i--) {
                    items.add(random(random, depth + 1));
                }
                yield Json.array(items);
            }
            default -> {
                TreeMap<String, Json> members = new TreeMap<>();
                for (int i = random.nextInt(5); i >= 0; i--) {
                    members.put("k" + random.nextInt(100), random(random, depth + 1));
                }
                yield Json.object(members);
            }
        };
    }

    private static Json read(String text) {
        return CanonicalJson.read(utf8(text), CanonicalJson.MAX_DOCUMENT_BYTES);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void assertFault(String text, Fault fault) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }
}
