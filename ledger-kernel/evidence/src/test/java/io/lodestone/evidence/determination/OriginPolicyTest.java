package io.lodestone.evidence.determination;

import static io.lodestone.evidence.determination.OriginPolicy.METAL_MADE_IN;
import static io.lodestone.evidence.determination.OriginPolicy.MINED_IN;
import static io.lodestone.evidence.determination.OriginPolicy.Reading.CHINA;
import static io.lodestone.evidence.determination.OriginPolicy.Reading.NOT_CHINA;
import static io.lodestone.evidence.determination.OriginPolicy.Reading.POSSIBLY;
import static io.lodestone.evidence.determination.OriginPolicy.SEPARATED_IN;
import static io.lodestone.evidence.determination.OriginPolicy.TRACED_THROUGH;
import static io.lodestone.evidence.determination.Shipments.chain;
import static io.lodestone.evidence.determination.Shipments.profile;
import static io.lodestone.evidence.determination.Shipments.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginStep.Kind;
import org.junit.jupiter.api.Test;

class OriginPolicyTest {

    @Test
    void each_policy_reads_its_own_step() {
        OriginProfile profile = chain("AU", "CN", "JP|CN", "DE");

        assertThat(TRACED_THROUGH.read(profile)).isEqualTo(CHINA);
        assertThat(MINED_IN.read(profile)).isEqualTo(NOT_CHINA);
        assertThat(SEPARATED_IN.read(profile)).isEqualTo(CHINA);
        assertThat(METAL_MADE_IN.read(profile)).isEqualTo(POSSIBLY);
    }

    @Test
    void unknown_and_missing_steps_are_possibly_chinese() {
        assertThat(TRACED_THROUGH.read(chain("AU", "Unknown", "JP", "DE"))).isEqualTo(POSSIBLY);
        assertThat(TRACED_THROUGH.read(chain("AU", "MY", "JP", "DE"))).isEqualTo(NOT_CHINA);
        OriginProfile gap = profile(step(Kind.MINED, "AU", "AU"), step(Kind.METAL, "JP", "JP"));
        assertThat(TRACED_THROUGH.read(gap)).isEqualTo(POSSIBLY);
        assertThat(SEPARATED_IN.read(gap)).isEqualTo(POSSIBLY);
        assertThat(METAL_MADE_IN.read(gap)).isEqualTo(NOT_CHINA);
        OriginProfile oxide = profile(step(Kind.MINED, "AU", "AU"), step(Kind.SEPARATED, "MY", "MY"));
        assertThat(TRACED_THROUGH.read(oxide)).isEqualTo(NOT_CHINA);
        assertThat(METAL_MADE_IN.read(oxide)).isEqualTo(POSSIBLY);
    }

    @Test
    void a_step_done_again_replaces_the_earlier_one_except_when_tracing_through() {
        OriginProfile remelted = profile(
                step(Kind.MINED, "AU", "AU"),
                step(Kind.SEPARATED, "MY", "MY"),
                step(Kind.METAL, "CN", "CN"),
                step(Kind.METAL, "DE", "DE"));

        assertThat(METAL_MADE_IN.read(remelted)).isEqualTo(NOT_CHINA);
        assertThat(TRACED_THROUGH.read(remelted)).isEqualTo(CHINA);
    }
}
