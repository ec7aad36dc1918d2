package io.lodestone.lots;

import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.TransferAccepted;
import io.lodestone.evidence.statement.TransferId;
import io.lodestone.evidence.statement.TransferOffered;
import io.lodestone.evidence.statement.WireTime;
import io.lodestone.lots.Scene.Plant;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** Hands whole lots over, past the service, as the custody service would have it. */
final class Handing {

    private static final OffsetDateTime THEN = WireTime.zoned("2026-11-04T09:00:00.000+09:00");

    private Handing() {}

    /** Offers and accepts; the lot is at that version and has that much left. Returns the version afterwards. */
    static long over(Plant from, Plant to, LotId lot, long version, String massKg, boolean titlePasses) {
        TransferId transfer = new TransferId(Scene.id());
        Mass mass = Mass.parseKg(massKg);
        state(
                from.party(),
                new TransferOffered(
                        transfer,
                        to.party(),
                        titlePasses,
                        "sale",
                        new TransferOffered.Route("CN", List.of(), "JP"),
                        List.of(new TransferOffered.Offered(new LotVersion(lot, version), mass)),
                        List.of(),
                        THEN));
        state(
                to.party(),
                new TransferAccepted(
                        transfer, List.of(new TransferAccepted.Weighed(new LotVersion(lot, version + 1), mass)), THEN));
        return version + 2;
    }

    private static void state(PartyId actor, Body body) {
        StandIn.state(new Statement(
                actor, List.of(), body, Scene.key(), StandInCustody.LOG, Salt.of(new byte[16]), Instant.now()));
    }
}
