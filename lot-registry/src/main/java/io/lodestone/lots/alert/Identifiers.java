package io.lodestone.lots.alert;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.lots.feed.FeedItem;
import java.util.Set;

/** The external identifiers that a statement gives a lot it makes: printed on the drum, not made by the ledger. */
public interface Identifiers {

    /** Each as one text that is the same for the same identifier; empty where the statement gives none. */
    Set<String> of(FeedItem item, LotId lot);
}
