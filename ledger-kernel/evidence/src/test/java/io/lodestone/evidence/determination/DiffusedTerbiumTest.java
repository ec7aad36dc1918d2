package io.lodestone.evidence.determination;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.massbalance.MassBalance;
import io.lodestone.evidence.provenance.LotMaterial;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginStep;
import io.lodestone.evidence.provenance.OriginStep.Kind;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.Origins;
import io.lodestone.evidence.provenance.OutputKind;
import io.lodestone.evidence.provenance.StatedElements;
import io.lodestone.evidence.provenance.TransformationDraw;
import io.lodestone.evidence.provenance.TransformationResult.Drawn;
import io.lodestone.evidence.provenance.WantedOutput;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.quantity.Ratio;
import io.lodestone.evidence.quantity.Substance;
import io.lodestone.evidence.ruleset.Rulesets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The other magnets of the printed example, from registration to the share: diffused terbium, and a blend of Dy. */
class DiffusedTerbiumTest {

    private static final OriginProfile CN = Origins.profile("CN", Kind.MINED, Kind.CRACKED, Kind.SEPARATED);
    private static final OriginProfile AU = Origins.profile("AU", Kind.MINED, Kind.CRACKED, Kind.SEPARATED);
    private static final OriginProfile DE = Origins.profile("DE", Kind.MINED, Kind.SEPARATED, Kind.METAL);
    private static final Ratio TERBIUM_OF_OXIDE = Substance.parse("Tb4O7").fractionOf(Element.TB);
    private static final Mass TONNE = new Mass(1_000_000_000_000L);

    /** Grams in a tonne of magnets but for the 3,000 of terbium; iron is the balance of the composition. */
    private static final Map<String, Long> BASE = Map.of(
            "Nd", 231_000L, "Pr", 64_000L, "B", 9_700L, "Co", 10_000L, "Al", 3_000L, "Cu", 1_500L, "Ga", 2_000L, "Zr",
            1_000L, "Fe", 674_800L);

    private final Map<Digest, OriginProfile> profiles = new HashMap<>(Origins.known(CN, AU, DE));

    @ParameterizedTest
    @CsvSource({"60,5.881,2.000", "75,4.705,1.000", "90,3.921,0.333"})
    void terbium_by_diffusion_is_counted_as_contained_whatever_was_consumed(int yield, String oxideKg, String leftKg) {
        Ratio oxide = Ratio.of(3_000_000_000L, 1).dividedBy(TERBIUM_OF_OXIDE).times(Ratio.of(100, yield));
        Mass consumed = up(oxide);
        OriginVector terbium = Origins.lot(consumed.micrograms(), Origins.byMass("Tb4O7", consumed.micrograms(), CN));
        OriginVector blanks = shapedBlanks();
        SortedMap<Element, Mass> elements = new TreeMap<>(Element.BY_SYMBOL);
        elements.putAll(MassBalance.totals(blanks));
        elements.put(Element.TB, new Mass(3_000_000_000L));

        Drawn diffusion = run(
                Origins.whole(profiles, Optional.empty(), blanks, terbium),
                new WantedOutput(
                        OutputKind.PRODUCT,
                        Optional.of(TONNE),
                        Optional.of(Mass.ZERO),
                        Optional.of(new StatedElements(elements))),
                WantedOutput.rest(OutputKind.BY_PRODUCT));

        OriginVector magnets = diffusion.outputs().get(0);
        assertThat(kg(consumed)).isEqualTo(oxideKg);
        assertThat(kg(diffusion.outputs().get(1).of(Element.TB))).isEqualTo(leftKg);
        assertThat(magnets.of(Element.DY)).isEqualTo(Mass.ZERO);
        BASE.forEach(
                (symbol, grams) -> assertThat(magnets.of(Element.parse(symbol)).micrograms())
                        .as(symbol)
                        .isBetween(grams * 1_000_000 - 10, grams * 1_000_000 + 10));
        assertContainedShare(magnets);
    }

