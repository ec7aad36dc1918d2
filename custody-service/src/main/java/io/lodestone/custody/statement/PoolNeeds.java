package io.lodestone.custody.statement;

import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.CreditClaimed;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PoolAdjusted;
import io.lodestone.evidence.statement.PoolCounted;
import io.lodestone.evidence.statement.PoolOpened;
import io.lodestone.evidence.statement.PoolPeriodClosed;
import io.lodestone.evidence.statement.PoolRun;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rows about pools that deciding a batch may look at.
 *
 * @param periods names of periods, of whichever of the pools
 * @param withdrawn lots of which it matters from which pool they came
 */
public record PoolNeeds(Set<LotId> pools, Set<String> periods, Set<LotId> withdrawn) {

    PoolNeeds() {
        this(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    }

    void add(Body body) {
        if (body instanceof PoolOpened opened) {
            pools.add(opened.pool());
        } else if (body instanceof PoolRun run) {
            pools.add(run.before().pool());
        } else if (body instanceof PoolCounted counted) {
            pools.add(counted.before().pool());
        } else if (body instanceof PoolPeriodClosed closed) {
            pools.add(closed.pool());
            periods.add(closed.period());
            periods.add(closed.next());
        } else if (body instanceof PoolAdjusted adjusted) {
            pools.add(adjusted.before().pool());
            periods.add(adjusted.frozen());
        } else if (body instanceof CreditClaimed credit) {
            pools.add(credit.before().pool());
            withdrawn.add(credit.credited().of().lot());
        }
    }
}
