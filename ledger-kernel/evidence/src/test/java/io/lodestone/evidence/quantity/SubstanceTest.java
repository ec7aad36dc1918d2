package io.lodestone.evidence.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubstanceTest {

    @ParameterizedTest
    @CsvSource({
        "Sc2O3,Sc,0.6520,1.5338", "Y2O3,Y,0.7874,1.2699", "La2O3,La,0.8527,1.1728", "CeO2,Ce,0.8141,1.2284",
        "Pr6O11,Pr,0.8277,1.2082", "Pr2O3,Pr,0.8545,1.1703", "Nd2O3,Nd,0.8574,1.1664", "Sm2O3,Sm,0.8624,1.1596",
        "Eu2O3,Eu,0.8636,1.1579", "Gd2O3,Gd,0.8676,1.1526", "Tb4O7,Tb,0.8502,1.1762", "Tb2O3,Tb,0.8688,1.1510",
        "Dy2O3,Dy,0.8713,1.1477", "Ho2O3,Ho,0.8730,1.1455", "Er2O3,Er,0.8745,1.1435", "Tm2O3,Tm,0.8756,1.1421",
        "Yb2O3,Yb,0.8782,1.1387", "Lu2O3,Lu,0.8794,1.1372"
    })
    void oxides_have_the_metal_fraction_of_the_printed_table(
            String formula, String element, String fraction, String oxidePerMetal) {
        Ratio metal = Substance.parse(formula).fractionOf(Element.parse(element));

        assertThat(metal.rounded(4)).isEqualTo(fraction);
        assertThat(Ratio.ONE.dividedBy(metal).rounded(4)).isEqualTo(oxidePerMetal);
    }

    @ParameterizedTest
    @CsvSource({
        "NdF3,Nd,0.7168",
        "PrF3,Pr,0.7120",
        "DyF3,Dy,0.7403",
        "TbF3,Tb,0.7360",
        "SmF3,Sm,0.7251",
        "Nd2Fe14B,Nd,0.2668",
        "Nd2Fe14B,Fe,0.7232",
        "Nd2Fe14B,B,0.0100",
        "SmCo5,Sm,0.3379",
        "Sm2Co17,Sm,0.2309",
        "Dy,Dy,1.0000"
    })
    void fluorides_and_magnet_phases_agree_with_the_printed_figures(String formula, String element, String fraction) {
        assertThat(Substance.parse(formula).fractionOf(Element.parse(element)).rounded(4))
                .isEqualTo(fraction);
    }

    @Test
    void dysprosium_oxide_is_an_exact_ratio() {
        assertThat(Substance.parse("Dy2O3").fractionOf(Element.DY)).isEqualTo(Ratio.of(325_000, 372_997));
        assertThat(Substance.parse("Dy2O3").fractionOf(Element.ND)).isEqualTo(Ratio.ZERO);
        assertThat(Substance.parse("Dy2O3").tracked()).containsExactly(Element.DY);
        assertThat(Substance.parse("Nd2Fe14B").tracked()).containsExactly(Element.ND, Element.FE, Element.B);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dy2O3",
                "Dy2O1",
                "Dy02O3",
                "Dy100O3",
                "Dy2O3 ",
                "Dy(OH)3",
                "Xx2O3",
                "Pm2O3",
                "H2O",
                "O",
                "Dy2",
                "Dy2O3Dy",
                "DyFeCoCuZrGaB",
                "Dy2O3Fe14Co10Cu10"
            })
    void anything_but_the_one_spelling_of_a_formula_is_refused(String formula) {
        assertThatThrownBy(() -> Substance.parse(formula)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void every_tracked_element_has_an_atomic_mass(Element element) {
        assertThat(AtomicMasses.of(element)).isGreaterThan(Ratio.of(6, 1)).isLessThan(Ratio.of(239, 1));
    }
}
