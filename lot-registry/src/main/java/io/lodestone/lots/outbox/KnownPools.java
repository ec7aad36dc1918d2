package io.lodestone.lots.outbox;

import io.lodestone.evidence.acceptance.Pool;
import io.lodestone.evidence.acceptance.Withdrawal;
import io.lodestone.evidence.statement.LotId;
import java.util.Optional;
import java.util.Set;

/**
 * The pool that one statement is about, as far as the feed has been read.
 *
 * @param closed names of its closed periods, as far as the statement names them
 * @param withdrawal of the lot that a credit is for
 */
public record KnownPools(Optional<Pool> pool, Set<String> closed, Optional<Withdrawal> withdrawal) {

    public static final KnownPools NONE = new KnownPools(Optional.empty(), Set.of(), Optional.empty());

    public KnownPools {
        closed = Set.copyOf(closed);
    }

    Optional<Pool> pool(LotId id) {
        return pool.filter(known -> known.pool().equals(id));
    }

    boolean isClosed(LotId id, String period) {
        return pool(id).isPresent() && closed.contains(period);
    }

    Optional<Withdrawal> withdrawal(LotId lot) {
        return withdrawal.filter(known -> known.lot().equals(lot));
    }
}
