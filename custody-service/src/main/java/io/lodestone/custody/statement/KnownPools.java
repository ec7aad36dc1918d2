package io.lodestone.custody.statement;

import io.lodestone.evidence.acceptance.Pool;
import io.lodestone.evidence.acceptance.Withdrawal;
import io.lodestone.evidence.statement.LotId;
import java.util.Map;
import java.util.Set;

/** What the ledger holds of the pools that a batch {@link Needs}. */
public record KnownPools(Map<LotId, Pool> pools, Set<Closed> closed, Map<LotId, Withdrawal> withdrawals) {

    public static final KnownPools NONE = new KnownPools(Map.of(), Set.of(), Map.of());

    /** A period of a pool that is closed. */
    public record Closed(LotId pool, String period) {}

    public KnownPools {
        pools = Map.copyOf(pools);
        closed = Set.copyOf(closed);
        withdrawals = Map.copyOf(withdrawals);
    }
}
