package io.lodestone.evidence.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.massbalance.MassBalance;
import io.lodestone.evidence.provenance.OriginProfile.Evidence;
import io.lodestone.evidence.provenance.OriginProfile.Recycled;
import io.lodestone.evidence.provenance.OriginStep.Kind;
import io.lodestone.evidence.provenance.TransformationResult.Drawn;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** More origins than a vector can tell apart: the largest stay, the smallest become one, nothing is lost. */
class ProfileMergeTest {

    private static final int LIMIT = OriginVector.MAX_PROFILES_PER_ELEMENT;
    private static final OriginProfile CN = Origins.profile("CN", Kind.MINED, Kind.CRACKED, Kind.SEPARATED);
    private static final OriginProfile AU = new OriginProfile(
            List.of(Origins.step("AU", Kind.MINED), Origins.step("AU", Kind.SEPARATED)),
            Recycled.NONE,
            Evidence.ATTESTED);

    /** As many different profiles as wanted, in the order of their digests. */
    private final SortedMap<Digest, OriginProfile> known = new TreeMap<>();

    @Test
    void a_merged_profile_says_what_is_true_of_each_and_stands_so_in_the_specification() throws IOException {
        OriginProfile merged = MergedProfile.of(List.of(CN, AU));

        assertThat(merged.steps())
                .extracting(step -> step.step().wire() + " " + step.countries().codes())
                .containsExactly("mined [AU, CN]", "cracked [CN, Unknown]", "separated [AU, CN]");
        assertThat(merged.steps()).allSatisfy(step -> {
            assertThat(step.ownership()).isEqualTo(step.countries());
            assertThat(step.technology()).isEqualTo(step.countries());
        });
        assertThat(merged.recycled()).isEqualTo(Recycled.NONE);
        assertThat(merged.evidence()).isEqualTo(Evidence.DECLARED);
        assertThat(MergedProfile.of(List.of(AU, CN))).isEqualTo(merged);
        assertThat(Files.readString(Path.of("..", "SPEC.md")))
                .contains("```json profile " + merged.digest() + "\n"
                        + new String(CanonicalJson.bytes(merged.json()), StandardCharsets.UTF_8) + "\n```");
    }

    @Test
    void recycling_that_differs_is_unknown_and_operators_are_not_kept() {
        OriginStep mined = CN.steps().get(0);
        Optional<Digest> operator = Optional.of(Digest.sha256(new byte[] {1}));
        OriginStep named =
                new OriginStep(mined.step(), mined.countries(), operator, mined.ownership(), mined.technology());
        OriginProfile one = new OriginProfile(List.of(named), Recycled.PRE_CONSUMER, Evidence.ATTESTED);
        OriginProfile other = new OriginProfile(List.of(named), Recycled.POST_CONSUMER, Evidence.COUNTER_SIGNED);

        assertThat(MergedProfile.of(List.of(one, other)))
                .isEqualTo(new OriginProfile(List.of(mined), Recycled.UNKNOWN, Evidence.COUNTER_SIGNED));
    }

    @Test
    void more_places_than_a_profile_can_name_are_unknown() {
        String[] first =
                "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS"
                        .split(" ");
        String[] second =
                "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET"
                        .split(" ");

        assertThat(Places.anyOf(List.of(Places.of(first), Places.of(second))).codes())
                .hasSize(Places.MAX_CODES);
        assertThat(Places.anyOf(List.of(Places.of(first), Places.of(second), Places.of("US"))))
                .isEqualTo(Places.of(Places.UNKNOWN));
        assertThat(Places.anyOf(List.of(Places.of(first), Places.of(second), Places.of(Places.UNKNOWN))))
                .isEqualTo(Places.of(Places.UNKNOWN));
    }

    @Test
    void up_to_the_limit_every_profile_stays() {
        Drawn drawn = blend(Optional.empty(), Map.of(), masses(0, 300, 5), masses(300, LIMIT, 5));

        assertThat(drawn.merging().elements()).isEmpty();
        assertThat(drawn.arisen()).isEmpty();
        assertThat(drawn.outputs().get(0).rows().get(Element.DY)).hasSize(LIMIT);
    }

