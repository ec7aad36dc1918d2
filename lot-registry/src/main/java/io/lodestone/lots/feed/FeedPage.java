package io.lodestone.lots.feed;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Members;
import java.util.List;

/**
 * Some statements of the feed in order.
 *
 * @param head index of the last statement that the log had accepted
 */
public record FeedPage(List<FeedItem> items, long head) {

    /** Statements asked for at once; the feed ends a page earlier where it becomes long. */
    public static final int LIMIT = 500;

    public FeedPage {
        items = List.copyOf(items);
    }

    public static FeedPage read(Json json) {
        Members in = Members.of(json);
        List<FeedItem> items = in.objects("items", LIMIT, FeedItem::read);
        return new FeedPage(items, in.integer("head", 0, Json.JsonInteger.MAX));
    }
}
