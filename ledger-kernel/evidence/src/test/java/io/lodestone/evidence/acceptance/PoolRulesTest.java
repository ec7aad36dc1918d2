package io.lodestone.evidence.acceptance;

import static io.lodestone.evidence.provenance.Origins.elements;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.acceptance.Refusal.Code;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.AssayId;
import io.lodestone.evidence.statement.CertificateId;
import io.lodestone.evidence.statement.CertificateIssued;
import io.lodestone.evidence.statement.Input;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.PoolAdjusted;
import io.lodestone.evidence.statement.PoolOpened;
import io.lodestone.evidence.statement.PoolRun;
import io.lodestone.evidence.statement.PoolState;
import io.lodestone.evidence.statement.TransferOffered;
import io.lodestone.evidence.testing.PoolBook;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every rule about pools, each broken once, on a pool that is otherwise in order. */
class PoolRulesTest extends FedPool {
    @Test
    void a_pool_is_no_lot_to_anybody() {
        OriginVector holds = book.holds();
        Input itself = new Input(new LotVersion(pool, 1), new Mass(1), Optional.empty(), holds);
        scene.refuse(book.run(List.of(itself), List.of(), scene.at(2)), Code.IS_A_POOL);
        scene.refuse(
                new TransferOffered(
                        scene.transfer(),
                        scene.stranger(),
                        true,
                        "sale",
                        new TransferOffered.Route("CN", List.of(), "JP"),
                        List.of(new TransferOffered.Offered(new LotVersion(pool, 1), new Mass(1_000))),
                        List.of(),
                        scene.at(2)),
                Code.IS_A_POOL);
        scene.refuse(assay(new AssayId(scene.id()), new LotVersion(pool, 1)), Code.IS_A_POOL);
        scene.publish(chinese.digest());
        scene.refuse(
                new CertificateIssued(
                        new CertificateId(scene.id()),
                        chinese.digest(),
                        "n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg",
                        List.of(new CertificateIssued.Certified(new LotVersion(pool, 1), new Mass(1), holds.digest())),
                        "origin",
                        chinese.digest()),
                Code.IS_A_POOL);
        scene.refuse(book.opened("2026-11", Mass.ZERO, List.of(), scene.at(1)), Code.LOT_EXISTS);
    }

    @Test
    void only_who_holds_a_pool_books_in_it_and_only_at_its_version_and_place() {
        PoolRun run = book.run(List.of(input(10)), List.of(), scene.at(2));
        scene.refuse(scene.stranger(), run, Code.POOL_UNKNOWN);
        PoolState lot = new PoolState(new LotVersion(feed, 1), fed);
        scene.refuse(with(run, lot), Code.POOL_UNKNOWN);
        scene.refuse(with(run, new PoolState(new LotVersion(pool, 2), book.holds())), Code.LOT_MOVED);
        scene.refuse(with(run, new PoolState(new LotVersion(pool, 1), fed)), Code.VECTOR_MISMATCH);
        PoolBook elsewhere = new PoolBook(pool, scene.otherSite());
        elsewhere.knows(List.of(chinese, australian));
        elsewhere.took(book.opened("2026-11", new Mass(1_000), List.of(dysprosium(1_000, chinese)), scene.at(1)));
        scene.refuse(elsewhere.run(List.of(input(10)), List.of(), scene.at(2)), Code.FACILITY_UNKNOWN);
        scene.accept(run);
    }

    @Test
    void a_count_below_the_book_is_a_loss_and_one_above_it_an_observation() {
        var below = book.counted(List.of(found("Dy", 990), found("Tb", 5)), scene.at(2));
        scene.accept(below);
        assertThat(book.took(below).lost().of(Element.DY)).isEqualTo(new Mass(10));
        var above = book.counted(List.of(found("Dy", 2_000)), scene.at(3));
        scene.accept(above);
        assertThat(book.took(above).lost()).isEqualTo(OriginVector.EMPTY);
        assertThat(scene.holding(pool).remaining()).isEqualTo(new Mass(990));
    }

