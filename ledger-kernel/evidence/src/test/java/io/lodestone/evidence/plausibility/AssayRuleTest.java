package io.lodestone.evidence.plausibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.plausibility.AssayRule.Booked;
import io.lodestone.evidence.plausibility.AssayRule.Found;
import io.lodestone.evidence.provenance.LotMaterial;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginStep;
import io.lodestone.evidence.provenance.Origins;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.quantity.DecimalText;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.quantity.Ratio;
import io.lodestone.evidence.quantity.Substance;
import io.lodestone.evidence.statement.AssayId;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.Input;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.Process;
import io.lodestone.evidence.statement.Site;
import io.lodestone.evidence.testing.History;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssayRuleTest {

    private static final AssayId ASSAY = new AssayId(History.id(7));
    private static final OriginProfile CHINESE = Origins.profile("CN", OriginStep.Kind.MINED);
    private static final Site SITE = new Site("CN", new FacilityId(History.id(8)), Optional.empty(), Places.of("CN"));

    private static Ratio ratio(String decimal) {
        return DecimalText.parse(decimal).ratio();
    }

    private static Ratio square(String decimal) {
        return ratio(decimal).times(ratio(decimal));
    }

    private static Optional<Finding> check(String from, String to, String own, String book, String its) {
        return AssayRule.check(
                ASSAY,
                new Found(Element.DY, ratio(from), ratio(to), square(own)),
                new Booked(ratio(book), square(its)));
    }

    @ParameterizedTest
    @CsvSource({
        // 0.003^2 + 0.004^2 = 0.005^2: within the combined uncertainty, and just outside
        "0.3, 0.3, 0.003, 0.305, 0.004, none",
        "0.3, 0.3, 0.003, 0.305000001, 0.004, MEDIUM",
        "0.305000001, 0.305000001, 0.003, 0.3, 0.004, MEDIUM",
        "0.3, 0.3, 0.003, 0.4, 0.004, HIGH",
        // none stated: a twentieth
        "0.3, 0.3, 0, 0.315, 0, none",
        "0.3, 0.3, 0, 0.315000001, 0, MEDIUM",
        // a range and a limit
        "0.01, 0.02, 0, 0.015, 0, none",
        "0.01, 0.02, 0, 0.021, 0, none",
        "0.01, 0.02, 0, 0.0211, 0, MEDIUM",
        "0, 0.0001, 0, 0.3, 0, HIGH",
        // a trace that nobody registered, and more
        "0.001, 0.001, 0.0001, 0, 0, none",
        "0.0011, 0.0011, 0.0001, 0, 0, HIGH"
    })
    void it_contradicts_beyond_the_combined_uncertainty(
            String from, String to, String own, String book, String its, String severity) {
        assertThat(check(from, to, own, book, its)
                        .map(found -> found.severity().name())
                        .orElse("none"))
                .isEqualTo(severity);
    }

    @Test
    void it_names_assay_and_element_with_both_figures() {
        assertThat(check("0.3", "0.3", "0.003", "0.4", "0")).get().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(AlertKind.ASSAY_CONTRADICTED);
            assertThat(finding.subject()).isEqualTo("Dy");
            assertThat(finding.what())
                    .contains("Assay " + ASSAY)
                    .contains("30.0000 % of Dy")
                    .contains("40.0000 % by the book");
        });
    }

    @Test
    void a_registered_lot_is_as_uncertain_as_its_components() {
        LotMaterial one = new LotMaterial(
                Substance.parse("Dy"),
                Optional.of(DecimalText.parse("0.5")),
                Optional.empty(),
                CHINESE.digest(),
                Optional.of(DecimalText.parse("0.004")),
                Optional.of(DecimalText.parse("1")));
        LotMaterial more = new LotMaterial(
                Substance.parse("Dy"),
                Optional.of(DecimalText.parse("0.2")),
                Optional.empty(),
                CHINESE.digest(),
                Optional.of(DecimalText.parse("0.006")),
                Optional.of(DecimalText.parse("2")));
        LotRegistered lot = new LotRegistered(
                new LotId(History.id(9)),
                Form.METAL,
                new Mass(1_000),
                List.of(one, more, Origins.byFraction("Nd", "0.1", CHINESE)),
                List.of(CHINESE),
                SITE,
                CHINESE.digest(),
                History.happened());
        // 0.008 at k = 2, and 0.006
        assertThat(BookUncertainty.squared(lot, Element.DY, ratio("0.7"))).isEqualTo(square("0.01"));
        assertThat(BookUncertainty.squared(lot, Element.ND, ratio("0.1"))).isEqualTo(Ratio.ZERO);
    }

    /** Half of a lot of 600 of 1,000: 300 consumed, known to 3, which is a hundredth of what is made of it. */
    @Test
    void a_made_lot_is_as_uncertain_in_proportion_as_what_went_in() {
        Input input = new Input(
                new LotVersion(new LotId(History.id(9)), 1),
                new Mass(500),
                Optional.empty(),
                Origins.lot(1_000, Origins.byMass("Dy", 600, CHINESE)),
                Optional.of(Origins.elements("Dy", 3)));
        LotsTransformed made = new LotsTransformed(
                Process.CALCINATION,
                Optional.empty(),
                Places.of("CN"),
                SITE,
                List.of(input),
                List.of(),
                Mass.ZERO,
                List.of(CHINESE),
                History.happened());
        assertThat(BookUncertainty.squared(made, Element.DY, ratio("0.4"))).isEqualTo(square("0.004"));
        assertThat(BookUncertainty.squared(made, Element.ND, ratio("0.4"))).isEqualTo(Ratio.ZERO);
    }
}
