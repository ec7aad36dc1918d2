package io.lodestone.custody.transfer.app;

import io.lodestone.custody.holding.HeldLot;
import io.lodestone.custody.holding.app.Holdings;
import io.lodestone.custody.problem.RefusalProblem;
import io.lodestone.custody.transfer.AcceptanceRequest;
import io.lodestone.custody.transfer.AcceptanceRequest.Scales;
import io.lodestone.custody.transfer.OfferRequest;
import io.lodestone.custody.transfer.OfferRequest.Wanted;
import io.lodestone.evidence.acceptance.Holding;
import io.lodestone.evidence.acceptance.Refusal;
import io.lodestone.evidence.acceptance.Refusal.Code;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.TransferAccepted;
import io.lodestone.evidence.statement.TransferAccepted.Weighed;
import io.lodestone.evidence.statement.TransferId;
import io.lodestone.evidence.statement.TransferOffered;
import io.lodestone.evidence.statement.TransferOffered.Offered;
import io.lodestone.kit.actor.Actor;
import io.lodestone.kit.ids.Ids;
import io.lodestone.kit.problem.LedgerProblem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the bodies of transfers' statements from how the lots stand now. Where there is nothing to state a version of, the
 * answer is the ledger's refusal without a statement.
 */
@Singleton
public class TransferStatements {

    private final Holdings holdings;
    private final TransferQueries transfers;
    private final Ids ids;
    private final Clock clock;

    @Inject
    TransferStatements(Holdings holdings, TransferQueries transfers, Ids ids, Clock clock) {
        this.holdings = holdings;
        this.transfers = transfers;
        this.ids = ids;
        this.clock = clock;
    }

    Uni<Body> offer(Actor actor, OfferRequest offer) {
        return holdings.of(offer.lots().stream().map(Wanted::lot).toList()).map(found -> offered(actor, offer, found));
    }

    private Body offered(Actor actor, OfferRequest offer, Map<LotId, HeldLot> found) {
        List<Offered> lots = new ArrayList<>();
        for (Wanted wanted : offer.lots()) {
            Holding lot = Optional.ofNullable(found.get(wanted.lot()))
                    .map(HeldLot::holding)
                    .filter(held -> held.holder().equals(actor.party()))
                    .orElseThrow(() -> refused(Code.NOT_HOLDER, "lots", "you do not hold a lot with this id"));
            if (lot.remaining().isZero()) {
                throw refused(Code.LOT_CONSUMED, "lots", "nothing is left of this lot");
            }
            lots.add(new Offered(
                    new LotVersion(lot.lot(), lot.version()), wanted.mass().orElse(lot.remaining())));
        }
        return new TransferOffered(
                offer.transfer().orElseGet(() -> new TransferId(ids.next())),
                offer.recipient(),
                offer.titlePasses(),
                offer.purpose(),
                offer.route(),
                lots,
                offer.documents(),
                happened(offer.happened()),
                offer.terms());
    }

    Uni<Body> accept(Actor actor, TransferId transfer, AcceptanceRequest acceptance) {
        return transfers
                .find(transfer)
                .map(found -> found.filter(
                                listed -> listed.transfer().recipient().equals(actor.party()))
                        .orElseThrow(() -> refused(
                                Code.TRANSFER_UNKNOWN, "transfer", "no transfer with this id is offered to you")))
                .chain(listed -> holdings.of(listed.transfer().lots().keySet()))
                .map(lots -> accepted(transfer, acceptance, lots));
    }

    private Body accepted(TransferId transfer, AcceptanceRequest acceptance, Map<LotId, HeldLot> lots) {
        List<Weighed> weighed = new ArrayList<>();
        for (Map.Entry<LotId, Scales> lot : acceptance.weighed().entrySet()) {
            HeldLot held = lots.get(lot.getKey());
            if (held == null) {
                throw refused(Code.TRANSFER_UNKNOWN, "lots", "must be exactly the lots of the offer");
            }
            weighed.add(lot.getValue()
                    .of(new LotVersion(lot.getKey(), held.holding().version())));
        }
        return new TransferAccepted(transfer, weighed, happened(acceptance.happened()));
    }

    private OffsetDateTime happened(Optional<OffsetDateTime> stated) {
        return stated.orElseGet(() -> clock.instant().atOffset(ZoneOffset.UTC));
    }

    private static LedgerProblem refused(Code code, String path, String reason) {
        return RefusalProblem.of(new Refusal(code, path, reason));
    }
}
