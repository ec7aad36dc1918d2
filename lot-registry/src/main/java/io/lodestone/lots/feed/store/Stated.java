package io.lodestone.lots.feed.store;

import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.lots.feed.FeedItem;
import java.util.ArrayList;
import java.util.List;

/** A body of one kind, with who stated it and where. */
record Stated<B extends Body>(long index, PartyId actor, B body) {

    /** Those of that kind among the items, in their order. */
    static <B extends Body> List<Stated<B>> all(List<FeedItem> items, Class<B> kind) {
        List<Stated<B>> found = new ArrayList<>();
        for (FeedItem item : items) {
            Body body = item.statement().body();
            if (kind.isInstance(body)) {
                found.add(new Stated<>(item.index(), item.statement().actor(), kind.cast(body)));
            }
        }
        return found;
    }
}
