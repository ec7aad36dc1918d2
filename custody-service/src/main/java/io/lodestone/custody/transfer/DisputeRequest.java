package io.lodestone.custody.transfer;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.TransferDisputed.Reason;
import io.lodestone.evidence.statement.Weighing;
import io.lodestone.evidence.statement.WireTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a recipient says is wrong with an offer.
 *
 * @param text in words; it goes into an annex
 * @param weighed of lots that were weighed
 */
public record DisputeRequest(
        Reason reason, Optional<String> text, Map<LotId, Weighing> weighed, Optional<OffsetDateTime> happened) {

    /** Kind of the annex that holds the words. */
    public static final String ANNEX = "dispute";

    private static final int MAX_TEXT = 2_000;

    private record Item(LotId lot, Weighing weighing) {}

    public DisputeRequest {
        weighed = Map.copyOf(weighed);
    }

    public static DisputeRequest read(Members in) {
        TreeMap<LotId, Weighing> weighed = new TreeMap<>();
        if (in.optional("lots").isPresent()) {
            for (Item item : in.objects("lots", AcceptanceRequest.MAX_LOTS, DisputeRequest::item)) {
                if (weighed.put(item.lot(), item.weighing()) != null) {
                    throw new FormatException(Fault.MALFORMED, "lots", "names a lot twice");
                }
            }
        }
        return new DisputeRequest(
                in.parsed("reason", 16, Reason::parse),
                in.optionalParsed("text", MAX_TEXT, DisputeRequest::words),
                weighed,
                in.optionalParsed("eventTime", 29, WireTime::zoned));
    }

    private static Item item(Members in) {
        return new Item(in.parsed("lot", 36, LotId::parse), Weighings.read(in));
    }

    private static String words(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("says nothing");
        }
        return text;
    }

    /** What goes into annexes. */
    public List<JsonObject> annexes() {
        return text.stream()
                .map(words ->
                        Json.object().put("kind", ANNEX).put("text", words).build())
                .toList();
    }
}
