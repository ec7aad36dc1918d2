package io.lodestone.custody.transfer.app;

import io.lodestone.evidence.acceptance.Transfer;
import io.lodestone.evidence.statement.PartyId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Offers whose time has run out, and who states it. */
public interface OverdueOffers {

    /** Empty before the log's first party. */
    Uni<Optional<PartyId>> registrar();

    /** Unanswered offers that expired before {@code now}, the oldest first, but for those with a lot that is corrected. */
    Uni<List<Transfer>> at(Instant now, int limit);
}
