package io.lodestone.evidence.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.provenance.LotMaterial;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginStep;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.Origins;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Correction;
import io.lodestone.evidence.statement.CustodyModel;
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.Input;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.PoolOpened;
import io.lodestone.evidence.statement.PoolRun;
import io.lodestone.evidence.statement.Replacement.OfRegistration;
import io.lodestone.evidence.statement.Site;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.testing.History;
import io.lodestone.evidence.testing.PoolBook;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A lot of which a pool has taken a part is corrected: the lot is drawn again, the pool and what left it are not. */
class CorrectionReachTest {

    private final History history = new History();
    private final Site site = new Site("CN", history.plant, Optional.empty(), Places.of("CN"));
    private final OriginProfile chinese = Origins.profile("CN", OriginStep.Kind.MINED);
    private final LotId pool = history.freshLot();
    private final LotId feed = history.freshLot();
    private final LotId withdrawn = history.freshLot();
    private final PoolBook book = new PoolBook(pool, site);

    private static LotMaterial dysprosium(long ug, OriginProfile profile) {
        return Origins.byMass("Dy", ug, profile);
    }

    private Statement fed() {
        book.knows(List.of(chinese));
        PoolOpened opened =
                book.opened("2026-11", new Mass(1_000), List.of(dysprosium(1_000, chinese)), History.happened());
        history.accept(opened);
        book.took(opened);
        OriginVector holds = Origins.lot(1_000, dysprosium(1_000, chinese));
        Statement registration = history.accept(new LotRegistered(
                feed,
                Form.CONCENTRATE,
                new Mass(1_000),
                List.of(dysprosium(1_000, chinese)),
                List.of(chinese),
                site,
                holds.digest(),
                History.happened()));
        PoolRun run = book.run(
                List.of(new Input(new LotVersion(feed, 1), new Mass(600), Optional.empty(), holds)),
                List.of(PoolScene.product(withdrawn, 800, Optional.empty(), CustodyModel.MASS_BALANCE)),
                History.happened());
        history.accept(run);
        book.took(run);
        return registration;
    }

    private void reweighed(Statement registration, long ug) {
        history.accept(new Correction(
                registration.digest(),
                History.happened(),
                Correction.Reason.REWEIGHING,
                List.of(),
                Optional.of(new OfRegistration(
                        new Mass(ug),
                        List.of(dysprosium(ug, chinese)),
                        List.of(chinese),
                        Origins.lot(ug, dysprosium(ug, chinese)).digest()))));
    }

    @Test
    void what_a_pool_took_stays_taken_and_the_lot_keeps_what_is_left_of_its_new_mass() {
        Statement registration = fed();
        Holding poolBefore = history.lot(pool);
        Holding withdrawnBefore = history.lot(withdrawn);

        reweighed(registration, 900);
        assertThat(history.lot(feed).stale()).isTrue();
        assertThat(history.lot(withdrawn).stale()).isFalse();
        while (history.recompute(10)) {
            // Until nothing is pending.
        }

        assertThat(history.lot(feed).remaining()).isEqualTo(new Mass(300));
        assertThat(history.lot(feed).state()).isEqualTo(Holding.State.HELD);
        assertThat(history.lot(pool)).isEqualTo(poolBefore);
        assertThat(history.lot(withdrawn)).isEqualTo(withdrawnBefore);
    }

    @Test
    void a_pool_that_took_more_than_there_was_blocks_the_lot_and_a_run_is_not_corrected() {
        Statement registration = fed();
        Statement run = history.log.get(history.log.size() - 1);

        reweighed(registration, 500);
        while (history.recompute(10)) {
            // Until nothing is pending.
        }

        assertThat(history.lot(feed).state()).isEqualTo(Holding.State.BLOCKED);
        assertThat(history.lot(feed).deficit()).isEqualTo(new Mass(100));
        Correction ofRun = new Correction(
                run.digest(),
                History.happened(),
                Correction.Reason.OTHER,
                List.of(new LotVersion(withdrawn, 1)),
                Optional.empty());
        assertThat(history.refused(history.party, ofRun).code()).isEqualTo(Refusal.Code.STATEMENT_UNKNOWN);
    }
}
