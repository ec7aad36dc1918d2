package io.lodestone.evidence.acceptance;

import static io.lodestone.evidence.provenance.Origins.elements;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.acceptance.Refusal.Code;
import io.lodestone.evidence.provenance.LotMaterial;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginStep;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.Origins;
import io.lodestone.evidence.provenance.PoolResult.Ran;
import io.lodestone.evidence.provenance.StatedElements;
import io.lodestone.evidence.quantity.DecimalText;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.AssayId;
import io.lodestone.evidence.statement.AssayRecorded;
import io.lodestone.evidence.statement.AssayResult;
import io.lodestone.evidence.statement.CreditClaimed;
import io.lodestone.evidence.statement.CreditClaimed.Claim;
import io.lodestone.evidence.statement.CustodyModel;
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.Input;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.MeasuredElement;
import io.lodestone.evidence.statement.PoolAdjusted;
import io.lodestone.evidence.statement.PoolOpened;
import io.lodestone.evidence.statement.PoolRun;
import io.lodestone.evidence.statement.PoolState;
import io.lodestone.evidence.statement.TransferOffered;
import io.lodestone.evidence.testing.PoolBook;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every rule about pools, each broken once, on a pool that is otherwise in order. */
class PoolRulesTest {

    private final PoolScene scene = new PoolScene();
    private final LotId pool = scene.lot();
    private final LotId feed = scene.lot();
    private final PoolBook book = new PoolBook(pool, scene.site());
    private final OriginProfile chinese = Origins.profile("CN", OriginStep.Kind.MINED);
    private final OriginProfile australian = Origins.profile("AU", OriginStep.Kind.MINED);
    private final OriginVector fed = Origins.lot(1_000, dysprosium(1_000, australian));

    @BeforeEach
    void a_pool_with_a_stock_and_a_lot_to_feed_it_with() {
        book.knows(List.of(chinese, australian));
        PoolOpened opened = book.opened("2026-11", new Mass(1_000), List.of(dysprosium(1_000, chinese)), scene.at(1));
        scene.accept(opened);
        book.took(opened);
        scene.accept(new LotRegistered(
                feed,
                Form.CONCENTRATE,
                new Mass(1_000),
                List.of(dysprosium(1_000, australian)),
                List.of(australian),
                scene.site(),
                fed.digest(),
                scene.at(1)));
    }

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

    private Ran ran(List<Input> inputs, List<PoolBook.Out> outs, int hour) {
        PoolRun run = book.run(inputs, outs, scene.at(hour));
        scene.accept(run);
        return book.took(run);
    }

    private CreditClaimed credit(LotId lot, OriginVector physical, Mass mass) {
        return credit(australian, lot, physical, mass);
    }

    private CreditClaimed credit(OriginProfile profile, LotId lot, OriginVector physical, Mass mass) {
        return book.credit(new LotVersion(lot, 1), physical, List.of(claim(profile, mass.micrograms())), scene.at(4));
    }

    private static Claim claim(OriginProfile profile, long ug) {
        return new Claim(Element.DY, profile.digest(), new Mass(ug));
    }

    private Input input(long ug) {
        return new Input(new LotVersion(feed, 1), new Mass(ug), Optional.empty(), fed);
    }

    private OriginVector left(long consumed) {
        return Origins.lot(1_000 - consumed, dysprosium(1_000 - consumed, australian));
    }

    private static PoolBook.Out out(LotId lot, long ug, CustodyModel model) {
        return PoolScene.product(lot, ug, Optional.empty(), model);
    }

    private PoolBook.Out stated(String element, int ug) {
        return PoolScene.product(scene.lot(), ug, Optional.of(elements(element, ug)), CustodyModel.SEGREGATED);
    }

    private static StatedElements none() {
        return elements();
    }

    private static MeasuredElement found(String element, long ug) {
        return new MeasuredElement(Element.parse(element), new Mass(ug), Mass.ZERO);
    }

    private static LotMaterial dysprosium(long ug, OriginProfile profile) {
        return Origins.byMass("Dy", ug, profile);
    }

    private AssayRecorded assay(AssayId id, LotVersion of) {
        return new AssayRecorded(
                id,
                of,
                AssayRecorded.Basis.METAL,
                "ICP-OES",
                Optional.empty(),
                Optional.empty(),
                List.of(new AssayResult("Dy", DecimalText.parse("0.9"), Optional.empty(), Optional.empty())),
                scene.at(1),
                Optional.empty());
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