    @Test
    void a_closed_period_takes_nothing_more_and_the_next_one_names_it() {
        scene.accept(book.run(List.of(input(10)), List.of(), scene.at(5)));
        book.took(book.run(List.of(input(10)), List.of(), scene.at(5)));
        scene.refuse(book.closed("2026-11", "2026-12", scene.at(4)), Code.TIME_REVERSED);
        scene.refuse(book.closed("2026-10", "2026-12", scene.at(6)), Code.PERIOD_UNKNOWN);
        scene.refuse(book.closed("2026-11", "2026-11", scene.at(6)), Code.PERIOD_EXISTS);
        scene.refuse(
                book.adjusted("2026-11", Optional.empty(), elements("Dy", 1), none(), scene.at(6)),
                Code.PERIOD_UNKNOWN);
        scene.accept(book.closed("2026-11", "2026-12", scene.at(6)));
        book.touched();
        scene.refuse(book.closed("2026-11", "2027-01", scene.at(7)), Code.PERIOD_CLOSED);
        scene.refuse(book.closed("2026-12", "2026-11", scene.at(7)), Code.PERIOD_EXISTS);
        assertThat(scene.refuse(book.counted(List.of(found("Dy", 1)), scene.at(5)), Code.PERIOD_CLOSED))
                .contains("2026-12");
        scene.refuse(
                book.adjusted("2026-11", Optional.empty(), elements("Dy", 1_011), none(), scene.at(7)),
                Code.ELEMENT_EXCEEDS_INPUTS);
        PoolAdjusted late =
                book.adjusted("2026-11", Optional.empty(), elements("Dy", 1), elements("Tb", 7), scene.at(7));
        scene.accept(late);
        book.took(late);
        assertThat(book.holds().of(Element.DY)).isEqualTo(new Mass(1_009));
        assertThat(book.holds().of(Element.parse("Tb"), OriginProfile.NOBODY_KNOWS.digest()))
                .isEqualTo(new Mass(7));
    }

    @Test
    void a_late_assay_is_one_of_ones_own_lots() {
        scene.accept(book.closed("2026-11", "2026-12", scene.at(2)));
        book.touched();
        AssayId assay = new AssayId(scene.id());
        scene.accept(assay(assay, new LotVersion(feed, 1)));
        var strange = Optional.of(new PoolAdjusted.LateAssay(assay, pool));
        scene.refuse(book.adjusted("2026-11", strange, elements("Dy", 1), none(), scene.at(3)), Code.ASSAY_UNKNOWN);
        var own = Optional.of(new PoolAdjusted.LateAssay(assay, feed));
        scene.accept(book.adjusted("2026-11", own, elements("Dy", 1), none(), scene.at(3)));
    }

    @Test
    void a_pool_begins_empty_or_with_a_stock_nobody_knows() {
        PoolBook empty = new PoolBook(scene.lot(), scene.site());
        scene.accept(empty.opened("1", Mass.ZERO, List.of(), scene.at(1)));
        PoolBook unknown = new PoolBook(scene.lot(), scene.site());
        unknown.knows(List.of(OriginProfile.NOBODY_KNOWS));
        PoolOpened opened =
                unknown.opened("1", new Mass(5), List.of(dysprosium(5, OriginProfile.NOBODY_KNOWS)), scene.at(1));
        scene.accept(opened);
        unknown.took(opened);
        assertThat(unknown.holds().profiles()).containsExactly(OriginProfile.NOBODY_KNOWS.digest());
    }

    private static PoolRun with(PoolRun run, PoolState before) {
        return new PoolRun(
                before,
                run.inputs(),
                run.outputs(),
                run.openGain(),
                run.profiles(),
                run.site(),
                run.technology(),
                run.conduct(),
                run.happened(),
                run.rest());
    }
}
