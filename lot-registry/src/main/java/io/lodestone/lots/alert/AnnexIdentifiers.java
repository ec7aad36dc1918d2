package io.lodestone.lots.alert;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonArray;
import io.lodestone.evidence.canonical.Json.JsonString;
import io.lodestone.evidence.statement.Annex;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.lots.feed.FeedItem;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

/**
 * Identifiers from the annex of the kind {@code lot} that names the lot, member {@code identifiers}. An annex may hold anything, and none
 * may stop the feed: what is not an array is no identifier.
 */
public final class AnnexIdentifiers implements Identifiers {

    /** A drum has a few labels. */
    private static final int MAX = 32;

    private static final int MAX_LENGTH = 4_096;

    @Override
    public Set<String> of(FeedItem item, LotId lot) {
        Set<String> found = new TreeSet<>();
        for (Annex annex : item.annexes()) {
            boolean committed = item.statement().annexes().contains(annex.digest());
            boolean ofLot =
                    text(annex, "kind").equals("lot") && text(annex, "lot").equals(lot.toString());
            if (committed && ofLot && annex.content().get("identifiers") instanceof JsonArray identifiers) {
                identifiers.items().stream()
                        .limit(MAX)
                        .map(AnnexIdentifiers::text)
                        .filter(text -> text.length() <= MAX_LENGTH)
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static String text(Annex annex, String member) {
        return annex.content().get(member) instanceof JsonString string ? string.text() : "";
    }

    private static String text(Json identifier) {
        return identifier instanceof JsonString string
                ? string.text()
                : new String(CanonicalJson.bytes(identifier), StandardCharsets.UTF_8);
    }
}
