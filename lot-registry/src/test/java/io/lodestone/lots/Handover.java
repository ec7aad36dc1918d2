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

/** A lot changes hands, title included, as the two parties state it to the custody service. */
final class Handover {

    private static final OffsetDateTime THEN = WireTime.zoned("2026-11-04T09:00:00.000+09:00");

    private Handover() {}

    static void of(Plant from, Plant to, LotId lot, long version, String massKg) {
        TransferId transfer = new TransferId(Scene.id());
        Mass mass = Mass.parseKg(massKg);
        TransferOffered.Route route = new TransferOffered.Route("CN", List.of(), "JP");
        List<TransferOffered.Offered> offered =
                List.of(new TransferOffered.Offered(new LotVersion(lot, version), mass));
        state(from.party(), new TransferOffered(transfer, to.party(), true, "sale", route, offered, List.of(), THEN));
        List<TransferAccepted.Weighed> weighed =
                List.of(new TransferAccepted.Weighed(new LotVersion(lot, version + 1), mass));
        state(to.party(), new TransferAccepted(transfer, weighed, THEN));
    }

    private static void state(PartyId actor, Body body) {
        StandIn.state(new Statement(
                actor, List.of(), body, Scene.key(), StandInCustody.LOG, Salt.of(new byte[16]), Instant.now()));
    }
}
