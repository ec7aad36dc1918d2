package io.lodestone.custody.transfer;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.TransferDisputed;
import io.lodestone.evidence.statement.TransferDisputed.Part;
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
 * @param lots those of which anything is said
 */
public record DisputeRequest(
        Reason reason, Optional<String> text, Map<LotId, Said> lots, Optional<OffsetDateTime> happened) {

    /** Kind of the annex that holds the words. */
    public static final String ANNEX = "dispute";

    private static final int MAX_TEXT = 2_000;

    /** What was weighed of a lot, and how much of it would be taken. */
    public record Said(Optional<Weighing> weighing, Optional<Part> takes) {

        static final Said NOTHING = new Said(Optional.empty(), Optional.empty());

        public TransferDisputed.Item of(LotVersion lot) {
            return new TransferDisputed.Item(lot, weighing, takes);
        }
    }

    private record Item(LotId lot, Said said) {}

    public DisputeRequest {
        lots = Map.copyOf(lots);
    }

    public static DisputeRequest read(Members in) {
        TreeMap<LotId, Said> said = new TreeMap<>();
        if (in.optional("lots").isPresent()) {
            for (Item item : in.objects("lots", AcceptanceRequest.MAX_LOTS, DisputeRequest::item)) {
                if (said.put(item.lot(), item.said()) != null) {
                    throw new FormatException(Fault.MALFORMED, "lots", "names a lot twice");
                }
            }
        }
        return new DisputeRequest(
                in.parsed("reason", 16, Reason::parse),
                in.optionalParsed("text", MAX_TEXT, DisputeRequest::words),
                said,
                in.optionalParsed("eventTime", 29, WireTime::zoned));
    }

    private static Item item(Members in) {
        LotId lot = in.parsed("lot", 36, LotId::parse);
        Optional<Part> takes = in.optional("takes").map(given -> part(in.object("takes")));
        boolean weighed = takes.isEmpty() || in.optional("netKg").isPresent();
        return new Item(lot, new Said(weighed ? Optional.of(Weighings.read(in)) : Optional.empty(), takes));
    }

    private static Part part(Members in) {
        Part part = new Part(in.parsed("lot", 36, LotId::parse), in.parsed("massKg", 40, Mass::parseKg));
        in.end();
        return part;
    }

    private static String words(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("says nothing");
        }
        return text;
    }

    /** What is said of a lot; nothing of most. */
    public Said of(LotId lot) {
        return lots.getOrDefault(lot, Said.NOTHING);
    }

    /** What goes into annexes. */
    public List<JsonObject> annexes() {
        return text.stream()
                .map(words ->
                        Json.object().put("kind", ANNEX).put("text", words).build())
                .toList();
    }
}
