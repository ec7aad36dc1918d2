package io.lodestone.evidence.acceptance;

import static io.lodestone.evidence.provenance.Origins.elements;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.acceptance.Refusal.Code;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.PoolResult.Ran;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.AssayId;
import io.lodestone.evidence.statement.Conduct;
import io.lodestone.evidence.statement.CustodyModel;
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.Input;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.PoolRun;
import io.lodestone.evidence.testing.PoolBook;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What flows through a pool, and what no run may do. */
class RunRulesTest extends FedPool {
    @Test
    void a_withdrawal_has_the_running_average_of_all_that_flowed_in_before_it() {
        LotId first = scene.lot();
        Ran before = ran(List.of(), List.of(out(first, 500, CustodyModel.SEGREGATED)), 2);
        assertThat(before.drawn().get(0).of(Element.DY, chinese.digest())).isEqualTo(new Mass(500));
        Ran mixed = ran(List.of(input(1_000)), List.of(out(scene.lot(), 300, CustodyModel.SEGREGATED)), 3);
        assertThat(mixed.drawn().get(0).of(Element.DY, chinese.digest())).isEqualTo(new Mass(100));
        assertThat(mixed.drawn().get(0).of(Element.DY, australian.digest())).isEqualTo(new Mass(200));
        assertThat(mixed.outputs().get(0).profiles())
                .allSatisfy(
                        digest -> assertThat(mixed.arisen().get(digest).steps()).hasSize(2));
        assertThat(book.holds().of(Element.DY)).isEqualTo(new Mass(1_200));
        assertThat(scene.holding(pool)).satisfies(held -> {
            assertThat(held.state()).isEqualTo(Holding.State.POOL);
            assertThat(held.version()).isEqualTo(3);
            assertThat(held.remaining()).isEqualTo(new Mass(1_200));
        });
        assertThat(scene.ledger().withdrawal(first)).map(Withdrawal::pool).contains(pool);
    }

    @Test
    void no_mass_is_created_in_a_pool() {
        scene.refuse(
                book.run(List.of(), List.of(out(scene.lot(), 1_001, CustodyModel.SEGREGATED)), scene.at(2)),
                Code.MASS_NOT_CONSERVED);
        scene.refuse(book.run(List.of(), List.of(stated("Tb", 1)), scene.at(2)), Code.ELEMENT_NOT_IN_INPUTS);
        scene.refuse(book.run(List.of(), List.of(stated("Dy", 1_001)), scene.at(2)), Code.MASS_NOT_CONSERVED);
        PoolRun right = book.run(List.of(), List.of(out(scene.lot(), 10, CustodyModel.SEGREGATED)), scene.at(2));
        PoolRun wrong = new PoolRun(
                right.before(),
                right.inputs(),
                right.outputs(),
                right.openGain(),
                right.profiles(),
                right.site(),
                right.technology(),
                right.conduct(),
                right.happened(),
                fed.digest());
        scene.refuse(wrong, Code.VECTOR_MISMATCH);
        scene.accept(right);
    }

    private PoolBook.Out stated(String element, int ug) {
        return PoolScene.product(scene.lot(), ug, Optional.of(elements(element, ug)), CustodyModel.SEGREGATED);
    }

    @Test
    void what_flows_in_belongs_to_the_owner_of_the_pool() {
        LotId theirs = scene.lot();
        scene.tolled(new LotRegistered(
                theirs,
                Form.CONCENTRATE,
                new Mass(1_000),
                List.of(dysprosium(1_000, australian)),
                List.of(australian),
                scene.strangersSite(),
                fed.digest(),
                scene.at(1)));
        Input input = new Input(new LotVersion(theirs, 3), new Mass(1_000), Optional.empty(), fed);
        scene.refuse(book.run(List.of(input), List.of(), scene.at(2)), Code.OWNERS_DIFFER);
    }

    @Test
    void inputs_and_outputs_are_held_to_the_rules_of_a_transformation() {
        Input greedy = new Input(new LotVersion(feed, 1), new Mass(1_001), Optional.empty(), fed);
        scene.refuse(book.run(List.of(greedy), List.of(), scene.at(2)), Code.CONSUMES_MORE_THAN_LEFT);
        Input relying = new Input(new LotVersion(feed, 1), new Mass(1), Optional.of(new AssayId(scene.id())), fed);
        scene.refuse(book.run(List.of(relying), List.of(), scene.at(2)), Code.ASSAY_UNKNOWN);
        Input stale = new Input(new LotVersion(feed, 2), new Mass(1), Optional.empty(), fed);
        scene.refuse(book.run(List.of(stale), List.of(), scene.at(2)), Code.LOT_MOVED);
        scene.refuse(book.run(List.of(), List.of(out(feed, 1, CustodyModel.SEGREGATED)), scene.at(2)), Code.LOT_EXISTS);
        PoolRun right =
                book.run(List.of(input(10)), List.of(out(scene.lot(), 10, CustodyModel.SEGREGATED)), scene.at(2));
        scene.refuse(with(right, List.of(chinese), right.conduct()), Code.VECTOR_MISMATCH);
        Conduct reversed = new Conduct(Optional.of(scene.at(3)), right.technology(), Optional.empty());
        scene.refuse(with(right, right.profiles(), reversed), Code.TIME_REVERSED);
        scene.accept(right);
    }

    private static PoolRun with(PoolRun run, List<OriginProfile> profiles, Conduct conduct) {
        return new PoolRun(
                run.before(),
                run.inputs(),
                run.outputs(),
                run.openGain(),
                profiles,
                run.site(),
                run.technology(),
                conduct,
                run.happened(),
                run.rest());
    }
}
