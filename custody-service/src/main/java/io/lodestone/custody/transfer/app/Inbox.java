package io.lodestone.custody.transfer.app;

import io.lodestone.custody.transfer.Age;
import io.lodestone.custody.transfer.Listed;
import io.lodestone.custody.transfer.Waiting;
import io.lodestone.evidence.statement.PartyId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What waits for a party, and how long its open offers have been waiting. */
@Singleton
public class Inbox {

    /** A plant with more open offers than this has to look at the list itself. */
    public static final int MAX_OPEN = 5_000;

    private final TransferQueries transfers;
    private final Clock clock;

    @Inject
    Inbox(TransferQueries transfers, Clock clock) {
        this.transfers = transfers;
        this.clock = clock;
    }

    /** A transfer and why it waits. */
    public record Item(Listed listed, List<Waiting> why) {}

    /** An open transfer and its age. */
    public record Aged(Listed listed, Age age) {}

    /** Open transfers, the oldest first, as of a time. */
    public record Ageing(Instant asOf, List<Aged> open) {}

    /** A page, in the order of the offers. */
    public Uni<List<Item>> waiting(PartyId party, Duration span, long after, int limit) {
        Instant now = clock.instant();
        return transfers
                .waiting(party, now, now.plus(span), now.minus(span), after, limit)
                .map(found -> found.stream()
                        .map(listed -> new Item(listed, Waiting.of(listed, party, now, span)))
                        .toList());
    }

    public Uni<Ageing> ageing(PartyId party) {
        Instant now = clock.instant();
        return transfers
                .open(party, MAX_OPEN)
                .map(found -> new Ageing(
                        now,
                        found.stream()
                                .map(listed ->
                                        new Aged(listed, Age.of(listed.offered().time(), now)))
                                .toList()));
    }
}
