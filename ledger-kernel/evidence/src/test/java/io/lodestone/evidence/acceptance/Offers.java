package io.lodestone.evidence.acceptance;

import static io.lodestone.evidence.testing.History.happened;

import io.lodestone.evidence.provenance.LotMaterial;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginStep;
import io.lodestone.evidence.provenance.Origins;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.OfferTerms;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Site;
import io.lodestone.evidence.statement.TransferAccepted;
import io.lodestone.evidence.statement.TransferCancelled;
import io.lodestone.evidence.statement.TransferDisputed;
import io.lodestone.evidence.statement.TransferExpired;
import io.lodestone.evidence.statement.TransferId;
import io.lodestone.evidence.statement.TransferOffered;
import io.lodestone.evidence.testing.History;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The statements of a transfer, each from how the lots stand. */
record Offers(History history, PartyId buyer) {

    static final Mass MASS = new Mass(1_000);
    private static final OriginProfile ORIGIN = Origins.profile("CN", OriginStep.Kind.MINED);

    LotId registered() {
        LotId lot = history.freshLot();
        LotMaterial material = Origins.byMass("Dy", MASS.micrograms(), ORIGIN);
        history.accept(new LotRegistered(
                lot,
                Form.OXIDE,
                MASS,
                List.of(material),
                List.of(ORIGIN),
                new Site("CN", history.plant, Optional.empty(), Places.of("CN")),
                Origins.lot(MASS.micrograms(), material).digest(),
                happened()));
        return lot;
    }

    LotVersion now(LotId lot) {
        return new LotVersion(lot, history.lot(lot).version());
    }

    private List<LotVersion> now(LotId... lots) {
        return Stream.of(lots).sorted().map(this::now).toList();
    }

    TransferOffered offer(TransferId transfer, Optional<Instant> expires, LotId... lots) {
        return new TransferOffered(
                transfer,
                buyer,
                true,
                "sale",
                new TransferOffered.Route("CN", List.of(), "DE"),
                now(lots).stream()
                        .map(lot -> new TransferOffered.Offered(lot, MASS))
                        .toList(),
                List.of(),
                happened(),
                Optional.of(new OfferTerms(expires, Optional.empty(), List.of(), List.of())));
    }

    TransferAccepted acceptance(TransferId transfer, LotId... lots) {
        return new TransferAccepted(
                transfer,
                now(lots).stream()
                        .map(lot -> new TransferAccepted.Weighed(lot, MASS))
                        .toList(),
                happened());
    }

    TransferDisputed dispute(TransferId transfer, LotId... lots) {
        return new TransferDisputed(
                transfer,
                TransferDisputed.Reason.WEIGHT,
                now(lots).stream()
                        .map(lot -> new TransferDisputed.Item(lot, Optional.empty(), Optional.empty()))
                        .toList(),
                happened());
    }

    TransferCancelled cancellation(TransferId transfer, LotId... lots) {
        return new TransferCancelled(transfer, now(lots), happened());
    }

    TransferExpired expiry(TransferId transfer, LotId... lots) {
        return new TransferExpired(transfer, now(lots));
    }
}
