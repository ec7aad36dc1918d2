package io.lodestone.evidence.acceptance;

import static io.lodestone.evidence.testing.History.happened;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.acceptance.Refusal.Code;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.PartyRegistered;
import io.lodestone.evidence.statement.TransferAccepted;
import io.lodestone.evidence.statement.TransferAccepted.Weighed;
import io.lodestone.evidence.statement.TransferCancelled;
import io.lodestone.evidence.statement.TransferDisputed;
import io.lodestone.evidence.statement.TransferExpired;
import io.lodestone.evidence.statement.TransferId;
import io.lodestone.evidence.statement.Weighing;
import io.lodestone.evidence.testing.History;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An offer that is not simply accepted. */
class OpenOfferTest {

    private final History history = new History();
    private final PartyId buyer = new PartyId(History.id(9));
    private final Offers offers = new Offers(history, buyer);
    private final LotId lot = offers.registered();
    private final TransferId transfer = new TransferId(History.id(7));

    @BeforeEach
    void a_buyer() {
        history.accept(history.registrar, new PartyRegistered("DE", buyer));
    }

    private Refusal.Code refused(PartyId actor, io.lodestone.evidence.statement.Body body) {
        return history.refused(actor, body).code();
    }

    @Test
    void the_sender_takes_an_open_offer_back_and_has_the_lot_to_use_again() {
        history.accept(offers.offer(transfer, Optional.empty(), lot));

        assertThat(refused(buyer, offers.cancellation(transfer, lot))).isEqualTo(Code.TRANSFER_UNKNOWN);
        assertThat(refused(history.party, new TransferCancelled(transfer, List.of(), happened())))
                .isEqualTo(Code.LOT_MOVED);
        TransferAccepted late = offers.acceptance(transfer, lot);
        history.accept(offers.cancellation(transfer, lot));

        assertThat(history.lot(lot).state()).isEqualTo(Holding.State.HELD);
        assertThat(history.lot(lot).holder()).isEqualTo(history.party);
        assertThat(history.lot(lot).version()).isEqualTo(3);
        assertThat(refused(buyer, late)).isEqualTo(Code.TRANSFER_CLOSED);
        assertThat(refused(history.party, new TransferCancelled(transfer, List.of(), happened())))
                .isEqualTo(Code.TRANSFER_CLOSED);
        history.accept(offers.offer(new TransferId(History.id(8)), Optional.empty(), lot));
    }

    @Test
    void a_disputed_lot_rests_until_the_sender_cancels() {
        history.accept(offers.offer(transfer, Optional.empty(), lot));

        assertThat(refused(history.party, offers.dispute(transfer, lot))).isEqualTo(Code.TRANSFER_UNKNOWN);
        history.accept(buyer, offers.dispute(transfer, lot));

        assertThat(history.ledger.transfer(transfer))
                .get()
                .extracting(Transfer::state)
                .isEqualTo(Transfer.State.DISPUTED);
        assertThat(history.lot(lot).state()).isEqualTo(Holding.State.OFFERED);
        assertThat(refused(history.party, offers.offer(new TransferId(History.id(8)), Optional.empty(), lot)))
                .isEqualTo(Code.LOT_OFFERED);
        assertThat(refused(buyer, offers.dispute(transfer, lot))).isEqualTo(Code.TRANSFER_CLOSED);
        history.accept(offers.cancellation(transfer, lot));
        assertThat(history.lot(lot).state()).isEqualTo(Holding.State.HELD);
    }

    @Test
    void what_a_recipient_would_take_can_be_split_off() {
        LotId other = offers.registered();
        history.accept(offers.offer(transfer, Optional.empty(), lot));
        assertThat(refused(buyer, part(other, 600))).isEqualTo(Code.LOT_EXISTS);
        assertThat(refused(buyer, part(history.freshLot(), 1_000))).isEqualTo(Code.CONSUMES_MORE_THAN_LEFT);
        history.accept(buyer, part(history.freshLot(), 999));
        assertThat(history.lot(lot).remaining()).isEqualTo(Offers.MASS);
    }

    private TransferDisputed part(LotId part, long ug) {
        return new TransferDisputed(
                transfer,
                TransferDisputed.Reason.PART,
                List.of(new TransferDisputed.Item(
                        offers.now(lot), Optional.empty(), Optional.of(new TransferDisputed.Part(part, new Mass(ug))))),
                happened());
    }

