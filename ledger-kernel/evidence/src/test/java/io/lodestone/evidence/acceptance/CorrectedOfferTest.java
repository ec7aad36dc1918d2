package io.lodestone.evidence.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.provenance.DrawInput;
import io.lodestone.evidence.provenance.LotMaterial;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginStep;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.Origins;
import io.lodestone.evidence.provenance.OutputKind;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.provenance.TransformationDraw;
import io.lodestone.evidence.provenance.WantedOutput;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.Correction;
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.Input;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.Output;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.PartyRegistered;
import io.lodestone.evidence.statement.Process;
import io.lodestone.evidence.statement.Replacement.OfRegistration;
import io.lodestone.evidence.statement.Site;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.TransferAccepted;
import io.lodestone.evidence.statement.TransferCancelled;
import io.lodestone.evidence.statement.TransferId;
import io.lodestone.evidence.statement.TransferOffered;
import io.lodestone.evidence.testing.History;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A lot on offer is corrected. */
class CorrectedOfferTest {

    private final History history = new History();
    private final PartyId buyer = new PartyId(History.id(9));
    private final OriginProfile origin = Origins.profile("CN", OriginStep.Kind.MINED);
    private final LotId lot = history.freshLot();
    private Statement registration = history.log.get(0);

    @BeforeEach
    void a_lot_of_which_a_part_was_taken_is_offered() {
        history.accept(history.registrar, new PartyRegistered("DE", buyer));
        Site site = new Site("CN", history.plant, Optional.empty(), Places.of("CN"));
        registration = history.accept(new LotRegistered(
                lot,
                Form.OXIDE,
                new Mass(1_000),
                material(1_000),
                List.of(origin),
                site,
                Origins.lot(1_000, material(1_000).get(0)).digest(),
                History.happened()));
        history.accept(taken(site));
    }

    private Body taken(Site site) {
        return split(site, lot, Origins.lot(1_000, material(1_000).get(0)), origin, history.freshLot(), new Mass(600));
    }

    private List<LotMaterial> material(long ug) {
        return List.of(Origins.byMass("Dy", ug, origin));
    }

    private TransferId offered(int number, long version) {
        return offered(number, version, buyer);
    }

    private TransferId offered(int number, long version, PartyId recipient) {
        TransferId transfer = new TransferId(History.id(number));
        history.accept(new TransferOffered(
                transfer,
                recipient,
                true,
                "sale",
                new TransferOffered.Route("CN", List.of(), "DE"),
                List.of(new TransferOffered.Offered(new LotVersion(lot, version), new Mass(400))),
                List.of(),
                History.happened()));
        return transfer;
    }

    private TransferAccepted acceptance(TransferId transfer) {
        Holding now = history.lot(lot);
        return new TransferAccepted(
                transfer,
                List.of(new TransferAccepted.Weighed(new LotVersion(lot, now.version()), new Mass(400))),
                History.happened());
    }

    private Correction weighing(long ug) {
        return new Correction(
                registration.digest(),
                History.happened(),
                Correction.Reason.REWEIGHING,
                List.of(),
                Optional.of(new OfRegistration(
                        new Mass(ug),
                        material(ug),
                        List.of(origin),
                        Origins.lot(ug, material(ug).get(0)).digest())));
    }

    private void weighed(long ug) {
        history.accept(weighing(ug));
        while (history.recompute(10)) {
            // Until nothing is pending.
        }
    }

    @Test
    void a_blocked_lot_is_not_handed_over_and_has_to_be_offered_anew_when_it_is_whole_again() {
        TransferId first = offered(7, 2);

        weighed(500);
        assertThat(history.lot(lot).state()).isEqualTo(Holding.State.BLOCKED);
        assertThat(history.refused(buyer, acceptance(first)).code()).isEqualTo(Refusal.Code.LOT_BLOCKED);

        weighed(1_000);
        assertThat(history.lot(lot).state()).isEqualTo(Holding.State.HELD);
        assertThat(history.refused(buyer, acceptance(first)).code()).isEqualTo(Refusal.Code.LOT_MOVED);

        TransferId second = offered(8, history.lot(lot).version());
        history.accept(buyer, acceptance(second));
        assertThat(history.lot(lot).holder()).isEqualTo(buyer);
        assertThat(history.refused(buyer, acceptance(first)).code()).isEqualTo(Refusal.Code.LOT_MOVED);
    }

    @Test
    void an_offer_of_a_blocked_lot_is_taken_back_and_a_later_offer_of_the_lot_is_not_touched_by_it() {
        TransferId first = offered(7, 2);
        weighed(500);
        weighed(1_000);
        PartyId other = new PartyId(History.id(10));
        history.accept(history.registrar, new PartyRegistered("DE", other));
        TransferId second = offered(8, history.lot(lot).version(), other);

        assertThat(history.refused(buyer, acceptance(first)).code()).isEqualTo(Refusal.Code.LOT_MOVED);
        LotVersion now = new LotVersion(lot, history.lot(lot).version());
        var wrong = new TransferCancelled(first, List.of(now), History.happened());
        assertThat(history.refused(history.party, wrong).code()).isEqualTo(Refusal.Code.LOT_MOVED);
        history.accept(new TransferCancelled(first, List.of(), History.happened()));

        assertThat(history.lot(lot).state()).isEqualTo(Holding.State.OFFERED);
        history.accept(other, acceptance(second));
        assertThat(history.lot(lot).holder()).isEqualTo(other);
    }

    @Test
    void a_lot_that_waits_for_a_correction_is_not_taken_back_until_it_is_computed() {
        TransferId first = offered(7, 2);
        history.accept(weighing(1_000));
        TransferCancelled cancelled = new TransferCancelled(
                first, List.of(new LotVersion(lot, history.lot(lot).version())), History.happened());

        assertThat(history.refused(history.party, cancelled).code()).isEqualTo(Refusal.Code.CORRECTION_PENDING);
    }

    @Test
    void a_lot_of_which_nothing_is_left_is_not_handed_over() {
        TransferId first = offered(7, 2);

        weighed(600);

        assertThat(history.refused(buyer, acceptance(first)).code()).isEqualTo(Refusal.Code.LOT_CONSUMED);
    }

    @Test
    void a_correction_that_leaves_as_much_leaves_the_offer() {
        TransferId first = offered(7, 2);

        weighed(1_000);

        history.accept(buyer, acceptance(first));
        assertThat(history.lot(lot).owner()).isEqualTo(buyer);
    }

    /** Part of a lot becomes another. */
    private static Body split(Site site, LotId from, OriginVector held, OriginProfile origin, LotId part, Mass mass) {
        var input = new Input(new LotVersion(from, 1), mass, Optional.empty(), held);
        var draw = new TransformationDraw(
                List.of(new DrawInput(held, mass)), Mass.ZERO, Optional.empty(), Map.of(origin.digest(), origin));
        var outputs = Origins.completed(draw, WantedOutput.share(OutputKind.PRODUCT, mass));
        var drawn = Origins.drawn(draw, outputs);
        var output = new Output(
                OutputKind.PRODUCT,
                Optional.of(part),
                Optional.of(Form.OXIDE),
                outputs.get(0).mass(),
                outputs.get(0).open(),
                outputs.get(0).elements(),
                drawn.outputs().get(0).digest());
        return new LotsTransformed(
                Process.SPLIT,
                Optional.empty(),
                Places.of("CN"),
                site,
                List.of(input),
                List.of(output),
                Mass.ZERO,
                List.of(origin),
                History.happened());
    }
}
