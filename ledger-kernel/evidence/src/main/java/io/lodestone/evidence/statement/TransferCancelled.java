package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * The sender takes an offer back while it is open, disputed or not. Its lots are free again.
 *
 * @param lots those that are still on offer under this transfer: none where corrections have taken all of them off it
 */
public record TransferCancelled(TransferId transfer, List<LotVersion> lots, OffsetDateTime happened) implements Body {

    public TransferCancelled {
        lots = List.copyOf(lots);
    }

    static TransferCancelled read(Members in) {
        return new TransferCancelled(
                in.parsed("transfer", 36, TransferId::parse),
                Formats.lotVersions(in),
                in.parsed("eventTime", 29, WireTime::zoned));
    }

    @Override
    public Kind kind() {
        return Kind.TRANSFER_CANCELLED;
    }

    @Override
    public Optional<OffsetDateTime> eventTime() {
        return Optional.of(happened);
    }

    @Override
    public List<LotVersion> spends() {
        return lots;
    }

    @Override
    public JsonObject json() {
        return Json.object()
                .put("eventTime", WireTime.text(happened))
                .put("lots", lots, Formats::json)
                .putWire("transfer", transfer)
                .build();
    }
}
