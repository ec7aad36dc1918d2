package io.lodestone.custody.statement;

import io.lodestone.evidence.digest.Digest;
import java.time.Instant;

/** The end of a log that has at least its entry 0. */
public record Head(String origin, long size, Digest lastLeaf, Instant lastTime) {

    /** The time of the next entry: never before the last one's. */
    public Instant timeOfNext(Instant now) {
        return now.isAfter(lastTime) ? now : lastTime;
    }
}