    /** 514 profiles of 5, the first four in digest order of 1, 2, 2, 2: 1 and the later two of the twos are merged. */
    @Test
    void the_smallest_become_one_row_and_of_equals_the_smaller_digest_is_kept() {
        SortedMap<Digest, Mass> all = masses(0, LIMIT + 2, 5);
        List<Digest> order = List.copyOf(all.keySet());
        all.put(order.get(0), new Mass(1));
        order.subList(1, 4).forEach(digest -> all.put(digest, new Mass(2)));
        SortedMap<Digest, Mass> lower = all.headMap(order.get(200));
        SortedMap<Digest, Mass> upper = all.tailMap(order.get(200));

        Drawn drawn = blend(Optional.empty(), known, lower, upper);

        List<Digest> smallest = List.of(order.get(0), order.get(2), order.get(3));
        OriginProfile merged =
                MergedProfile.of(smallest.stream().map(known::get).toList());
        SortedMap<Digest, Mass> expected = new TreeMap<>(all);
        smallest.forEach(expected::remove);
        expected.put(merged.digest(), new Mass(5));
        assertThat(drawn.outputs().get(0).rows().get(Element.DY))
                .isEqualTo(expected)
                .hasSize(LIMIT);
        assertThat(drawn.arisen()).isEqualTo(Map.of(merged.digest(), merged));
        assertThat(drawn.merging().elements().get(Element.DY).sources()).containsExactlyElementsOf(smallest);
    }

    @Test
    void a_merged_profile_that_is_kept_already_takes_the_mass_in() {
        SortedMap<Digest, Mass> all = masses(0, LIMIT + 1, 5);
        List<Digest> order = List.copyOf(all.keySet());
        List<Digest> smallest = order.subList(LIMIT - 1, LIMIT + 1);
        OriginProfile merged =
                MergedProfile.of(smallest.stream().map(known::get).toList());
        known.put(merged.digest(), merged);
        all.remove(order.get(0));
        all.put(merged.digest(), new Mass(100));
        smallest.forEach(digest -> all.put(digest, new Mass(1)));

        Drawn drawn = blend(Optional.empty(), known, all.headMap(order.get(200)), all.tailMap(order.get(200)));

        assertThat(drawn.outputs().get(0).rows().get(Element.DY))
                .hasSize(LIMIT - 1)
                .containsEntry(merged.digest(), new Mass(102));
    }

    @Test
    void lots_hold_the_merged_profile_with_the_step_and_losses_without() {
        OriginStep metal = Origins.step("DE", Kind.METAL);
        SortedMap<Digest, Mass> all = masses(0, LIMIT + 88, 1_000);
        List<Digest> order = List.copyOf(all.keySet());

        Drawn drawn = blend(Optional.of(metal), known, all.headMap(order.get(300)), all.tailMap(order.get(300)));

        OriginProfile merged = drawn.merging().elements().get(Element.DY).profile();
        assertThat(drawn.outputs().get(0).rows().get(Element.DY))
                .containsKey(merged.then(metal).digest())
                .doesNotContainKey(merged.digest());
        assertThat(drawn.outputs().get(1).rows().get(Element.DY)).containsKey(merged.digest());
        assertThat(drawn.arisen())
                .containsKeys(merged.digest(), merged.then(metal).digest());
        assertThat(MassBalance.check(drawn.consumed(), drawn.outputs(), Mass.ZERO))
                .isEmpty();

        OriginVector back = drawn.outputs().get(0).relabelled(Origins.sourceOf(drawn.arisen()));
        List<OriginVector> sources = List.of(back, drawn.outputs().get(1));
        assertThat(MassBalance.checkProfiles(drawn.consumed(), sources)).isNotEmpty();
        assertThat(MassBalance.checkProfiles(
                        drawn.consumed().stream().map(drawn.merging()::under).toList(), sources))
                .isEmpty();
    }

    @Test
    void what_stays_with_the_inputs_keeps_its_profiles() {
        SortedMap<Digest, Mass> all = masses(0, LIMIT + 88, 1_000);
        List<Digest> order = List.copyOf(all.keySet());
        OriginVector lower = lot(all.headMap(order.get(300)));
        OriginVector upper = lot(all.tailMap(order.get(300)));
        TransformationDraw draw = new TransformationDraw(
                List.of(new DrawInput(lower, new Mass(150_000)), new DrawInput(upper, new Mass(150_000))),
                Mass.ZERO,
                Optional.empty(),
                known);

        Drawn drawn = Origins.drawn(draw, List.of(DrawOutput.of(OutputKind.PRODUCT, new Mass(300_000), Mass.ZERO)));

        assertThat(drawn.remaining().get(0).rows().get(Element.DY).keySet())
                .isEqualTo(all.headMap(order.get(300)).keySet());
        assertThat(MassBalance.checkProfiles(
                        List.of(lower, upper),
                        List.of(
                                drawn.consumed().get(0),
                                drawn.consumed().get(1),
                                drawn.remaining().get(0),
                                drawn.remaining().get(1))))
                .isEmpty();
    }

