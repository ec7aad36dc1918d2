package io.lodestone.custody.transfer;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.WireTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a recipient says when it takes over an offer: its own weighing of every lot. */
public record AcceptanceRequest(SortedMap<LotId, Mass> weighed, Optional<OffsetDateTime> happened) {

    private static final int MAX_LOTS = 1_000;

    private record Weighed(LotId lot, Mass mass) {}

    public static AcceptanceRequest read(Members in) {
        SortedMap<LotId, Mass> weighed = new TreeMap<>();
        for (Weighed lot : in.objects("lots", MAX_LOTS, AcceptanceRequest::weighed)) {
            if (weighed.put(lot.lot(), lot.mass()) != null) {
                throw new FormatException(Fault.MALFORMED, "lots", "names a lot twice");
            }
        }
        if (weighed.isEmpty()) {
            throw new FormatException(Fault.OUT_OF_BOUNDS, "lots", "needs at least one lot");
        }
        return new AcceptanceRequest(weighed, in.optionalParsed("eventTime", 29, WireTime::zoned));
    }

    private static Weighed weighed(Members in) {
        return new Weighed(in.parsed("lot", 36, LotId::parse), in.parsed("weighedKg", 40, Mass::parseKg));
    }
}
