package io.lodestone.evidence.massbalance;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.DrawInput;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginStep;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Batches anywhere within the published composition of NdFeB magnets (Nd 29-32.5 %, Fe 63.95-68.65 %, B 1.1-1.2 %,
 * Dy 0.6-1.2 %, Nb 0.3-0.5 %, Al 0.3-0.5 %, Cu 0.05-0.15 %; iron is the balance), cast, milled, sintered and machined.
 */
class PublishedMagnetsTest {

    private static final int BATCHES = Integer.getInteger("lodestone.batches", 1_000);

    /** In hundredths of a percent. */
    private static final Map<Element, int[]> PUBLISHED = Map.of(
            Element.ND, new int[] {2_900, 3_250},
            Element.B, new int[] {110, 120},
            Element.DY, new int[] {60, 120},
            Element.NB, new int[] {30, 50},
            Element.AL, new int[] {30, 50},
            Element.CU, new int[] {5, 15});

    private static final int[] PUBLISHED_IRON = {6_395, 6_865};

    private static final OriginProfile CN = Origins.profile("CN", Kind.MINED, Kind.SEPARATED, Kind.METAL);
    private static final OriginProfile AU = Origins.profile("AU", Kind.MINED, Kind.SEPARATED, Kind.METAL);
    private static final OriginProfile DE = Origins.profile("DE", Kind.METAL);

    private final Map<Digest, OriginProfile> profiles = new HashMap<>();
    private final Map<Digest, Digest> sources = new HashMap<>();
    private final List<OriginVector> gone = new ArrayList<>();

    @Test
    void any_published_magnet_keeps_every_balance_from_the_charge_to_the_machined_part() {
        for (int seed = 0; seed < BATCHES; seed++) {
            Random random = new Random(seed);
            profiles.clear();
            sources.clear();
            gone.clear();
            for (OriginProfile profile : List.of(CN, AU, DE)) {
                profiles.put(profile.digest(), profile);
                sources.put(profile.digest(), profile.digest());
            }
            long charge = 10_000_000_000L + random.nextLong(1_000_000_000_000L);
            SortedMap<Element, Mass> composition = composition(random, charge);
            make(random, composition, charge, "seed " + seed);
        }
    }

    private void make(Random random, SortedMap<Element, Mass> composition, long charge, String where) {
        List<OriginVector> metals = registered(random, composition);
        Mass oxygen = new Mass(charge / 1_000);
        OriginVector flake =
                stage(metals, 980 + random.nextInt(11), Mass.ZERO, Optional.of(Kind.ALLOYED), OutputKind.LOSS, where);
        OriginVector powder =
                stage(List.of(flake), 970 + random.nextInt(21), oxygen, Optional.empty(), OutputKind.BY_PRODUCT, where);
        OriginVector blanks = stage(
                List.of(powder),
                970 + random.nextInt(21),
                Mass.ZERO,
                Optional.of(Kind.SINTERED),
                OutputKind.LOSS,
                where);
        OriginVector parts = stage(
                List.of(blanks), 700 + random.nextInt(101), Mass.ZERO, Optional.empty(), OutputKind.BY_PRODUCT, where);
        gone.add(parts);
        assertThat(MassBalance.check(metals, gone, oxygen)).as(where).isEmpty();
        assertThat(MassBalance.checkProfiles(
                        metals,
                        gone.stream().map(it -> it.relabelled(sources::get)).toList()))
                .as(where)
                .isEmpty();
        assertSameComposition(parts, composition, charge, where);
    }

    /** Every element of the tracked mass of the parts is, to 10 µg, what it was of the charge. */
    private static void assertSameComposition(
            OriginVector parts, SortedMap<Element, Mass> composition, long charge, String where) {
        long tracked = parts.total().minus(parts.open()).micrograms();
        SortedMap<Element, Mass> found = MassBalance.totals(parts);
        assertThat(found.keySet()).as(where).isEqualTo(composition.keySet());
        composition.forEach((element, mass) -> {
            long due =
                    Ratio.of(mass.micrograms(), charge).times(tracked).floor().longValueExact();
            assertThat(found.get(element).micrograms())
                    .as(where + " " + element)
                    .isBetween(due - 10, due + 10);
        });
    }

