package io.lodestone.evidence.plausibility;

import io.lodestone.evidence.statement.LotId;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/** Whether a document that comes with an offer came with other lots before. */
public final class DocumentRule {

    private DocumentRule() {}

    /**
     * @param offered the lots that are offered now
     * @param before the lots that were offered with the same document earlier
     */
    public static Optional<Finding> check(Set<LotId> offered, Set<LotId> before) {
        // An offer that is made again, or passed on, has a lot in common with the one before.
        if (before.isEmpty() || !Collections.disjoint(offered, before)) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                AlertKind.REPEATED_DELIVERY,
                "document",
                Severity.HIGH,
                "A document of this offer came with an offer of other lots before.",
                "Ask for the original of the document; one bill of lading or invoice is for one delivery."));
    }
}
