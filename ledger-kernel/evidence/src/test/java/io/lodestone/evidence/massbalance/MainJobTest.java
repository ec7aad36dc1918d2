package io.lodestone.evidence.massbalance;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.DrawInput;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginStep.Kind;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.Origins;
import io.lodestone.evidence.provenance.OutputKind;
import io.lodestone.evidence.provenance.TransformationDraw;
import io.lodestone.evidence.provenance.TransformationResult.Drawn;
import io.lodestone.evidence.provenance.WantedOutput;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.quantity.Ratio;
import io.lodestone.evidence.quantity.Substance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Chinese dysprosium oxide and Australian NdPr oxide become one tonne of N42SH magnets. */
class MainJobTest {

    private static final OriginProfile CN = Origins.profile("CN", Kind.MINED, Kind.CRACKED, Kind.SEPARATED);
    private static final OriginProfile AU = Origins.profile("AU", Kind.MINED, Kind.CRACKED, Kind.SEPARATED);
    private static final OriginProfile OTHER = Origins.profile("DE", Kind.METAL);

    private static final OriginVector DY_OXIDE = Origins.lot(27_107_000_000L, Origins.byFraction("Dy2O3", "0.995", CN));
    private static final OriginVector NDPR_OXIDE = Origins.lot(
            509_311_000_000L,
            Origins.byMass("Nd2O3", 395_741_000_000L, AU),
            Origins.byMass("Pr6O11", 113_570_000_000L, AU));
    private static final OriginVector OTHER_CHARGE = Origins.lot(
            971_517_000_000L,
            Origins.byMass("Al", 4_230_118_443L, OTHER),
            Origins.byMass("B", 13_677_382_967L, OTHER),
            Origins.byMass("Co", 14_100_394_811L, OTHER),
            Origins.byMass("Cu", 2_115_059_222L, OTHER),
            Origins.byMass("Fe", 933_163_926_114L, OTHER),
            Origins.byMass("Ga", 2_820_078_962L, OTHER),
            Origins.byMass("Zr", 1_410_039_481L, OTHER));

    private final Map<Digest, OriginProfile> profiles = new HashMap<>(Origins.known(CN, AU, OTHER));

    @Test
    void every_stage_has_the_masses_of_the_printed_example() {
        // Metal making: 0.96 of every rare earth, no oxygen left in the metal.
        TransformationDraw metalMaking = new TransformationDraw(
                List.of(
                        new DrawInput(DY_OXIDE, new Mass(27_106_842_000L)),
                        new DrawInput(NDPR_OXIDE, new Mass(509_311_000_000L))),
                Mass.ZERO,
                Optional.of(Origins.step("DE", Kind.METAL)),
                profiles);
        Drawn metals = run(metalMaking, product(438_522_215_033L), WantedOutput.rest(OutputKind.LOSS));
        OriginVector metal = metals.outputs().get(0);
        assertThat(metals.remaining().get(0).total()).isEqualTo(new Mass(158_000L));
        assertThat(metals.consumed().get(0).of(Element.DY)).isEqualTo(new Mass(23_500_658_267L));
        assertThat(kg(metal, Element.DY)).isEqualTo("22.560632");
        assertThat(kg(metal, Element.ND)).isEqualTo("325.719279");
        assertThat(kg(metal, Element.PR)).isEqualTo("90.242304");
        assertThat(metal.open()).isEqualTo(Mass.ZERO);

        Drawn casting = run(
                Origins.whole(profiles, Optional.of(Origins.step("DE", Kind.ALLOYED)), metal, OTHER_CHARGE),
                product(1_388_888_889_000L),
                WantedOutput.rest(OutputKind.LOSS));
        assertThat(kg(casting.consumed().stream()
                        .mapToLong(v -> v.total().micrograms())
                        .sum()))
                .isEqualTo("1410.039215");
        OriginVector flake = casting.outputs().get(0);
        assertStage(flake, "1388.888889", "22.222227", "409.722237");
        assertStage(casting.outputs().get(1), "21.150326", "0.338405", "6.239346");

        Drawn sintering = run(
                Origins.whole(profiles, Optional.of(Origins.step("DE", Kind.SINTERED)), flake),
                product(1_333_333_334_000L),
                WantedOutput.rest(OutputKind.LOSS));
        OriginVector blanks = sintering.outputs().get(0);
        assertStage(blanks, "1333.333334", "21.333338", "393.333347");
        assertStage(sintering.outputs().get(1), "55.555555", "0.888889", "16.388889");

        Drawn machining = run(
                Origins.whole(profiles, Optional.empty(), blanks),
                product(1_000_000_000_000L),
                WantedOutput.rest(OutputKind.BY_PRODUCT));
        OriginVector magnets = machining.outputs().get(0);
        assertStage(magnets, "1000.000000", "16.000003", "295.000010");
        assertStage(machining.outputs().get(1), "333.333334", "5.333334", "98.333337");
        assertShares(magnets);
    }

    private static void assertShares(OriginVector magnets) {
        Ratio dysprosium = Ratio.of(magnets.of(Element.DY).micrograms(), 1);
        Ratio oxideKg = dysprosium
                .dividedBy(Substance.parse("Dy2O3").fractionOf(Element.DY))
                .dividedBy(Ratio.of(1_000_000_000, 1));
        Ratio value = oxideKg.times(190).dividedBy(Ratio.of(120_000, 1));

        assertThat(oxideKg.rounded(3)).isEqualTo("18.363");
        assertThat(value.times(100).rounded(6)).isEqualTo("2.907464");
        assertThat(dysprosium.dividedBy(Ratio.of(10_000_000_000L, 1)).rounded(6))
                .isEqualTo("1.600000");
    }

    private Drawn run(TransformationDraw draw, WantedOutput... wanted) {
        Drawn drawn = Origins.drawn(draw, Origins.completed(draw, wanted));
        assertThat(MassBalance.check(drawn.consumed(), drawn.outputs(), Mass.ZERO))
                .isEmpty();
        profiles.putAll(drawn.arisen());
        return drawn;
    }

    private static WantedOutput product(long ug) {
        return WantedOutput.of(OutputKind.PRODUCT, new Mass(ug), Mass.ZERO);
    }

    private static void assertStage(OriginVector output, String mass, String dysprosium, String ndpr) {
        assertThat(kg(output.total().micrograms())).isEqualTo(mass);
        assertThat(kg(output, Element.DY)).isEqualTo(dysprosium);
        assertThat(kg(output.of(Element.ND).plus(output.of(Element.PR)).micrograms()))
                .isEqualTo(ndpr);
    }

    private static String kg(OriginVector vector, Element element) {
        return kg(vector.of(element).micrograms());
    }

    /** Kilograms to the milligram. */
    private static String kg(long ug) {
        return Ratio.of(ug, 1_000_000_000).rounded(6);
    }
}
