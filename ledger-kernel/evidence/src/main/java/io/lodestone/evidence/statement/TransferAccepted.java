package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.quantity.Mass;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** The recipient takes over every lot of an offer, with a weighing of its own. */
public record TransferAccepted(TransferId transfer, List<Weighed> lots, OffsetDateTime happened) implements Body {

    /** A lot as it stood while offered, and what the recipient's scales say. */
    public record Weighed(LotVersion of, Mass mass) {

        static Weighed read(Members in) {
            return new Weighed(
                    new LotVersion(
                            in.parsed("lot", 36, LotId::parse), in.integer("lotVersion", 1, Json.JsonInteger.MAX)),
                    in.parsed("weighedUg", 19, Mass::parsePositive));
        }

        JsonObject json() {
            return Json.object()
                    .putWire("lot", of.lot())
                    .put("lotVersion", of.version())
                    .putWire("weighedUg", mass)
                    .build();
        }
    }

    static TransferAccepted read(Members in) {
        List<Weighed> lots = Formats.notEmpty(in.path("lots"), in.objects("lots", Formats.MAX_LOTS, Weighed::read));
        Formats.sorted(in.path("lots"), lots, item -> item.of().lot());
        return new TransferAccepted(
                in.parsed("transfer", 36, TransferId::parse), lots, in.parsed("eventTime", 29, WireTime::zoned));
    }

    @Override
    public Kind kind() {
        return Kind.TRANSFER_ACCEPTED;
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
