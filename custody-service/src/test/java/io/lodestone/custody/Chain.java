package io.lodestone.custody;

import static io.lodestone.custody.Ledger.aParty;
import static io.lodestone.custody.Ledger.bearer;
import static io.lodestone.custody.Ledger.statement;
import static io.lodestone.custody.Ledger.submit;

import io.lodestone.evidence.statement.AccessGranted;
import io.lodestone.evidence.statement.AccessWithdrawn;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.GrantId;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.TransferAccepted;
import io.lodestone.evidence.statement.TransferAccepted.Weighed;
import io.lodestone.evidence.statement.TransferOffered;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * One lot with everybody around it: registered upstream, handed over to a former holder and by it to its owner, who has
 * it worked on by the holder, who has put it on offer to a recipient. The holder sold another lot downstream.
 */
final class Chain {

    final PartyId upstream = aParty();
    final PartyId former = aParty();
    final PartyId owner = aParty();
    final PartyId holder = aParty();
    final PartyId recipient = aParty();
    final PartyId downstream = aParty();
    final LotId lot = Ledger.aLotOf(upstream);
    final LotId other = Ledger.aLotOf(holder);
    final TransferOffered sale;
    final TransferOffered open;

    /** Index of the statement by which the former holder offered the lot to its owner. */
    final int index;

    Chain() {
        accept(offered(upstream, lot, 1, former, true).offer(), former);
        Offered toOwner = offered(former, lot, 3, owner, true);
        sale = toOwner.offer();
        index = toOwner.index();
        accept(sale, owner);
        accept(offered(owner, lot, 5, holder, false).offer(), holder);
        accept(offered(holder, other, 1, downstream, true).offer(), downstream);
        open = offered(holder, lot, 7, recipient, false).offer();
    }

    private record Offered(TransferOffered offer, int index) {}

    private static Offered offered(PartyId from, LotId lot, long version, PartyId to, boolean title) {
        TransferOffered sale = Ledger.anOffer(lot, version, to);
        TransferOffered offer = new TransferOffered(
                sale.transfer(),
                to,
                title,
                sale.purpose(),
                sale.route(),
                sale.lots(),
                sale.documents(),
                sale.happened());
        return new Offered(offer, state(from, offer));
    }

    private static void accept(TransferOffered offer, PartyId to) {
        LotVersion of = offer.lots().get(0).of();
        Weighed weighed = new Weighed(new LotVersion(of.lot(), of.version() + 1), Ledger.LOT_MASS);
        state(to, new TransferAccepted(offer.transfer(), List.of(weighed), Ledger.now()));
    }

    /** Index of the statement. */
    static int state(PartyId party, Body body) {
        return submit(bearer(party), statement(party, body))
                .then()
                .statusCode(201)
                .extract()
                .path("index");
    }

    static GrantId grant(
            PartyId granter, PartyId auditor, Optional<List<LotId>> lots, OffsetDateTime from, OffsetDateTime until) {
        GrantId grant = new GrantId(Ledger.id());
        state(granter, new AccessGranted(grant, auditor, lots, from, until));
        return grant;
    }

    static void withdraw(PartyId granter, GrantId grant) {
        state(granter, new AccessWithdrawn(grant));
    }
}
