package io.lodestone.lots.description;

import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.statement.Annex;
import io.lodestone.evidence.statement.LotId;
import java.util.Optional;

/** The content of an annex of kind {@code lot}: the details of one lot. */
public record LotAnnex(LotId lot, Details details) {

    private static final String KIND = "lot";

    public JsonObject content() {
        return details.put(Json.object(), true, true)
                .put("kind", KIND)
                .putWire("lot", lot)
                .build();
    }

    /** Nothing where it is of another kind, or not what such an annex holds: an annex may be anything. */
    public static Optional<LotAnnex> read(Annex annex) {
        return ofContent(annex.content());
    }

    public static Optional<LotAnnex> ofContent(JsonObject content) {
        if (!Json.string(KIND).equals(content.get("kind"))) {
            return Optional.empty();
        }
        try {
            Members in = Members.of(content);
            return Optional.of(new LotAnnex(in.parsed("lot", 36, LotId::parse), Details.read(in)));
        } catch (FormatException e) {
            return Optional.empty();
        }
    }
}
