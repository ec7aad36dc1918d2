package io.lodestone.evidence.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.provenance.OriginRefusal.Code;
import io.lodestone.evidence.provenance.OriginStep.Kind;
import io.lodestone.evidence.quantity.Mass;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompletionTest {

    private static final OriginProfile CN = Origins.profile("CN", Kind.MINED);

    /** 600 Dy, 300 Nd, 100 open. */
    private static final OriginVector LOT =
            Origins.lot(1_000, Origins.byMass("Dy", 600, CN), Origins.byMass("Nd", 300, CN));

    private final TransformationDraw draw = Origins.whole(Map.of(), Optional.empty(), LOT);

    @Test
    void the_last_output_takes_the_rest_of_tracked_and_open_mass() {
        assertThat(Origins.completed(
                        draw,
                        WantedOutput.of(OutputKind.PRODUCT, new Mass(800), Mass.ZERO),
                        WantedOutput.rest(OutputKind.LOSS)))
                .containsExactly(output(OutputKind.PRODUCT, 800, 0), output(OutputKind.LOSS, 200, 100));
    }

    @Test
    void what_nobody_accounts_for_is_appended() {
        assertThat(Origins.completed(draw, WantedOutput.of(OutputKind.PRODUCT, new Mass(800), new Mass(90))))
                .containsExactly(output(OutputKind.PRODUCT, 800, 90), output(OutputKind.UNACCOUNTED, 200, 10));
    }

    @Test
    void nothing_is_appended_where_nothing_is_left() {
        assertThat(Origins.completed(
                        draw,
                        WantedOutput.of(OutputKind.PRODUCT, new Mass(1_000), new Mass(100)),
                        WantedOutput.rest(OutputKind.LOSS)))
                .containsExactly(output(OutputKind.PRODUCT, 1_000, 100));
        assertThat(Origins.completed(draw, WantedOutput.share(OutputKind.PRODUCT, new Mass(1_000))))
                .containsExactly(output(OutputKind.PRODUCT, 1_000, 100));
    }

    @Test
    void a_share_has_the_open_mass_of_what_remains() {
        assertThat(Origins.completed(
                        draw,
                        WantedOutput.share(OutputKind.PRODUCT, new Mass(255)),
                        WantedOutput.share(OutputKind.PRODUCT, new Mass(745))))
                .containsExactly(output(OutputKind.PRODUCT, 255, 25), output(OutputKind.PRODUCT, 745, 75));
    }

    @Test
    void open_mass_follows_from_stated_elements() {
        StatedElements elements = Origins.elements("Dy", 90, "Nd", 5);
        WantedOutput wanted = new WantedOutput(
                OutputKind.PRODUCT, Optional.of(new Mass(100)), Optional.empty(), Optional.of(elements));

        List<DrawOutput> outputs = Origins.completed(draw, wanted);

        assertThat(outputs.get(0).open()).isEqualTo(new Mass(5));
        assertThat(outputs.get(1)).isEqualTo(output(OutputKind.UNACCOUNTED, 900, 95));
        assertThat(StatedElements.read(
                        Members.of(
                                Json.object().put("elements", elements.json()).build()),
                        "elements"))
                .contains(elements);
    }

    @Test
    void more_than_the_inputs_hold_is_refused() {
        assertRefused(Code.MASS_NOT_CONSERVED, WantedOutput.share(OutputKind.PRODUCT, new Mass(1_001)));
        assertRefused(Code.OPEN_MASS_NOT_CONSERVED, WantedOutput.of(OutputKind.PRODUCT, new Mass(200), new Mass(101)));
        assertRefused(Code.MASS_NOT_CONSERVED, WantedOutput.of(OutputKind.LOSS, new Mass(999), new Mass(100)));
    }

    @Test
    void only_the_last_output_may_ask_for_the_rest() {
        List<WantedOutput> wanted = List.of(WantedOutput.rest(OutputKind.PRODUCT), WantedOutput.rest(OutputKind.LOSS));

        assertThatThrownBy(() -> draw.complete(wanted)).isInstanceOf(FormatException.class);
    }

    private void assertRefused(Code code, WantedOutput wanted) {
        assertThat(draw.complete(List.of(wanted)))
                .isInstanceOfSatisfying(
                        OriginRefusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static DrawOutput output(OutputKind kind, long mass, long open) {
        return DrawOutput.of(kind, new Mass(mass), new Mass(open));
    }
}
