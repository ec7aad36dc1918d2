package io.lodestone.evidence.massbalance;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginStep.Kind;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.Origins;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class MassBalanceTest {

    private static final OriginProfile CN = Origins.profile("CN", Kind.MINED);
    private static final OriginProfile AU = Origins.profile("AU", Kind.MINED);
    private static final OriginVector IN =
            Origins.lot(1_000, Origins.byMass("Dy", 600, CN), Origins.byMass("Nd", 300, AU));

    @Test
    void outputs_that_hold_what_the_inputs_held_balance() {
        assertThat(MassBalance.check(List.of(IN, IN), List.of(IN, IN), Mass.ZERO))
                .isEmpty();
        assertThat(MassBalance.totals(IN))
                .containsEntry(Element.DY, new Mass(600))
                .containsEntry(Element.ND, new Mass(300));
    }

    @Test
    void one_microgram_of_an_element_is_seen() {
        OriginVector out = Origins.lot(1_001, Origins.byMass("Dy", 601, CN), Origins.byMass("Nd", 300, AU));

        assertThat(MassBalance.check(List.of(IN), List.of(out), Mass.ZERO)).containsExactly(imbalance("Dy", 600, 601));
    }

    @Test
    void an_element_that_appears_or_vanishes_is_seen() {
        OriginVector out = Origins.lot(1_000, Origins.byMass("Dy", 600, CN), Origins.byMass("Tb", 300, AU));

        assertThat(MassBalance.check(List.of(IN), List.of(out), Mass.ZERO))
                .containsExactly(imbalance("Nd", 300, 0), imbalance("Tb", 0, 300));
    }

    @Test
    void open_mass_balances_with_the_declared_gain_and_not_otherwise() {
        OriginVector out = Origins.lot(1_005, Origins.byMass("Dy", 600, CN), Origins.byMass("Nd", 300, AU));

        assertThat(MassBalance.check(List.of(IN), List.of(out), new Mass(5))).isEmpty();
        assertThat(MassBalance.check(List.of(IN), List.of(out), new Mass(4)))
                .containsExactly(imbalance("open", 104, 105));
    }

    @Test
    void an_element_that_changed_its_profile_balances_by_element_and_not_by_profile() {
        OriginVector out = Origins.lot(1_000, Origins.byMass("Dy", 600, AU), Origins.byMass("Nd", 300, AU));

        assertThat(MassBalance.check(List.of(IN), List.of(out), Mass.ZERO)).isEmpty();
        assertThat(MassBalance.checkProfiles(List.of(IN), List.of(out)))
                .containsExactlyInAnyOrder(
                        imbalance("Dy " + CN.digest(), 600, 0), imbalance("Dy " + AU.digest(), 0, 600));
    }

    private static Imbalance imbalance(String what, long in, long out) {
        return new Imbalance(what, BigInteger.valueOf(in), BigInteger.valueOf(out));
    }
}
