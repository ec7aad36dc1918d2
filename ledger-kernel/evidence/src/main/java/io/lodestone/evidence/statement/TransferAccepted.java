package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.quantity.Mass;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * The recipient takes over every lot of an offer, with a weighing of its own. In version 1 that is the offered mass; in
 * version 2 it is what the scales say, with an uncertainty, and the book mass stays what was offered.
 */
public record TransferAccepted(TransferId transfer, List<Weighed> lots, OffsetDateTime happened) implements Body {

    /**
     * A lot as it stood while offered, and what the recipient's scales say.
     *
     * @param mass the net mass
     * @param weighing how it was weighed, in version 2; empty in version 1
     */
    public record Weighed(LotVersion of, Mass mass, Optional<Weighing> weighing) {

        /** A mass, as version 1 states it. */
        public Weighed(LotVersion of, Mass mass) {
            this(of, mass, Optional.empty());
        }

        /** A weighing, as version 2 states it. */
        public Weighed(LotVersion of, Weighing weighing) {
            this(of, weighing.net(), Optional.of(weighing));
        }

        static Weighed read(Members in, long version) {
            LotVersion of = Formats.lotVersion(in);
            return version == 1
                    ? new Weighed(of, in.parsed("weighedUg", 19, Mass::parsePositive))
                    : new Weighed(of, Weighing.read(in));
        }

        JsonObject json() {
            return weighing.map(own -> Formats.json(of).with("weighing", own.json()))
                    .orElseGet(() -> Formats.json(of).with("weighedUg", Json.string(mass.toString())));
        }
    }

    public TransferAccepted {
        lots = List.copyOf(lots);
        if (lots.stream().map(lot -> lot.weighing().isPresent()).distinct().count() > 1) {
            throw new IllegalArgumentException("all lots are weighed in the same version");
        }
    }

    static TransferAccepted read(Members in, long version) {
        List<Weighed> lots = Formats.notEmpty(
                in.path("lots"), in.objects("lots", Formats.MAX_LOTS, item -> Weighed.read(item, version)));
        Formats.sorted(in.path("lots"), lots, item -> item.of().lot());
        return new TransferAccepted(
                in.parsed("transfer", 36, TransferId::parse), lots, in.parsed("eventTime", 29, WireTime::zoned));
    }

    @Override
    public Kind kind() {
        return Kind.TRANSFER_ACCEPTED;
    }

    @Override
    public long version() {
        return lots.get(0).weighing().isPresent() ? 2 : 1;
    }

    @Override
    public Optional<OffsetDateTime> eventTime() {
        return Optional.of(happened);
    }

    @Override
    public List<LotVersion> spends() {
        return lots.stream().map(Weighed::of).toList();
    }

    @Override
    public JsonObject json() {
        return Json.object()
                .put("eventTime", WireTime.text(happened))
                .put("lots", lots, Weighed::json)
                .putWire("transfer", transfer)
                .build();
    }
}
