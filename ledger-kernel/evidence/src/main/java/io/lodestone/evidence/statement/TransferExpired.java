package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import java.util.List;

/**
 * Nobody answered an offer in the time it gave. The registrar states it; the lots are free again.
 *
 * @param lots those that are still on offer under this transfer: none where corrections have taken all of them off it
 */
public record TransferExpired(TransferId transfer, List<LotVersion> lots) implements Body {

    public TransferExpired {
        lots = List.copyOf(lots);
    }

    static TransferExpired read(Members in) {
        return new TransferExpired(in.parsed("transfer", 36, TransferId::parse), Formats.lotVersions(in));
    }

    @Override
    public Kind kind() {
        return Kind.TRANSFER_EXPIRED;
    }

    @Override
    public List<LotVersion> spends() {
        return lots;
    }

    @Override
    public JsonObject json() {
        return Json.object()
                .put("lots", lots, Formats::json)
                .putWire("transfer", transfer)
                .build();
    }
}
