package io.lodestone.evidence.acceptance;

import static io.lodestone.evidence.acceptance.Decision.refused;

import io.lodestone.evidence.acceptance.Decision.Accepted;
import io.lodestone.evidence.acceptance.Decision.Refused;
import io.lodestone.evidence.acceptance.Refusal.Code;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.TransferCancelled;
import io.lodestone.evidence.statement.TransferDisputed;
import io.lodestone.evidence.statement.TransferExpired;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What else becomes of an open offer: it is disputed, taken back, or its time runs out. Each of these names the lots that
 * are still on offer under it. A correction can have taken some of them off it, and such a lot may be anybody's by now.
 */
final class OpenOfferRules {

    private OpenOfferRules() {}

    static Decision dispute(TransferDisputed body, PartyId actor, LedgerView view, Instant entryTime) {
        Optional<Transfer> found =
                view.transfer(body.transfer()).filter(t -> t.recipient().equals(actor));
        if (found.isEmpty()) {
            return refused(Code.TRANSFER_UNKNOWN, "body.transfer", "no transfer with this id is offered to you");
        }
        Transfer transfer = found.get();
        if (transfer.state() != Transfer.State.OFFERED) {
            return refused(Code.TRANSFER_CLOSED, "body.transfer", "is answered already, or taken back");
        }
        if (transfer.expiredAt(entryTime)) {
            return tooLate();
        }
        for (int i = 0; i < body.lots().size(); i++) {
            Optional<Refusal> refusal = part(body.lots().get(i), view, "body.lots[" + i + "].takes");
            if (refusal.isPresent()) {
                return new Refused(refusal.get());
            }
        }
        return changed(transfer, body.spends(), view, Holding::touched, Transfer.State.DISPUTED);
    }

    /** What the recipient would take can be split off the lot, as things stand. */
    private static Optional<Refusal> part(TransferDisputed.Item item, LedgerView view, String path) {
        if (item.takes().isEmpty()) {
            return Optional.empty();
        }
        if (view.lot(item.takes().get().lot()).isPresent()) {
            return Optional.of(new Refusal(Code.LOT_EXISTS, path + ".lot", "is in use for another lot"));
        }
        Mass left = view.lot(item.of().lot()).map(Holding::remaining).orElse(Mass.ZERO);
        return item.takes().get().mass().compareTo(left) < 0
                ? Optional.empty()
                : Optional.of(new Refusal(
                        Code.CONSUMES_MORE_THAN_LEFT,
                        path + ".massUg",
                        "a part is less than the " + left + " µg that are on offer"));
    }

    static Decision cancel(TransferCancelled body, PartyId actor, LedgerView view) {
        Optional<Transfer> found =
                view.transfer(body.transfer()).filter(t -> t.sender().equals(actor));
        if (found.isEmpty()) {
            return refused(Code.TRANSFER_UNKNOWN, "body.transfer", "you have made no offer with this id");
        }
        if (!found.get().state().open()) {
            return refused(Code.TRANSFER_CLOSED, "body.transfer", "is not open any more");
        }
        return changed(found.get(), body.lots(), view, Holding::released, Transfer.State.CANCELLED);
    }

    static Decision expire(TransferExpired body, PartyId actor, LedgerView view, Instant entryTime) {
        if (!view.registrar().equals(Optional.of(actor))) {
            return refused(Code.NOT_REGISTRAR, "actor", "only the registrar states that an offer has expired");
        }
        Optional<Transfer> found = view.transfer(body.transfer());
        if (found.isEmpty()) {
            return refused(Code.TRANSFER_UNKNOWN, "body.transfer", "there is no transfer with this id");
        }
        Transfer transfer = found.get();
        if (transfer.state() != Transfer.State.OFFERED) {
            return refused(Code.TRANSFER_CLOSED, "body.transfer", "is answered already, or taken back");
        }
        if (!transfer.expiredAt(entryTime)) {
            return refused(Code.TRANSFER_NOT_DUE, "body.transfer", "can still be answered");
        }
        return changed(transfer, body.lots(), view, Holding::released, Transfer.State.EXPIRED);
    }

    static Decision tooLate() {
        return refused(
                Code.TRANSFER_EXPIRED, "body.transfer", "the time in which this offer could be answered is over");
    }

    private static Decision changed(
            Transfer transfer,
            List<LotVersion> named,
            LedgerView view,
            UnaryOperator<Holding> change,
            Transfer.State state) {
        List<Holding> onOffer = new ArrayList<>();
        for (LotId id : transfer.lots().keySet()) {
            view.lot(id).filter(lot -> lot.isOnOffer(transfer.transfer())).ifPresent(onOffer::add);
        }
        List<LotVersion> stand = onOffer.stream()
                .map(lot -> new LotVersion(lot.lot(), lot.version()))
                .toList();
        if (!stand.equals(named)) {
            return refused(
                    Code.LOT_MOVED,
                    "body.lots",
                    "must be the " + stand.size() + " lots that are still on offer under this transfer, as they are");
        }
        List<Holding> after = new ArrayList<>();
        for (Holding lot : onOffer) {
            Optional<Refusal> unfit = Use.fit(lot, "body.lots[" + after.size() + "].lot");
            if (unfit.isPresent()) {
                return new Refused(unfit.get());
            }
            after.add(change.apply(lot));
        }
        return new Accepted(Effects.lots(after).with(new Effect.TransferChanged(transfer.in(state))));
    }
}
