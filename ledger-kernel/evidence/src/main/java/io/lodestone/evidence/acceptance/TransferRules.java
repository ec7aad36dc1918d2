package io.lodestone.evidence.acceptance;

import static io.lodestone.evidence.acceptance.Decision.refused;

import io.lodestone.evidence.acceptance.Decision.Accepted;
import io.lodestone.evidence.acceptance.Decision.Refused;
import io.lodestone.evidence.acceptance.Refusal.Code;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.TransferAccepted;
import io.lodestone.evidence.statement.TransferAccepted.Weighed;
import io.lodestone.evidence.statement.TransferOffered;
import io.lodestone.evidence.statement.TransferOffered.Offered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Handing over: the holder offers whole lots, the recipient takes all of them, in time. */
final class TransferRules {

    private TransferRules() {}

    static Decision offer(TransferOffered body, PartyId actor, LedgerView view, Instant entryTime) {
        if (view.transfer(body.transfer()).isPresent()) {
            return refused(Code.TRANSFER_EXISTS, "body.transfer", "is in use for another transfer");
        }
        if (!view.isParty(body.recipient()) || body.recipient().equals(actor)) {
            return refused(Code.PARTY_UNKNOWN, "body.recipient", "is not another registered party");
        }
        if (body.expires().filter(time -> !time.isAfter(entryTime)).isPresent()) {
            return refused(Code.TRANSFER_EXPIRED, "body.expires", "lies before the offer is made");
        }
        List<Holding> after = new ArrayList<>();
        SortedMap<LotId, Mass> masses = new TreeMap<>();
        for (int i = 0; i < body.lots().size(); i++) {
            Offered offered = body.lots().get(i);
            String path = "body.lots[" + i + "]";
            Optional<Refusal> refusal = Use.check(view, actor, offered.of(), path + ".lot");
            if (refusal.isPresent()) {
                return new Refused(refusal.get());
            }
            Holding lot = view.lot(offered.of().lot()).orElseThrow();
            if (body.titlePasses() && !lot.owner().equals(actor)) {
                return refused(Code.NOT_OWNER, path + ".lot", "title can pass only from the owner of the lot");
            }
            if (!lot.remaining().equals(offered.mass())) {
                return refused(
                        Code.PARTIAL_OFFER,
                        path + ".massUg",
                        "a lot is offered whole, and " + lot.remaining() + " µg of it are left: split it first");
            }
            if (!lot.mostCertified().isZero()) {
                return refused(
                        Code.CERTIFIED_MASS,
                        path + ".lot",
                        lot.mostCertified() + " µg of this lot are certified and have to stay with it");
            }
            after.add(lot.offered(body.transfer()));
            masses.put(lot.lot(), offered.mass());
        }
        return new Accepted(Effects.lots(after)
                .with(new Effect.TransferChanged(new Transfer(
                        body.transfer(),
                        actor,
                        body.recipient(),
                        body.titlePasses(),
                        masses,
                        body.expires(),
                        Transfer.State.OFFERED))));
    }

    static Decision accept(TransferAccepted body, PartyId actor, LedgerView view, Instant entryTime) {
        Optional<Transfer> found =
                view.transfer(body.transfer()).filter(t -> t.recipient().equals(actor));
        if (found.isEmpty()) {
            return refused(Code.TRANSFER_UNKNOWN, "body.transfer", "no transfer with this id is offered to you");
        }
        Transfer transfer = found.get();
        if (!transfer.state().open()) {
            return refused(Code.TRANSFER_CLOSED, "body.transfer", "is not open any more");
        }
        if (transfer.expiredAt(entryTime)) {
            return OpenOfferRules.tooLate();
        }
        List<LotId> named = body.lots().stream().map(w -> w.of().lot()).toList();
        if (!named.equals(List.copyOf(transfer.lots().keySet()))) {
            return refused(Code.TRANSFER_UNKNOWN, "body.lots", "must be exactly the lots of the offer");
        }
        List<Holding> after = new ArrayList<>();
        for (int i = 0; i < body.lots().size(); i++) {
            Weighed weighed = body.lots().get(i);
            String path = "body.lots[" + i + "]";
            Holding lot = view.lot(weighed.of().lot()).orElseThrow();
            Optional<Refusal> unfit = Use.fit(lot, path + ".lot");
            if (unfit.isPresent()) {
                return new Refused(unfit.get());
            }
            // A correction can end an offer: when it blocked the lot, or left nothing of it.
            if (!lot.isOnOffer(transfer.transfer())) {
                return lot.remaining().isZero()
                        ? refused(Code.LOT_CONSUMED, path + ".lot", "nothing is left of this lot")
                        : refused(Code.LOT_MOVED, path + ".lot", "is not on offer any more: it has to be offered anew");
            }
            if (lot.version() != weighed.of().version()) {
                return refused(Code.LOT_MOVED, path + ".lotVersion", "the lot is at version " + lot.version());
            }
            if (weighed.weighing().isEmpty() && !weighed.mass().equals(lot.remaining())) {
                return refused(
                        Code.WEIGHING_DIFFERS,
                        path + ".weighedUg",
                        "the offer says " + lot.remaining() + " µg; version 2 states a weighing that differs");
            }
            after.add(lot.takenOver(actor, transfer.titlePasses()));
        }
        return new Accepted(Effects.lots(after).with(new Effect.TransferChanged(transfer.in(Transfer.State.ACCEPTED))));
    }
}
