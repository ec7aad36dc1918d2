package io.lodestone.custody.transfer.app;

import io.lodestone.custody.holding.HeldLot;
import io.lodestone.custody.holding.app.Holdings;
import io.lodestone.custody.problem.RefusalProblem;
import io.lodestone.custody.transfer.DisputeRequest;
import io.lodestone.evidence.acceptance.Refusal;
import io.lodestone.evidence.acceptance.Refusal.Code;
import io.lodestone.evidence.acceptance.Transfer;
import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.TransferCancelled;
import io.lodestone.evidence.statement.TransferDisputed;
import io.lodestone.evidence.statement.TransferDisputed.Reason;
import io.lodestone.evidence.statement.TransferId;
import io.lodestone.kit.actor.Actor;
import io.lodestone.kit.problem.LedgerProblem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Makes the bodies of what becomes of an open offer besides acceptance, from the lots that are still on it. */
@Singleton
public class OpenOffers {

    private final Holdings holdings;
    private final TransferQueries transfers;
    private final Clock clock;

    @Inject
    OpenOffers(Holdings holdings, TransferQueries transfers, Clock clock) {
        this.holdings = holdings;
        this.transfers = transfers;
        this.clock = clock;
    }

    Uni<Body> dispute(Actor actor, TransferId transfer, DisputeRequest dispute) {
        return of(actor, transfer, Transfer::recipient, "no transfer with this id is offered to you")
                .chain(this::onOffer)
                .map(lots -> disputed(transfer, dispute, lots));
    }

    private Body disputed(TransferId transfer, DisputeRequest dispute, List<LotVersion> lots) {
        List<LotId> ids = lots.stream().map(LotVersion::lot).toList();
        if (!ids.containsAll(dispute.lots().keySet())) {
            throw refused(Code.TRANSFER_UNKNOWN, "lots", "must be lots that are on offer to you under this transfer");
        } else if (lots.isEmpty()) {
            throw refused(Code.LOT_MOVED, "lots", "no lot is on offer under this transfer any more");
        }
        List<TransferDisputed.Item> items =
                lots.stream().map(lot -> dispute.of(lot.lot()).of(lot)).toList();
        if (dispute.reason() == Reason.PART
                && items.stream().allMatch(item -> item.takes().isEmpty())) {
            throw new FormatException(Fault.OUT_OF_BOUNDS, "lots", "none of them says what is taken of it");
        }
        return new TransferDisputed(transfer, dispute.reason(), items, happened(dispute.happened()));
    }

    Uni<Body> cancel(Actor actor, TransferId transfer, Optional<OffsetDateTime> happened) {
        return of(actor, transfer, Transfer::sender, "you have made no offer with this id")
                .chain(this::onOffer)
                .map(lots -> new TransferCancelled(transfer, lots, happened(happened)));
    }

    private Uni<Transfer> of(Actor actor, TransferId transfer, Function<Transfer, PartyId> side, String otherwise) {
        return transfers
                .find(transfer)
                .map(found -> found.map(listed -> listed.transfer())
                        .filter(it -> side.apply(it).equals(actor.party()))
                        .orElseThrow(() -> refused(Code.TRANSFER_UNKNOWN, "transfer", otherwise)));
    }

    /** The lots that are still on offer under it, sorted, as they stand. */
    Uni<List<LotVersion>> onOffer(Transfer transfer) {
        return holdings.of(transfer.lots().keySet())
                .map(lots -> new TreeMap<>(lots)
                        .values().stream()
                                .map(HeldLot::holding)
                                .filter(lot -> lot.offer().equals(Optional.of(transfer.transfer())))
                                .map(lot -> new LotVersion(lot.lot(), lot.version()))
                                .toList());
    }

    private OffsetDateTime happened(Optional<OffsetDateTime> stated) {
        return stated.orElseGet(() -> clock.instant().atOffset(ZoneOffset.UTC));
    }

    private static LedgerProblem refused(Code code, String path, String reason) {
        return RefusalProblem.of(new Refusal(code, path, reason));
    }
}
