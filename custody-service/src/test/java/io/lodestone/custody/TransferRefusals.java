package io.lodestone.custody;

import static io.lodestone.custody.Ledger.anOffer;
import static io.lodestone.custody.Ledger.bearer;
import static io.lodestone.custody.Ledger.statement;

import io.lodestone.evidence.acceptance.Refusal;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.OfferTerms;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.TransferExpired;
import io.lodestone.evidence.statement.TransferOffered;
import io.lodestone.kit.testing.TestTokens;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Offers that have a time, and what is refused for it. */
final class TransferRefusals {

    private TransferRefusals() {}

    static Refusals.Case of(Refusal.Code code, PartyId party, PartyId other) {
        TransferOffered plain = anOffer(Stock.of(party).lot(), 1, other);
        if (code == Refusal.Code.TRANSFER_EXPIRED) {
            TransferOffered late = until(plain, Instant.now().minusSeconds(60));
            return new Refusals.Case(bearer(party), statement(party, late));
        }
        TransferOffered open = until(plain, Instant.now().plusSeconds(3_600));
        Chain.state(party, open);
        LotVersion offered = new LotVersion(plain.lots().get(0).of().lot(), 2);
        return new Refusals.Case(
                TestTokens.party(Ledger.REGISTRAR, "registrar").bearer(),
                statement(Ledger.REGISTRAR, new TransferExpired(plain.transfer(), List.of(offered))));
    }

    static TransferOffered until(TransferOffered offer, Instant expires) {
        return new TransferOffered(
                offer.transfer(),
                offer.recipient(),
                offer.titlePasses(),
                offer.purpose(),
                offer.route(),
                offer.lots(),
                offer.documents(),
                offer.happened(),
                Optional.of(new OfferTerms(Optional.of(expires), Optional.empty(), List.of(), List.of())));
    }
}
