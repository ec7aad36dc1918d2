package io.lodestone.evidence.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.provenance.OriginStep.Kind;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OriginFormatTest {

    private static final String PROFILE =
            CanonicalJson.text(Origins.profile("CN", Kind.MINED, Kind.SEPARATED).json());

    @Test
    void a_profile_is_read_back_from_its_bytes() {
        assertThat(read(PROFILE)).isEqualTo(Origins.profile("CN", Kind.MINED, Kind.SEPARATED));
    }

    @Test
    void refuses_steps_and_countries_that_say_nothing_or_say_it_twice() {
        assertRefused(PROFILE.replaceAll("\"steps\":\\[.*?\\}\\]", "\"steps\":[]"), "steps");
        assertRefused(PROFILE.replaceFirst("\"countries\":\\[\"CN\"\\]", "\"countries\":[]"), "countries");
        assertRefused(PROFILE.replaceFirst("\"countries\":\\[\"CN\"\\]", "\"countries\":[\"CN\",\"CN\"]"), "countries");
        assertRefused(
                PROFILE.replaceFirst("\"countries\":\\[\"CN\"\\]", "\"countries\":[\"Unknown\",\"CN\"]"), "countries");
        assertRefused(PROFILE.replaceFirst("\"countries\":\\[\"CN\"\\]", "\"countries\":[\"ZZ\"]"), "countries");
    }

    private static void assertRefused(String text, String member) {
        assertThat(text).isNotEqualTo(PROFILE);
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.path()).contains(member));
    }

    private static OriginProfile read(String text) {
        return OriginProfile.read(Members.of(CanonicalJson.parse(text.getBytes(StandardCharsets.UTF_8))));
    }
}
