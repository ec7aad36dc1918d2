package io.lodestone.custody.history.app;

import io.lodestone.custody.history.StoredVersion;
import io.lodestone.custody.history.TimelineItem;
import io.lodestone.custody.history.Viewer;
import io.lodestone.evidence.statement.LotId;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** A lot's versions, as far as a viewer sees them. */
public interface HistoryQueries {

    /** Versions after that one, in order; none where the lot is not there or not the viewer's to see. */
    Uni<List<TimelineItem>> timeline(LotId lot, Viewer viewer, long after, int limit);

    /** The same with what proves them; fewer than {@code limit} where they would be more than a file holds. */
    Uni<Found> versions(LotId lot, Viewer viewer, long after, int limit);

    /**
     * Versions with what proves them.
     *
     * @param last the last one there is within the limit, though it may not be among them
     */
    record Found(List<StoredVersion> versions, long last) {
        public Found {
            versions = List.copyOf(versions);
        }
    }
}
