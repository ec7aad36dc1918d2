package io.lodestone.evidence.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.acceptance.Refusal.Code;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.Origins;
import io.lodestone.evidence.provenance.PoolResult.Ran;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.CreditClaimed;
import io.lodestone.evidence.statement.CustodyModel;
import io.lodestone.evidence.statement.Input;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotVersion;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What may be claimed as a mass-balance credit, and that nothing physical changes by it. */
class CreditRulesTest extends FedPool {
    @Test
    void a_credit_never_exceeds_what_the_pool_holds_and_changes_no_lot() {
        LotId lot = scene.lot();
        Ran ran = ran(List.of(input(100)), List.of(out(lot, 550, CustodyModel.MASS_BALANCE)), 2);
        Mass held = book.holds().of(Element.DY, australian.digest());
        assertThat(held).isEqualTo(new Mass(50));
        Holding before = scene.holding(lot);
        OriginVector physical = ran.outputs().get(0);
        scene.refuse(credit(lot, physical, held.plus(new Mass(1))), Code.CREDIT_EXCEEDS_POOL);
        scene.accept(credit(lot, physical, new Mass(30)));
        book.touched();
        assertThat(scene.holding(lot)).isEqualTo(before);
        assertThat(scene.holding(pool).vector()).isEqualTo(book.holds().digest());
        scene.refuse(credit(lot, physical, new Mass(21)), Code.CREDIT_EXCEEDS_POOL);
        scene.accept(credit(lot, physical, new Mass(20)));
        book.touched();
        assertThat(scene.ledger().pool(pool).orElseThrow().claimed().of(Element.DY))
                .isEqualTo(held);
        // What leaves in a lot frees as much of what is claimed; what arrives can be claimed anew.
        ran(List.of(), List.of(out(scene.lot(), 275, CustodyModel.SEGREGATED)), 3);
        assertThat(scene.ledger().pool(pool).orElseThrow().claimed().of(Element.DY))
                .isEqualTo(new Mass(25));
        scene.refuse(credit(lot, physical, new Mass(1)), Code.CREDIT_EXCEEDS_POOL);
        ran(List.of(new Input(new LotVersion(feed, 2), new Mass(10), Optional.empty(), left(100))), List.of(), 4);
        scene.refuse(credit(lot, physical, new Mass(11)), Code.CREDIT_EXCEEDS_POOL);
        scene.accept(credit(lot, physical, new Mass(10)));
    }

    @Test
    void a_credit_is_for_a_lot_of_that_pool_under_mass_balance_and_within_its_mass() {
        LotId small = scene.lot();
        LotId kept = scene.lot();
        Ran ran = ran(
                List.of(),
                List.of(out(small, 10, CustodyModel.MASS_BALANCE), out(kept, 100, CustodyModel.SEGREGATED)),
                2);
        scene.refuse(credit(chinese, kept, ran.outputs().get(1), new Mass(1)), Code.CREDIT_NOT_ALLOWED);
        scene.refuse(
                book.credit(new LotVersion(feed, 1), fed, List.of(claim(chinese, 1)), scene.at(3)),
                Code.CREDIT_NOT_ALLOWED);
        scene.refuse(credit(chinese, small, fed, new Mass(1)), Code.VECTOR_MISMATCH);
        scene.refuse(credit(chinese, small, ran.outputs().get(0), new Mass(11)), Code.CREDIT_EXCEEDS_POOL);
        scene.accept(credit(chinese, small, ran.outputs().get(0), new Mass(10)));
        book.touched();
        scene.refuse(credit(chinese, small, ran.outputs().get(0), new Mass(1)), Code.CREDIT_EXCEEDS_POOL);
    }

    private CreditClaimed credit(LotId lot, OriginVector physical, Mass mass) {
        return credit(australian, lot, physical, mass);
    }

    private CreditClaimed credit(OriginProfile profile, LotId lot, OriginVector physical, Mass mass) {
        return book.credit(new LotVersion(lot, 1), physical, List.of(claim(profile, mass.micrograms())), scene.at(4));
    }

    private OriginVector left(long consumed) {
        return Origins.lot(1_000 - consumed, dysprosium(1_000 - consumed, australian));
    }
}
