package io.lodestone.evidence.massbalance;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.DrawOutput;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginStep.Kind;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.Origins;
import io.lodestone.evidence.provenance.OutputKind;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A trace cannot be diluted away: whatever a lot is divided into, every microgram of it lies in one of the parts. */
class TinySplitsTest {

    private static final OriginProfile CN = Origins.profile("CN", Kind.MINED, Kind.SEPARATED);
    private static final OriginProfile AU = Origins.profile("AU", Kind.MINED, Kind.SEPARATED);
    private static final int PARTS = 1_000;

    /** 1 kg with 400 ppm of Chinese dysprosium becomes a million lots of 1 mg, each of which is due 0.4 µg. */
    @Test
    void a_million_tiny_splits_lose_no_origin() {
        OriginVector kilogram = Origins.lot(
                1_000_000_000L,
                Origins.byMass("Dy", 400_000, CN),
                Origins.byMass("Nd", 300_000_000, AU),
                Origins.byMass("Fe", 699_600_000, AU));
        Map<Element, Map<Digest, Long>> sums = new EnumMap<>(Element.class);
        int lots = 0;
        int holding = 0;
        long most = 0;
        for (OriginVector gram : split(kilogram)) {
            for (OriginVector milligram : split(gram)) {
                long trace = milligram.of(Element.DY).micrograms();
                most = Math.max(most, trace);
                holding += trace == 0 ? 0 : 1;
                lots++;
                milligram
                        .rows()
                        .forEach((element, profiles) ->
                                profiles.forEach((profile, mass) -> sums.computeIfAbsent(element, e -> new HashMap<>())
                                        .merge(profile, mass.micrograms(), Long::sum)));
            }
        }
        assertThat(lots).isEqualTo(1_000_000);
        assertThat(sums)
                .isEqualTo(Map.of(
                        Element.DY, Map.of(CN.digest(), 400_000L),
                        Element.ND, Map.of(AU.digest(), 300_000_000L),
                        Element.FE, Map.of(AU.digest(), 699_600_000L)));
        assertThat(most).as("no lot is due a whole microgram of the trace").isEqualTo(1);
        assertThat(holding).as("lots of 1 mg that hold the trace").isEqualTo(400_000);
    }

    private static List<OriginVector> split(OriginVector lot) {
        Mass part = new Mass(lot.total().micrograms() / PARTS);
        List<DrawOutput> parts = Collections.nCopies(PARTS, DrawOutput.of(OutputKind.PRODUCT, part, Mass.ZERO));
        return Origins.drawn(Origins.whole(Map.of(), Optional.empty(), lot), parts)
                .outputs();
    }
}
