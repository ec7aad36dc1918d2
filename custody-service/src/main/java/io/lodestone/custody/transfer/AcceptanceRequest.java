package io.lodestone.custody.transfer;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.TransferAccepted.Weighed;
import io.lodestone.evidence.statement.Weighing;
import io.lodestone.evidence.statement.WireTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a recipient says when it takes over an offer: its own weighing of every lot. A {@code weighedKg} alone is version 1,
 * which can only repeat the offered mass; {@code netKg} with its uncertainty is version 2.
 */
public record AcceptanceRequest(SortedMap<LotId, Scales> weighed, Optional<OffsetDateTime> happened) {

    static final int MAX_LOTS = 1_000;

    /** What the scales said of one lot. */
    public record Scales(Mass mass, Optional<Weighing> weighing) {

        public Weighed of(LotVersion lot) {
            return weighing.map(own -> new Weighed(lot, own)).orElseGet(() -> new Weighed(lot, mass));
        }
    }

    private record Item(LotId lot, Scales scales) {}

    public static AcceptanceRequest read(Members in) {
        SortedMap<LotId, Scales> weighed = new TreeMap<>();
        for (Item item : in.objects("lots", MAX_LOTS, AcceptanceRequest::item)) {
            if (weighed.put(item.lot(), item.scales()) != null) {
                throw new FormatException(Fault.MALFORMED, "lots", "names a lot twice");
            }
        }
        if (weighed.isEmpty()) {
            throw new FormatException(Fault.OUT_OF_BOUNDS, "lots", "needs at least one lot");
        }
        if (weighed.values().stream()
                        .map(one -> one.weighing().isPresent())
                        .distinct()
                        .count()
                > 1) {
            throw new FormatException(Fault.MALFORMED, "lots", "has weighedKg in all of its lots, or netKg in all");
        }
        return new AcceptanceRequest(weighed, in.optionalParsed("eventTime", 29, WireTime::zoned));
    }

    private static Item item(Members in) {
        LotId lot = in.parsed("lot", 36, LotId::parse);
        if (in.optional("netKg").isPresent()) {
            Weighing own = Weighings.read(in);
            return new Item(lot, new Scales(own.net(), Optional.of(own)));
        }
        return new Item(lot, new Scales(in.parsed("weighedKg", 40, Mass::parseKg), Optional.empty()));
    }
}
