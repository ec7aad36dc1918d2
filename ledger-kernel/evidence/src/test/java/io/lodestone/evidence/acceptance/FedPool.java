package io.lodestone.evidence.acceptance;

import static io.lodestone.evidence.provenance.Origins.elements;

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
import io.lodestone.evidence.statement.CreditClaimed.Claim;
import io.lodestone.evidence.statement.CustodyModel;
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.Input;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.MeasuredElement;
import io.lodestone.evidence.statement.PoolOpened;
import io.lodestone.evidence.statement.PoolRun;
import io.lodestone.evidence.testing.PoolBook;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/** A pool of 1,000 micrograms of Chinese dysprosium, and a lot of as much Australian that may flow into it. */
abstract class FedPool {
    final PoolScene scene = new PoolScene();
    final LotId pool = scene.lot();
    final LotId feed = scene.lot();
    final PoolBook book = new PoolBook(pool, scene.site());
    final OriginProfile chinese = Origins.profile("CN", OriginStep.Kind.MINED);
    final OriginProfile australian = Origins.profile("AU", OriginStep.Kind.MINED);
    final OriginVector fed = Origins.lot(1_000, dysprosium(1_000, australian));

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

    Ran ran(List<Input> inputs, List<PoolBook.Out> outs, int hour) {
        PoolRun run = book.run(inputs, outs, scene.at(hour));
        scene.accept(run);
        return book.took(run);
    }

    static Claim claim(OriginProfile profile, long ug) {
        return new Claim(Element.DY, profile.digest(), new Mass(ug));
    }

    Input input(long ug) {
        return new Input(new LotVersion(feed, 1), new Mass(ug), Optional.empty(), fed);
    }

    static PoolBook.Out out(LotId lot, long ug, CustodyModel model) {
        return PoolScene.product(lot, ug, Optional.empty(), model);
    }

    static StatedElements none() {
        return elements();
    }

    static MeasuredElement found(String element, long ug) {
        return new MeasuredElement(Element.parse(element), new Mass(ug), Mass.ZERO);
    }

    static LotMaterial dysprosium(long ug, OriginProfile profile) {
        return Origins.byMass("Dy", ug, profile);
    }

    AssayRecorded assay(AssayId id, LotVersion of) {
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
}
