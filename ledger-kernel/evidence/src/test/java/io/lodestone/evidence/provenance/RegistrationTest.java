package io.lodestone.evidence.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonNull;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.provenance.OriginStep.Kind;
import io.lodestone.evidence.quantity.DecimalText;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.quantity.Substance;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationTest {

    private static final OriginProfile CN = Origins.profile("CN", Kind.MINED, Kind.SEPARATED);
    private static final OriginProfile AU = Origins.profile("AU", Kind.MINED, Kind.SEPARATED);

    @Test
    void an_oxide_lot_holds_the_floor_of_its_metal_and_the_rest_is_open() {
        OriginVector lot = Origins.lot(27_107_000_000L, Origins.byFraction("Dy2O3", "0.995", CN));

        assertThat(lot.of(Element.DY)).isEqualTo(new Mass(23_500_795_247L));
        assertThat(lot.open()).isEqualTo(new Mass(3_606_204_753L));
        assertThat(lot.total()).isEqualTo(new Mass(27_107_000_000L));
    }

    @Test
    void the_floor_is_taken_once_over_all_components_of_an_element() {
        // Each component alone holds 1.5 ug of Dy; together they hold 3, not 1 + 1.
        OriginVector lot = Origins.lot(3, Origins.byFraction("Dy", "0.5", CN), Origins.byFraction("Dy", "0.5", AU));

        assertThat(lot.of(Element.DY)).isEqualTo(new Mass(3));
        assertThat(lot.open()).isEqualTo(Mass.ZERO);
        boolean cnFirst = CN.digest().compareTo(AU.digest()) < 0;
        assertThat(lot.rows().get(Element.DY)).containsEntry(CN.digest(), new Mass(cnFirst ? 2 : 1));
    }

    @Test
    void components_of_one_profile_add_up() {
        OriginVector lot = Origins.lot(10, Origins.byMass("Dy", 4, CN), Origins.byMass("Dy", 5, CN));

        assertThat(lot.rowList()).containsExactly(new OriginVector.Row(Element.DY, CN.digest(), new Mass(9)));
        assertThat(lot.open()).isEqualTo(new Mass(1));
    }

    @Test
    void components_heavier_than_the_lot_are_refused_by_the_smallest_excess() {
        List<LotMaterial> material = List.of(Origins.byFraction("Dy2O3", "0.5", CN), Origins.byMass("Nd2O3", 501, AU));

        assertThat(Registration.vector(new Mass(1_000), material))
                .isInstanceOfSatisfying(OriginRefusal.class, refusal -> {
                    assertThat(refusal.code().slug()).isEqualTo("mass-not-conserved");
                    assertThat(refusal.path()).isEqualTo("material");
                });
        assertThat(Registration.vector(new Mass(1_002), material)).isInstanceOf(RegistrationResult.Registered.class);
    }

    @Test
    void a_component_is_read_back_as_it_was_written() {
        LotMaterial material = new LotMaterial(
                Substance.parse("Dy2O3"),
                Optional.of(DecimalText.parse("0.995")),
                Optional.empty(),
                CN.digest(),
                Optional.of(DecimalText.parse("0.002")),
                Optional.of(DecimalText.parse("2")));

        Members in = Members.of(material.json());

        assertThat(LotMaterial.read(in)).isEqualTo(material);
        in.end();
    }

    @ParameterizedTest
    @CsvSource({
        ",,,,massUg",
        "0.5,7,,,massUg",
        "0,,,,fraction",
        "1.1,,,,fraction",
        ",7,0.1,2,uncertainty",
        "0.5,,0.6,2,uncertainty",
        "0.5,,0.1,,coverageFactor",
        "0.5,,,2,coverageFactor",
        "0.5,,0.1,11,coverageFactor",
        "0.5,,0.1,0,coverageFactor"
    })
    void a_component_that_does_not_fit_together_is_refused_by_its_member(
            String fraction, String mass, String uncertainty, String coverage, String member) {
        Json material = Json.object()
                .put("substance", "Dy2O3")
                .put("fraction", text(fraction))
                .put("massUg", text(mass))
                .put("profile", CN.digest().toString())
                .put("uncertainty", text(uncertainty))
                .put("coverageFactor", text(coverage))
                .build();

        assertThatThrownBy(() -> LotMaterial.read(Members.of(material, "material[0]")))
                .isInstanceOfSatisfying(FormatException.class, e -> {
                    assertThat(e.path()).isEqualTo("material[0]." + member);
                    assertThat(e.fault()).isEqualTo(Fault.OUT_OF_BOUNDS);
                });
    }

    private static Json text(String value) {
        return value == null ? JsonNull.NULL : Json.string(value);
    }
}
