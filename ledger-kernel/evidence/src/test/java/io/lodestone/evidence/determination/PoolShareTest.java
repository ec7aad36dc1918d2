package io.lodestone.evidence.determination;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.provenance.DrawOutput;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginStep.Kind;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.Origins;
import io.lodestone.evidence.provenance.OutputKind;
import io.lodestone.evidence.provenance.PoolDraw;
import io.lodestone.evidence.provenance.PoolResult.Ran;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.quantity.Ratio;
import io.lodestone.evidence.ruleset.Rulesets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Magnets with dysprosium out of a pool of which a small part is Chinese, at 0.1 % of their value. */
class PoolShareTest {

    private static final OriginProfile CHINESE = Origins.profile("CN", Kind.MINED, Kind.CRACKED);
    private static final OriginProfile AUSTRALIAN = Origins.profile("AU", Kind.MINED, Kind.CRACKED);
    private static final Mass SIXTEEN_KG = new Mass(16_000_000_000L);

    @ParameterizedTest
    @CsvSource({
        "34394, 0.034394, 550304000, 0.099999, NOT_REQUIRED H",
        "34395, 0.034395, 550320000, 0.100002, LICENCE H",
    })
    void a_withdrawal_has_the_pools_share_and_the_magnet_is_caught_or_not_by_it(
            long chineseGrams, String share, long chineseUg, String percent, String expected) {
        Ran ran = withdrawn(chineseGrams, SIXTEEN_KG);
        OriginVector withdrawn = ran.outputs().get(0);
        Shipments magnet = Shipments.ofDysprosiumMagnet()
                .under(Rulesets.forcedInForce(Shipments.RULESET))
                .without(Element.DY);
        for (OriginVector.Row row : withdrawn.rowList()) {
            magnet.holding(
                    Element.DY,
                    magnet(ran.arisen().get(row.profile())),
                    row.mass().micrograms());
        }
        Determination determination = magnet.determine();

        assertThat(ran.drawn().get(0).of(Element.DY, CHINESE.digest())).isEqualTo(new Mass(chineseUg));
        assertThat(Ratio.of(chineseUg, SIXTEEN_KG.micrograms()).rounded(6)).isEqualTo(share);
        assertThat(ran.rest().of(Element.DY, CHINESE.digest()).micrograms())
                .isEqualTo(chineseGrams * 1_000_000 - chineseUg);
        assertThat(determination.shares().lower().micrograms()).isEqualTo(chineseUg);
        assertThat(io.lodestone.evidence.canonical.CanonicalJson.text(determination.json()))
                .contains("\"percent\":\"" + percent + "\"");
        assertThat(magnet.no61()).isEqualTo(expected);
    }

    /** A tonne of dysprosium, blended of two origins, in a plant in Estonia. */
    private static Ran withdrawn(long chineseGrams, Mass mass) {
        OriginVector pool = Origins.lot(
                1_000_000_000_000L,
                Origins.byMass("Dy", chineseGrams * 1_000_000, CHINESE),
                Origins.byMass("Dy", 1_000_000_000_000L - chineseGrams * 1_000_000, AUSTRALIAN));
        PoolDraw draw = new PoolDraw(
                pool,
                List.of(),
                Mass.ZERO,
                Optional.of(Origins.step("EE", Kind.SEPARATED)),
                Origins.known(CHINESE, AUSTRALIAN));
        return (Ran) draw.run(List.of(DrawOutput.of(OutputKind.PRODUCT, mass, Mass.ZERO)));
    }

    private static OriginProfile magnet(OriginProfile separated) {
        return separated
                .then(Origins.step("DE", Kind.METAL))
                .then(Origins.step("DE", Kind.ALLOYED))
                .then(Origins.step("DE", Kind.SINTERED));
    }
}
