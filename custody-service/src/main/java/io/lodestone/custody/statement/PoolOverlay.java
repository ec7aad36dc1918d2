package io.lodestone.custody.statement;

import io.lodestone.custody.statement.KnownPools.Closed;
import io.lodestone.evidence.acceptance.Effect;
import io.lodestone.evidence.acceptance.Effect.LotWithdrawn;
import io.lodestone.evidence.acceptance.Effect.PeriodClosed;
import io.lodestone.evidence.acceptance.Effect.PoolChanged;
import io.lodestone.evidence.acceptance.Pool;
import io.lodestone.evidence.acceptance.Withdrawal;
import io.lodestone.evidence.statement.LotId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The pools while a batch is decided. */
final class PoolOverlay {

    private final Map<LotId, Pool> pools;
    private final Set<Closed> closed;
    private final Map<LotId, Withdrawal> withdrawals;

    PoolOverlay(KnownPools known) {
        this.pools = new HashMap<>(known.pools());
        this.closed = new HashSet<>(known.closed());
        this.withdrawals = new HashMap<>(known.withdrawals());
    }

    void apply(Effect effect) {
        if (effect instanceof PoolChanged made) {
            pools.put(made.pool().pool(), made.pool());
        } else if (effect instanceof PeriodClosed made) {
            closed.add(new Closed(made.pool(), made.period()));
        } else if (effect instanceof LotWithdrawn made) {
            withdrawals.put(made.withdrawal().lot(), made.withdrawal());
        }
    }

    Optional<Pool> pool(LotId pool) {
        return Optional.ofNullable(pools.get(pool));
    }

    boolean isClosed(LotId pool, String period) {
        return closed.contains(new Closed(pool, period));
    }

    Optional<Withdrawal> withdrawal(LotId lot) {
        return Optional.ofNullable(withdrawals.get(lot));
    }
}
