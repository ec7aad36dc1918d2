package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A period of a pool is over and frozen. Its closing stock is the opening stock of the next.
 *
 * @param vector digest of the closing stock
 * @param period name of the period that was open
 * @param next name of the period that opens now
 */
public record PoolPeriodClosed(LotVersion of, Digest vector, String period, String next, OffsetDateTime happened)
        implements Body {

    static PoolPeriodClosed read(Members in) {
        return new PoolPeriodClosed(
                new LotVersion(in.parsed("pool", 36, LotId::parse), in.integer("lotVersion", 1, Json.JsonInteger.MAX)),
                in.parsed("vector", 44, Digest::parse),
                in.parsed("period", PoolOpened.MAX_PERIOD, PoolOpened::periodName),
                in.parsed("next", PoolOpened.MAX_PERIOD, PoolOpened::periodName),
                in.parsed("eventTime", 29, WireTime::zoned));
    }

    public LotId pool() {
        return of.lot();
    }

    @Override
    public Kind kind() {
        return Kind.POOL_PERIOD_CLOSED;
    }

    @Override
    public Optional<OffsetDateTime> eventTime() {
        return Optional.of(happened);
    }

    @Override
    public List<LotVersion> spends() {
        return List.of(of);
    }

    @Override
    public JsonObject json() {
        return Json.object()
                .put("eventTime", WireTime.text(happened))
                .put("lotVersion", of.version())
                .put("next", next)
                .put("period", period)
                .putWire("pool", of.lot())
                .putWire("vector", vector)
                .build();
    }
}