    /** One product of so many thousandths of the input and the open gain; all else is a loss or a by-product. */
    private OriginVector stage(
            List<OriginVector> inputs,
            int thousandths,
            Mass gain,
            Optional<Kind> kind,
            OutputKind other,
            String where) {
        Optional<OriginStep> step = kind.map(it -> Origins.step("DE", it));
        List<DrawInput> whole =
                inputs.stream().map(it -> new DrawInput(it, it.total())).toList();
        TransformationDraw draw = new TransformationDraw(whole, gain, step, profiles);
        long sum = gain.micrograms()
                + inputs.stream().mapToLong(it -> it.total().micrograms()).sum();
        Mass product = new Mass(Ratio.of(thousandths, 1_000).times(sum).floor().longValueExact());
        Drawn drawn = Origins.drawn(
                draw,
                Origins.completed(draw, WantedOutput.share(OutputKind.PRODUCT, product), WantedOutput.rest(other)));
        assertThat(MassBalance.check(inputs, drawn.outputs(), gain)).as(where).isEmpty();
        assertThat(drawn.outputs().get(0).total()).as(where).isEqualTo(product);
        assertThat(drawn.outputs().get(1).total().micrograms()).as(where).isEqualTo(sum - product.micrograms());
        UnaryOperator<Digest> back = Origins.sourceOf(drawn.arisen());
        drawn.arisen().keySet().forEach(longer -> sources.put(longer, sources.get(back.apply(longer))));
        profiles.putAll(drawn.arisen());
        gone.add(drawn.outputs().get(1));
        return drawn.outputs().get(0);
    }

    /** Metals and the alloys in which boron, dysprosium and niobium are bought; each brings its share of the iron. */
    private static List<OriginVector> registered(Random random, SortedMap<Element, Mass> composition) {
        long iron = composition.get(Element.FE).micrograms();
        List<OriginVector> lots = new ArrayList<>();
        for (Element element : List.of(Element.B, Element.DY, Element.NB)) {
            long mass = composition.get(element).micrograms();
            long with = element == Element.B ? 4 * mass : mass / 4;
            iron -= with;
            lots.add(Origins.lot(
                    mass + with,
                    Origins.byMass(element.symbol(), mass, element == Element.DY ? CN : DE),
                    Origins.byMass("Fe", with, element == Element.DY ? CN : DE)));
        }
        long neodymium = composition.get(Element.ND).micrograms();
        long chinese = 1 + random.nextLong(neodymium - 1);
        lots.add(Origins.lot(
                neodymium, Origins.byMass("Nd", chinese, CN), Origins.byMass("Nd", neodymium - chinese, AU)));
        for (Element element : List.of(Element.AL, Element.CU)) {
            long mass = composition.get(element).micrograms();
            lots.add(Origins.lot(mass, Origins.byMass(element.symbol(), mass, DE)));
        }
        lots.add(Origins.lot(iron, Origins.byMass("Fe", iron, DE)));
        return lots;
    }

    private static SortedMap<Element, Mass> composition(Random random, long charge) {
        SortedMap<Element, Mass> masses = new TreeMap<>(Element.BY_SYMBOL);
        long iron = charge;
        for (Element element : new TreeMap<Element, int[]>(PUBLISHED).keySet()) {
            long low = Ratio.of(PUBLISHED.get(element)[0], 10_000)
                            .times(charge)
                            .floor()
                            .longValueExact()
                    + 1;
            long high = Ratio.of(PUBLISHED.get(element)[1], 10_000)
                    .times(charge)
                    .floor()
                    .longValueExact();
            long mass = low + random.nextLong(high - low + 1);
            masses.put(element, new Mass(mass));
            iron -= mass;
        }
        masses.put(Element.FE, new Mass(iron));
        Ratio balance = Ratio.of(iron, charge).times(10_000);
        assertThat(balance).isBetween(Ratio.of(PUBLISHED_IRON[0], 1), Ratio.of(PUBLISHED_IRON[1], 1));
        return masses;
    }
}
