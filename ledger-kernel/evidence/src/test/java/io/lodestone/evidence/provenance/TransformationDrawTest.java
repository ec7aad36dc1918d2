package io.lodestone.evidence.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginRefusal.Code;
import io.lodestone.evidence.provenance.OriginStep.Kind;
import io.lodestone.evidence.provenance.TransformationResult.Drawn;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TransformationDrawTest {

    private static final OriginProfile CN = Origins.profile("CN", Kind.MINED);
    private static final OriginProfile AU = Origins.profile("AU", Kind.MINED);
    private static final OriginStep METAL = Origins.step("DE", Kind.METAL);

    /** 600 Dy, 300 Nd, 100 open. */
    private static final OriginVector LOT =
            Origins.lot(1_000, Origins.byMass("Dy", 600, CN), Origins.byMass("Nd", 300, AU));

    private final TransformationDraw draw = Origins.whole(Origins.known(CN, AU), Optional.of(METAL), LOT);

    @Test
    void the_step_is_appended_to_lots_and_not_to_losses() {
        Drawn drawn =
                Origins.drawn(draw, List.of(output(OutputKind.PRODUCT, 450, 0), output(OutputKind.LOSS, 550, 100)));

        assertThat(drawn.outputs().get(0).rows().get(Element.DY).keySet())
                .containsExactly(CN.then(METAL).digest());
        assertThat(drawn.outputs().get(1).rows().get(Element.DY).keySet()).containsExactly(CN.digest());
        assertThat(drawn.arisen().keySet())
                .containsExactlyInAnyOrder(
                        CN.then(METAL).digest(), AU.then(METAL).digest());
    }

    @Test
    void what_is_not_consumed_remains_with_the_input() {
        TransformationDraw half = new TransformationDraw(
                List.of(new DrawInput(LOT, new Mass(501))), Mass.ZERO, Optional.empty(), Map.of());

        Drawn drawn = Origins.drawn(half, List.of(output(OutputKind.PRODUCT, 501, 50)));

        assertThat(drawn.consumed().get(0).of(Element.DY)).isEqualTo(new Mass(301));
        assertThat(drawn.remaining().get(0).of(Element.DY)).isEqualTo(new Mass(299));
        assertThat(drawn.remaining().get(0).total()).isEqualTo(new Mass(499));
        assertThat(drawn.arisen()).isEmpty();
        assertThat(drawn.outputs()).isEqualTo(drawn.consumed());
    }

    @Test
    void stated_elements_are_the_elements_of_the_output() {
        DrawOutput stated = new DrawOutput(
                OutputKind.PRODUCT, new Mass(110), new Mass(10), Optional.of(Origins.elements("Dy", 1, "Nd", 99)));

        Drawn drawn = Origins.drawn(draw, List.of(stated, output(OutputKind.BY_PRODUCT, 890, 90)));

        assertThat(drawn.outputs().get(0).of(Element.ND)).isEqualTo(new Mass(99));
        assertThat(drawn.outputs().get(1).of(Element.ND)).isEqualTo(new Mass(201));
        assertThat(drawn.outputs().get(1).open()).isEqualTo(new Mass(90));
    }

    @Test
    void open_mass_may_rise_by_the_declared_gain_alone() {
        TransformationDraw gain = new TransformationDraw(
                List.of(new DrawInput(LOT, LOT.total())), new Mass(7), Optional.empty(), Map.of());

        assertThat(gain.draw(List.of(output(OutputKind.PRODUCT, 1_007, 107)))).isInstanceOf(Drawn.class);
        assertRefused(gain, Code.OPEN_MASS_NOT_CONSERVED, "outputs[0].openUg", output(OutputKind.PRODUCT, 1_008, 108));
        assertRefused(gain, Code.OPEN_MASS_NOT_CONSERVED, "outputs[0].openUg", output(OutputKind.PRODUCT, 1_000, 100));
    }

    @Test
    void more_than_is_left_cannot_be_consumed() {
        TransformationDraw greedy = new TransformationDraw(
                List.of(new DrawInput(LOT, new Mass(1)), new DrawInput(LOT, new Mass(1_001))),
                Mass.ZERO,
                Optional.empty(),
                Map.of());

        assertRefused(
                greedy, Code.CONSUMES_MORE_THAN_LEFT, "inputs[1].consumedUg", output(OutputKind.PRODUCT, 1_002, 100));
    }

    @Test
    void a_last_output_that_is_not_exactly_the_rest_is_refused() {
        assertRefused(draw, Code.MASS_NOT_CONSERVED, "outputs[0].massUg", output(OutputKind.PRODUCT, 1_001, 100));
        assertRefused(draw, Code.MASS_NOT_CONSERVED, "outputs[0].massUg", output(OutputKind.PRODUCT, 999, 100));
        assertRefused(draw, Code.OPEN_MASS_NOT_CONSERVED, "outputs[0].openUg", output(OutputKind.PRODUCT, 999, 99));
        assertRefused(draw, Code.OPEN_MASS_NOT_CONSERVED, "outputs[0].openUg", output(OutputKind.PRODUCT, 1_000, 99));
    }

    @Test
    void an_earlier_output_beyond_what_remains_is_refused() {
        DrawOutput last = output(OutputKind.LOSS, 1, 0);

        assertRefused(draw, Code.MASS_NOT_CONSERVED, "outputs[0].massUg", output(OutputKind.PRODUCT, 901, 0), last);
        assertRefused(
                draw, Code.OPEN_MASS_NOT_CONSERVED, "outputs[0].openUg", output(OutputKind.PRODUCT, 101, 101), last);
    }

    @Test
    void elements_from_nowhere_are_refused() {
        DrawOutput last = output(OutputKind.LOSS, 1, 0);

        assertRefused(draw, Code.ELEMENT_NOT_IN_INPUTS, "outputs[0].elements", stated(5, "Tb", 5), last);
        assertRefused(draw, Code.ELEMENT_EXCEEDS_INPUTS, "outputs[0].elements", stated(601, "Dy", 601), last);
        assertRefused(
                draw, Code.ELEMENT_EXCEEDS_INPUTS, "outputs[1].elements", stated(600, "Dy", 600), stated(5, "Dy", 5));
        assertRefused(draw, Code.MASS_NOT_CONSERVED, "outputs[0].elements", stated(6, "Dy", 5), last);
    }

    @Test
    void a_replay_needs_the_profiles_and_room_for_a_step() {
        assertThatThrownBy(() -> Origins.whole(Map.of(), Optional.of(METAL), LOT)
                        .draw(List.of(output(OutputKind.PRODUCT, 1_000, 100))))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.path()).isEqualTo("profiles"));
        Kind[] full = new Kind[OriginProfile.MAX_STEPS];
        java.util.Arrays.fill(full, Kind.METAL);
        OriginProfile longest = Origins.profile("CN", full);
        OriginVector lot = Origins.lot(5, Origins.byMass("Dy", 5, longest));
        assertThatThrownBy(() -> Origins.whole(Origins.known(longest), Optional.of(METAL), lot)
                        .draw(List.of(output(OutputKind.PRODUCT, 5, 0))))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.fault()).isEqualTo(Fault.TOO_LARGE));
    }

    @Test
    void a_loss_stands_once_and_last() {
        assertThatThrownBy(
                        () -> draw.draw(List.of(output(OutputKind.LOSS, 500, 100), output(OutputKind.PRODUCT, 500, 0))))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.path()).isEqualTo("outputs[0].kind"));
    }

    private static DrawOutput output(OutputKind kind, long mass, long open) {
        return DrawOutput.of(kind, new Mass(mass), new Mass(open));
    }

    private static DrawOutput stated(long mass, String symbol, int ug) {
        return new DrawOutput(OutputKind.PRODUCT, new Mass(mass), Mass.ZERO, Optional.of(Origins.elements(symbol, ug)));
    }

    private static void assertRefused(TransformationDraw draw, Code code, String path, DrawOutput... outputs) {
        assertThat(draw.draw(List.of(outputs))).isInstanceOfSatisfying(OriginRefusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.path()).isEqualTo(path);
        });
    }

    @Test
    void refuses_a_draw_that_the_ledger_would_have_to_wait_for() {
        LotMaterial[] material = new LotMaterial[300];
        Map<Digest, OriginProfile> known = new java.util.HashMap<>();
        for (int i = 0; i < material.length; i++) {
            OriginProfile profile = new OriginProfile(
                    java.util.Collections.nCopies(
                            1 + i % 30, Origins.step(i % 2 == 0 ? "CN" : "AU", OriginStep.Kind.MINED)),
                    OriginProfile.Recycled.values()[i % 4],
                    OriginProfile.Evidence.DECLARED);
            known.put(profile.digest(), profile);
            material[i] = Origins.byMass("Nd", 1_000_000 + i, profile);
        }
        OriginVector vector = Origins.lot(1_000_000_000L, material);
        long rows = vector.rowList().size();
        int tooMany = (int) (TransformationDraw.MAX_WORK / rows) + 1;
        TransformationDraw draw = new TransformationDraw(
                List.of(new DrawInput(vector, new Mass(1_000_000))), Mass.ZERO, Optional.empty(), known);
        List<DrawOutput> outputs =
                java.util.Collections.nCopies(tooMany, DrawOutput.of(OutputKind.PRODUCT, new Mass(1), Mass.ZERO));
        assertThatThrownBy(() -> draw.draw(outputs))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.fault()).isEqualTo(Fault.TOO_LARGE));
    }
}
