package io.lodestone.custody.holding.app;

import io.lodestone.custody.holding.HeldLot;
import io.lodestone.evidence.statement.LotId;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;

/** How lots stand now. A batch may be changing them: what is decided is decided there. */
public interface Holdings {

    /** Those of the lots that exist. */
    Uni<Map<LotId, HeldLot>> of(Collection<LotId> lots);
}