    @Test
    void a_recipient_takes_over_after_all_what_it_disputed_however_late() {
        history.accept(offers.offer(transfer, Optional.of(History.NOW.plusSeconds(60)), lot));
        history.accept(buyer, offers.dispute(transfer, lot));
        history.at(History.NOW.plusSeconds(3_600));

        assertThat(refused(history.registrar, offers.expiry(transfer, lot))).isEqualTo(Code.TRANSFER_CLOSED);
        history.accept(buyer, offers.acceptance(transfer, lot));

        assertThat(history.lot(lot).holder()).isEqualTo(buyer);
        assertThat(refused(history.party, offers.cancellation(transfer))).isEqualTo(Code.TRANSFER_CLOSED);
    }

    @Test
    void an_offer_is_answered_up_to_its_last_millisecond_and_expires_after_it() {
        history.accept(offers.offer(transfer, Optional.of(History.NOW.plusSeconds(60)), lot));
        history.at(History.NOW.plusSeconds(60));
        assertThat(refused(history.registrar, offers.expiry(transfer, lot))).isEqualTo(Code.TRANSFER_NOT_DUE);

        history.at(History.NOW.plusSeconds(60).plusMillis(1));
        assertThat(refused(buyer, offers.acceptance(transfer, lot))).isEqualTo(Code.TRANSFER_EXPIRED);
        assertThat(refused(buyer, offers.dispute(transfer, lot))).isEqualTo(Code.TRANSFER_EXPIRED);
        assertThat(refused(history.party, offers.expiry(transfer, lot))).isEqualTo(Code.NOT_REGISTRAR);
        history.accept(history.registrar, offers.expiry(transfer, lot));

        assertThat(history.lot(lot).state()).isEqualTo(Holding.State.HELD);
        assertThat(refused(history.registrar, new TransferExpired(transfer, List.of())))
                .isEqualTo(Code.TRANSFER_CLOSED);
        assertThat(refused(buyer, offers.acceptance(transfer, lot))).isEqualTo(Code.TRANSFER_CLOSED);
    }

    @Test
    void an_offer_in_its_last_millisecond_is_accepted() {
        history.accept(offers.offer(transfer, Optional.of(History.NOW.plusSeconds(60)), lot));
        history.at(History.NOW.plusSeconds(60));
        history.accept(buyer, offers.acceptance(transfer, lot));
        assertThat(history.lot(lot).owner()).isEqualTo(buyer);
    }

    @Test
    void an_offer_without_a_time_never_expires_and_one_in_the_past_is_none() {
        assertThat(refused(history.party, offers.offer(transfer, Optional.of(History.NOW), lot)))
                .isEqualTo(Code.TRANSFER_EXPIRED);
        history.accept(offers.offer(transfer, Optional.empty(), lot));
        history.at(History.NOW.plusSeconds(1_000_000_000));
        assertThat(refused(history.registrar, offers.expiry(transfer, lot))).isEqualTo(Code.TRANSFER_NOT_DUE);
        history.accept(buyer, offers.acceptance(transfer, lot));
    }

    @Test
    void a_weighing_that_differs_moves_no_mass() {
        history.accept(offers.offer(transfer, Optional.empty(), lot));
        Weighing lighter = new Weighing(Optional.of(new Mass(1_100)), new Mass(990), new Mass(1));
        history.accept(
                buyer, new TransferAccepted(transfer, List.of(new Weighed(offers.now(lot), lighter)), happened()));
        assertThat(history.lot(lot).remaining()).isEqualTo(Offers.MASS);
        assertThat(history.lot(lot).holder()).isEqualTo(buyer);
    }

    @Test
    void an_offer_names_and_frees_all_of_its_lots_or_none() {
        LotId second = offers.registered();
        history.accept(offers.offer(transfer, Optional.empty(), lot, second));
        assertThat(refused(history.party, offers.cancellation(transfer, lot))).isEqualTo(Code.LOT_MOVED);
        assertThat(refused(
                        buyer,
                        new TransferDisputed(
                                transfer,
                                TransferDisputed.Reason.NOT_RECEIVED,
                                List.of(new TransferDisputed.Item(
                                        offers.now(second), Optional.empty(), Optional.empty())),
                                happened())))
                .isEqualTo(Code.LOT_MOVED);
        history.accept(offers.cancellation(transfer, lot, second));
        assertThat(history.lot(second).state()).isEqualTo(Holding.State.HELD);
    }
}