    /** 3.529 kg of Tb4O7 at 6,100 / 7 USD are 3,074.85 USD, of 120,000 USD: exactly, and as the determination says. */
    private void assertContainedShare(OriginVector magnets) {
        Ratio oxideKg =
                Ratio.of(magnets.of(Element.TB).micrograms(), 1_000_000_000).dividedBy(TERBIUM_OF_OXIDE);
        Ratio value = oxideKg.times(Ratio.of(6_100, 7));
        assertThat(oxideKg.rounded(3)).isEqualTo("3.529");
        assertThat(value.rounded(2)).isEqualTo("3074.85");
        assertThat(value.times(100).dividedBy(Ratio.of(120_000, 1)).rounded(3)).isEqualTo("2.562");

        Shipments shipment = new Shipments()
                .stating("item", "'magnet-ndfeb-tb'")
                .stating("massUg", "'" + TONNE + "'")
                .valued("120", "Tb4O7", "871.428571428571428571");
        Shares shares = Determination.of(
                        Shipments.RULESET,
                        shipment.consignment(),
                        magnets,
                        profiles.values(),
                        ExactSubstances.FROM_ATOMIC_MASSES)
                .shares();
        assertThat(shares.lower()).isEqualTo(new Mass(3_000_000_000L)).isEqualTo(shares.upper());
        ValueShare.Bounds bounds = shares.byValue().bounds().orElseThrow();
        assertThat(bounds.lower()).isEqualTo(bounds.upper());
        assertThat(bounds.lower().rounded(2)).isEqualTo("3074.85");
    }

    /** 997 kg of magnets in shape: oxide to metal 0.960, strip casting 0.985, powder and sintering 0.960, shaping 0.750. */
    private OriginVector shapedBlanks() {
        Ratio charged = Ratio.ONE.dividedBy(Ratio.of(985 * 960 * 750, 1_000_000_000));
        OriginVector oxide = registered(oxide("Nd2O3", Element.ND, charged), oxide("Pr6O11", Element.PR, charged));
        SortedMap<Element, Mass> rareEarths = new TreeMap<>(Element.BY_SYMBOL);
        List<LotMaterial> others = new ArrayList<>();
        BASE.forEach((symbol, grams) -> {
            Mass mass = up(charged.times(grams * 1_000_000));
            if (symbol.equals("Nd") || symbol.equals("Pr")) {
                rareEarths.put(Element.parse(symbol), mass);
            } else {
                others.add(Origins.byMass(symbol, mass.micrograms(), DE));
            }
        });
        StatedElements stated = new StatedElements(rareEarths);
        OriginVector metal = run(
                        Origins.whole(profiles, Optional.of(Origins.step("DE", Kind.METAL)), oxide),
                        new WantedOutput(
                                OutputKind.PRODUCT, Optional.of(stated.total()), Optional.empty(), Optional.of(stated)),
                        WantedOutput.rest(OutputKind.LOSS))
                .outputs()
                .get(0);
        OriginVector charge = registered(others.toArray(LotMaterial[]::new));
        assertThat(kg(new Mass(metal.total().micrograms() + charge.total().micrograms())))
                .isEqualTo("1405.809");
        OriginVector flake = stage(Kind.ALLOYED, "1384.722", 985, metal, charge);
        OriginVector sintered = stage(Kind.SINTERED, "1329.333", 960, flake);
        return run(
                        Origins.whole(profiles, Optional.empty(), sintered),
                        WantedOutput.of(OutputKind.PRODUCT, new Mass(997_000_000_000L), Mass.ZERO),
                        WantedOutput.rest(OutputKind.BY_PRODUCT))
                .outputs()
                .get(0);
    }

    private OriginVector stage(Kind kind, String kg, int thousandths, OriginVector... inputs) {
        long sum = 0;
        for (OriginVector input : inputs) {
            sum += input.total().micrograms();
        }
        Mass product = up(Ratio.of(thousandths, 1_000).times(sum));
        assertThat(kg(product)).isEqualTo(kg);
        OriginStep step = Origins.step("DE", kind);
        return run(
                        Origins.whole(profiles, Optional.of(step), inputs),
                        WantedOutput.of(OutputKind.PRODUCT, product, Mass.ZERO),
                        WantedOutput.rest(OutputKind.LOSS))
                .outputs()
                .get(0);
    }