    @Test
    void merging_needs_the_profiles_and_a_lot_is_born_within_the_limit() {
        SortedMap<Digest, Mass> all = masses(0, LIMIT + 1, 5);
        List<Digest> order = List.copyOf(all.keySet());

        assertThatThrownBy(
                        () -> blend(Optional.empty(), Map.of(), all.headMap(order.get(9)), all.tailMap(order.get(9))))
                .isInstanceOfSatisfying(FormatException.class, e -> {
                    assertThat(e.fault()).isEqualTo(Fault.MISSING_FIELD);
                    assertThat(e.path()).isEqualTo("profiles");
                });
        assertThatThrownBy(() -> lot(all))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.fault()).isEqualTo(Fault.TOO_LARGE));
    }

    /** What was drawn once with 600 profiles is drawn again as it was, and over less still fits. */
    @Test
    void a_redraw_merges_as_the_draw_does() {
        Optional<OriginStep> metal = Optional.of(Origins.step("DE", Kind.METAL));
        SortedMap<Digest, Mass> all = masses(0, LIMIT + 88, 1_000);
        List<Digest> order = List.copyOf(all.keySet());
        OriginVector lower = lot(all.headMap(order.get(300)));
        OriginVector upper = lot(all.tailMap(order.get(300)));
        List<DrawInput> inputs =
                List.of(new DrawInput(lower, new Mass(150_000)), new DrawInput(upper, new Mass(150_000)));
        List<DrawOutput> outputs = List.of(DrawOutput.of(OutputKind.PRODUCT, new Mass(299_999), Mass.ZERO));
        List<DrawOutput> withLoss = new ArrayList<>(outputs);
        withLoss.add(DrawOutput.of(OutputKind.LOSS, new Mass(1), Mass.ZERO));
        Drawn drawn = Origins.drawn(new TransformationDraw(inputs, Mass.ZERO, metal, known), withLoss);

        Redrawn same = new Redraw(inputs, Mass.ZERO, metal, Optional.empty(), known, outputs, () -> drawn).redraw();
        assertThat(same.outputs()).isEqualTo(drawn.outputs().subList(0, 1));
        assertThat(same.remaining()).isEqualTo(drawn.remaining());
        assertThat(same.loss()).contains(drawn.outputs().get(1));
        assertThat(same.arisen()).isEqualTo(drawn.arisen());

        OriginVector less = Vectors.consume(upper, new Mass(100_000));
        List<DrawInput> lacking = List.of(inputs.get(0), new DrawInput(less, new Mass(150_000)));
        Redrawn filled = new Redraw(lacking, Mass.ZERO, metal, Optional.empty(), known, outputs, () -> drawn).redraw();
        assertThat(filled.deficits().get(1)).isEqualTo(new Mass(50_000));
        assertThat(filled.outputs().get(0).rows().get(Element.DY)).hasSize(LIMIT);
        assertThat(filled.outputs().get(0).total()).isEqualTo(new Mass(299_999));
        assertThat(filled.arisen().keySet())
                .containsAll(filled.outputs().get(0).rows().get(Element.DY).keySet());
    }

    /** Half becomes a product and half is lost; without a step all of it is one product. */
    @SafeVarargs
    private Drawn blend(
            Optional<OriginStep> step, Map<Digest, OriginProfile> profiles, SortedMap<Digest, Mass>... dysprosium) {
        List<OriginVector> lots = new ArrayList<>();
        for (SortedMap<Digest, Mass> rows : dysprosium) {
            lots.add(lot(rows));
        }
        TransformationDraw draw = Origins.whole(profiles, step, lots.toArray(OriginVector[]::new));
        Mass sum =
                new Mass(lots.stream().mapToLong(it -> it.total().micrograms()).sum());
        WantedOutput half = WantedOutput.share(OutputKind.PRODUCT, new Mass(sum.micrograms() / 2));
        return step.isEmpty()
                ? Origins.drawn(draw, Origins.completed(draw, WantedOutput.share(OutputKind.PRODUCT, sum)))
                : Origins.drawn(draw, Origins.completed(draw, half, WantedOutput.rest(OutputKind.LOSS)));
    }

    private static OriginVector lot(SortedMap<Digest, Mass> dysprosium) {
        SortedMap<Element, SortedMap<Digest, Mass>> rows = new TreeMap<>(Element.BY_SYMBOL);
        rows.put(Element.DY, dysprosium);
        return new OriginVector(rows, Mass.ZERO);
    }

    /** The profiles from one number to another, each with the same mass; told apart by their operators. */
    private SortedMap<Digest, Mass> masses(int from, int to, long each) {
        SortedMap<Digest, Mass> masses = new TreeMap<>();
        for (int i = from; i < to; i++) {
            Places place = Places.of(i % 3 == 0 ? "CN" : i % 3 == 1 ? "AU" : "US");
            Optional<Digest> operator = Optional.of(Digest.sha256(new byte[] {(byte) i, (byte) (i >> 8)}));
            OriginProfile profile = new OriginProfile(
                    List.of(new OriginStep(Kind.MINED, place, operator, place, place)),
                    Recycled.NONE,
                    Evidence.DECLARED);
            known.put(profile.digest(), profile);
            masses.put(profile.digest(), new Mass(each));
        }
        return masses;
    }
}
