package io.lodestone.evidence.certificate;

import io.lodestone.evidence.certificate.TrustFile.TrustedLog;
import io.lodestone.evidence.checkpoint.Checkpoint;
import java.util.Optional;

/** Where every verification without a network begins: a checkpoint of a trusted log, and that log's entry 0. */
public sealed interface LogOpening {

    record Opened(TrustedLog log, Checkpoint checkpoint) implements LogOpening {}

    /** Steps 2 to 4 of {@code SPEC.md} section 9 have these reasons. */
    record Refused(RejectionReason reason, String detail) implements LogOpening {}

    /** Never throws for what the checkpoint or entry 0 is. */
    static LogOpening open(String checkpoint, Genesis genesis, TrustFile trust) {
        try {
            LogCheck log = LogCheck.open(checkpoint, trust, Optional.empty());
            Rejection.unless(
                    log.cosignatures() == 0,
                    RejectionReason.CHECKPOINT_SIGNATURE,
                    "a signature line is not of the log's key");
            log.genesis(genesis);
            return new Opened(log.log(), log.checkpoint());
        } catch (Rejection rejection) {
            Verification.Rejected result = rejection.result();
            return new Refused(result.reason(), result.detail());
        }
    }
}
