package io.lodestone.custody.history;

import io.lodestone.evidence.acceptance.Holding;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.PartyId;
import java.time.Instant;
import java.util.Optional;

/**
 * One version of a lot as a viewer sees it.
 *
 * @param index of the statement that made it
 * @param recorded time of that statement's entry
 * @param known what the viewer knows of it; empty where the lot was others' both before and after
 */
public record TimelineItem(long version, long index, Instant recorded, Optional<Known> known) {

    /**
     * What happened, and how the lot stood afterwards.
     *
     * @param happened event time as it was stated; some kinds state none
     * @param stood empty for versions that were spent before it was kept
     */
    public record Known(String kind, Optional<String> happened, PartyId holder, PartyId owner, Optional<Stood> stood) {}

    /** State and mass. */
    public record Stood(Holding.State state, Mass remaining) {}
}