    private static LotMaterial oxide(String formula, Element element, Ratio charged) {
        Ratio metal = charged.times(BASE.get(element.symbol()) * 1_000_000).times(Ratio.of(1_000, 960));
        Mass mass = up(metal.dividedBy(Substance.parse(formula).fractionOf(element)));
        return Origins.byMass(formula, mass.micrograms(), AU);
    }

    private static OriginVector registered(LotMaterial... material) {
        long sum = 0;
        for (LotMaterial part : material) {
            sum += part.mass().orElseThrow().micrograms();
        }
        return Origins.lot(sum, material);
    }

    /**
     * 16.000 kg of dysprosium out of a pool, in a tonne of magnets: below 0.1 % of the value as long as less than
     * 3.439424 % of the pool is Chinese. Compared exactly: a thousand times the part against the whole.
     */
    @ParameterizedTest
    @CsvSource({"34394,-1,NOT_REQUIRED H", "34395,1,LICENCE H"})
    void a_blended_pool_is_caught_from_the_part_at_which_its_share_reaches_the_threshold(
            long chineseOfMillion, int sign, String expected) {
        OriginVector pool = run(
                        Origins.whole(
                                profiles,
                                Optional.of(Origins.step("DE", Kind.METAL)),
                                registered(Origins.byMass("Dy", chineseOfMillion * 100_000, CN)),
                                registered(Origins.byMass("Dy", (1_000_000 - chineseOfMillion) * 100_000, AU))),
                        WantedOutput.of(OutputKind.PRODUCT, new Mass(16_000_000_000L), Mass.ZERO),
                        WantedOutput.rest(OutputKind.BY_PRODUCT))
                .outputs()
                .get(0);
        OriginVector magnets = run(
                        Origins.whole(
                                profiles,
                                Optional.empty(),
                                pool,
                                registered(Origins.byMass("Fe", 984_000_000_000L, DE))),
                        WantedOutput.rest(OutputKind.PRODUCT))
                .outputs()
                .get(0);
        Shipments shipment =
                new Shipments().stating("massUg", "'" + TONNE + "'").valued("120", "Dy2O3", "190");

        Determination determination = Determination.of(
                Rulesets.forcedInForce(Shipments.RULESET),
                shipment.consignment(),
                magnets,
                profiles.values(),
                ExactSubstances.FROM_ATOMIC_MASSES);

        Ratio value = determination.shares().byValue().bounds().orElseThrow().upper();
        assertThat(determination.shares().lower()).isEqualTo(new Mass(chineseOfMillion * 16_000));
        assertThat(Integer.signum(value.times(1_000).compareTo(Ratio.of(120_000, 1))))
                .isEqualTo(sign);
        assertThat(determination.result().measures().stream()
                        .filter(it -> it.id().equals("cn-mofcom-2025-61"))
                        .map(it -> it.answer().outcome() + " " + it.answer().certainty()))
                .containsExactly(expected);
    }

    @Test
    void the_threshold_of_the_pool_is_where_the_example_prints_it() {
        Ratio perKg = Ratio.of(190, 1).dividedBy(Substance.parse("Dy2O3").fractionOf(Element.DY));

        assertThat(Ratio.of(120, 1).dividedBy(perKg.times(16)).times(100).rounded(6))
                .isEqualTo("3.439424");
    }

    private Drawn run(TransformationDraw draw, WantedOutput... wanted) {
        Drawn drawn = Origins.drawn(draw, Origins.completed(draw, wanted));
        assertThat(MassBalance.check(drawn.consumed(), drawn.outputs(), Mass.ZERO))
                .isEmpty();
        profiles.putAll(drawn.arisen());
        return drawn;
    }

    private static Mass up(Ratio micrograms) {
        long down = micrograms.floor().longValueExact();
        return new Mass(micrograms.equals(Ratio.of(down, 1)) ? down : down + 1);
    }

    private static String kg(Mass mass) {
        return Ratio.of(mass.micrograms(), 1_000_000_000).rounded(3);
    }
}
