package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Json.JsonObject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** What a statement claims. One record a kind; a published (type, version) never changes its members. */
public sealed interface Body
        permits PartyRegistered,
                PartyDescribed,
                FacilityRegistered,
                AccessGranted,
                AccessWithdrawn,
                PartyKeyAdded,
                PartyKeyRevoked,
                SigningRequired,
                LotRegistered,
                AssayRecorded,
                LotsTransformed,
                Correction,
                LotsRecomputed,
                TransferOffered,
                TransferAccepted,
                TransferDisputed,
                TransferCancelled,
                TransferExpired,
                LogSwept,
                RulesetPublished,
                CertificateIssued,
                PoolOpened,
                PoolRun,
                PoolCounted,
                PoolPeriodClosed,
                PoolAdjusted,
                CreditClaimed {

    Kind kind();

    /** Version of the format it is written in. A later one adds members; an earlier one stays readable for ever. */
    default long version() {
        return 1;
    }

    JsonObject json();

    /** When the thing happened, where that differs from when it was stated. */
    default Optional<OffsetDateTime> eventTime() {
        return Optional.empty();
    }

    /** The existing lot versions this statement was computed from, and spends: sorted by lot, each lot once. */
    default List<LotVersion> spends() {
        return List.of();
    }

    /** The lots that come into being with this statement. */
    default List<LotId> creates() {
        return List.of();
    }
}
