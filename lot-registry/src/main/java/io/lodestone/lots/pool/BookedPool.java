package io.lodestone.lots.pool;

import io.lodestone.evidence.acceptance.Holding;
import io.lodestone.evidence.acceptance.Pool;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.PoolState;
import io.lodestone.evidence.statement.WireTime;
import io.lodestone.lots.lot.BookedLot;
import io.lodestone.lots.provenance.OriginRollUp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;

/**
 * A pool as the log has made it so far.
 *
 * @param profiles every profile of what it holds, and of what is claimed on it
 */
public record BookedPool(BookedLot lot, Pool pool, SortedMap<Digest, OriginProfile> profiles) {

    /** Whether it is a pool of that party; of others nobody learns that they are there. */
    public static boolean isOf(BookedLot lot, PartyId party) {
        return lot.standing() == Holding.State.POOL && lot.holder().equals(party);
    }

    public PoolState state() {
        return new PoolState(new LotVersion(lot.lot(), lot.version()), lot.remaining());
    }

    /** Exactly the profiles of what it holds. */
    public List<OriginProfile> held() {
        return lot.remaining().profiles().stream()
                .map(digest -> Objects.requireNonNull(profiles.get(digest)))
                .toList();
    }

    /** Current stock by element and origin, and what of each may still be claimed as a credit. */
    public JsonObject json(List<PoolPeriod> periods) {
        return Json.object()
                .putWire("facility", pool.facility())
                .put("lotVersion", lot.version())
                .put("period", pool.period())
                .put("periods", periods, each -> each.putInto(Json.object()).build())
                .putWire("pool", pool.pool())
                .put("rows", Json.array(rows()))
                .put("since", WireTime.text(pool.since()))
                .put("stock", OriginRollUp.of(lot.remaining(), profiles))
                .build();
    }

    private List<Json> rows() {
        List<Json> rows = new ArrayList<>();
        for (OriginVector.Row row : lot.remaining().rowList()) {
            rows.add(Json.object()
                    .put(
                            "claimedKg",
                            pool.claimed().of(row.element(), row.profile()).toKg())
                    .put("element", row.element().symbol())
                    .put("kg", row.mass().toKg())
                    .put("origin", OriginRollUp.chain(Objects.requireNonNull(profiles.get(row.profile()))))
                    .putWire("profile", row.profile())
                    .build());
        }
        return rows;
    }

    /** A pool in a list. */
    public static JsonObject listed(BookedLot lot, Map<?, Pool> pools) {
        return Json.object()
                .put("lotVersion", lot.version())
                .put("massKg", lot.remaining().total().toKg())
                .put("period", Objects.requireNonNull(pools.get(lot.lot())).period())
                .putWire("pool", lot.lot())
                .build();
    }
}
