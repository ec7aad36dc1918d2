package io.lodestone.lots.custody;

import io.lodestone.evidence.acceptance.Refusal;
import java.time.Instant;

/** What has become of a statement. */
public sealed interface Disposition {

    /** Not decided yet, as far as is known here. */
    record Queued() implements Disposition {}

    record Accepted(long index, Instant time) implements Disposition {}

    /**
     * Refused for good.
     *
     * @param code slug of the problem type
     * @param path the member of the statement it is about; empty for the whole
     * @param status of the answer to the caller: 409 where the ledger's state stands against it, else 422
     */
    record Refused(String code, String path, String reason, int status) implements Disposition {

        public static Refused of(Refusal refusal) {
            return new Refused(
                    refusal.code().slug(),
                    refusal.path(),
                    refusal.reason(),
                    refusal.code().conflict() ? 409 : 422);
        }

        public static Refused of(Refusal.Code code, String path, String reason) {
            return of(new Refusal(code, path, reason));
        }
    }
}
