package io.lodestone.evidence.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.testing.BundleFixture;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrustFileTest {

    private final TrustFile trust = new BundleFixture().trust();

    @Test
    void it_may_be_laid_out_as_people_like() {
        String text = CanonicalJson.text(trust.json());
        String spaced = text.replace(",\"", " ,\n \"");

        assertThat(TrustFile.read(spaced.getBytes(StandardCharsets.UTF_8)).json())
                .isEqualTo(trust.json());
    }

    @Test
    void a_log_named_twice_is_refused_for_nobody_could_say_which_entry_counts() {
        TrustFile twice =
                new TrustFile(List.of(trust.logs().get(0), trust.logs().get(0)), trust.roots(), List.of());

        assertThatThrownBy(() -> TrustFile.read(CanonicalJson.bytes(twice.json())))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("name a log twice");
    }

    @Test
    void what_is_not_a_root_or_has_an_unknown_member_is_refused() {
        assertThatThrownBy(() -> TrustFile.read(
                        CanonicalJson.bytes(trust.json().with("roots", Json.strings(List.of("AAAA"))))))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("roots[0]");
        assertThatThrownBy(() ->
                        TrustFile.read(CanonicalJson.bytes(trust.json().with("note", Json.string("mine")))))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("note");
    }
}
