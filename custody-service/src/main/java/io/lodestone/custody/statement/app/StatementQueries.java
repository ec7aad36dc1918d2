package io.lodestone.custody.statement.app;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Accepted statements, to be read. */
public interface StatementQueries {

    /**
     * An accepted statement with its record and annexes.
     *
     * @param signature the party's own, a detached JWS; empty where it did not sign
     */
    record Stored(
            long index, Instant time, Json statement, Json record, List<Json> annexes, Optional<String> signature) {
        public Stored {
            annexes = List.copyOf(annexes);
        }
    }

    /** Some of them, in log order, and the index of the last entry of the log. */
    record Page(List<Stored> items, long head) {
        public Page {
            items = List.copyOf(items);
        }
    }

    Uni<Page> after(long index, int limit);

    Uni<Optional<Stored>> at(long index);

    /** How near a party is to a statement. */
    enum Concern {
        NONE,
        /**
         * It has or owns a lot that the statement touched, or did until then or later: it may prove that, and not read
         * how the lot was made.
         */
        THROUGH_LOT,
        /** It made the statement, is admitted by it, or is a side of its transfer. */
        INVOLVED
    }

    /**
     * @param lots those that the statement touched
     * @param audits whether the party also looks as those that let it: by a grant that is not withdrawn, whose period
     *     has the statement's entry and whose scope has every lot of it
     */
    Uni<Concern> concern(long index, PartyId party, List<LotId> lots, boolean audits);
}
