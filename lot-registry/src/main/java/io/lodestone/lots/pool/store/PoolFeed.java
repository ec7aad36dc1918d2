package io.lodestone.lots.pool.store;

import io.lodestone.evidence.acceptance.Pool;
import io.lodestone.evidence.acceptance.Withdrawal;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.provenance.PoolResult.Booked;
import io.lodestone.evidence.provenance.PoolResult.Ran;
import io.lodestone.evidence.provenance.Registration;
import io.lodestone.evidence.provenance.RegistrationResult.Registered;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.CreditClaimed;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.Output;
import io.lodestone.evidence.statement.PoolAdjusted;
import io.lodestone.evidence.statement.PoolCounted;
import io.lodestone.evidence.statement.PoolOpened;
import io.lodestone.evidence.statement.PoolPeriodClosed;
import io.lodestone.evidence.statement.PoolRun;
import io.lodestone.lots.feed.FeedItem;
import io.lodestone.lots.pool.Movements;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Books what an accepted statement makes of pools, their sheets and their credits; after the lots themselves. */
public final class PoolFeed {

    private static final String POOL =
            "INSERT INTO pool (pool, facility, period, since, latest, claimed) VALUES ($1, $2, $3, $4, $5, $6)";
    private static final String MOVED =
            "UPDATE pool SET period = $2, since = $3, latest = $4, claimed = $5 WHERE pool = $1";
    private static final String RECEIPT =
            "INSERT INTO pool_receipt (log_index, pool, lot, consumed_ug) VALUES ($1, $2, $3, $4)";
    private static final String WITHDRAWAL = "INSERT INTO withdrawal (lot, pool, custody_model, mass_ug, credited,"
            + " log_index) VALUES ($1, $2, $3, $4, $5, $6)";
    private static final String CREDITED = "UPDATE withdrawal SET credited = $2 WHERE lot = $1";
    private static final String CREDIT =
            "INSERT INTO credit (log_index, lot, pool, element, profile, ug) VALUES ($1, $2, $3, $4, $5, $6)";

    private PoolFeed() {}

    public static Uni<Void> book(SqlClient client, FeedItem item) {
        Body body = item.statement().body();
        long index = item.index();
        if (body instanceof PoolOpened opened) {
            return opened(client, opened, index);
        } else if (body instanceof PoolRun run) {
            return run(client, run, index);
        } else if (body instanceof PoolCounted counted) {
            return counted(client, counted, index);
        } else if (body instanceof PoolPeriodClosed closed) {
            return closed(client, closed, index);
        } else if (body instanceof PoolAdjusted adjusted) {
            return adjusted(client, adjusted, index);
        } else if (body instanceof CreditClaimed credit) {
            return credited(client, credit, index);
        }
        return Uni.createFrom().voidItem();
    }

    private static Uni<Void> opened(SqlClient client, PoolOpened body, long index) {
        Pool pool = Pool.opened(
                body.pool(),
                body.site().facility(),
                body.period(),
                body.happened().toInstant());
        Registered stock = (Registered) Registration.vector(body.mass(), body.material());
        Tuple row = Sql.tuple(
                pool.pool(),
                pool.facility(),
                pool.period(),
                pool.since(),
                pool.latest(),
                pool.claimed().json());
        return Sql.batch(client, POOL, List.of(row))
                .chain(() -> SheetWrites.open(client, pool, index, Movements.opening(stock.vector())));
    }

    private static Uni<Void> run(SqlClient client, PoolRun body, long index) {
        LotId pool = body.before().pool();
        Ran ran = (Ran) body.draw();
        List<Tuple> receipts = body.inputs().stream()
                .map(input -> Sql.tuple(index, pool, input.lot(), input.consumed()))
                .toList();
        List<Tuple> withdrawn = new ArrayList<>();
        for (Output output : body.outputs()) {
            output.lot()
                    .map(lot -> Withdrawal.of(
                            lot, pool, output.description().orElseThrow().custodyModel()))
                    .ifPresent(lot -> withdrawn.add(
                            Sql.tuple(lot.lot(), pool, lot.model().wire(), output.mass(), credited(lot), index)));
        }
        return Sql.batch(client, RECEIPT, receipts)
                .chain(() -> Sql.batch(client, WITHDRAWAL, withdrawn))
                .chain(() -> change(client, pool, before -> released(before, body, ran)))
                .chain(after -> SheetWrites.add(client, after, Movements.of(body, ran)));
    }

    private static Pool released(Pool before, PoolRun body, Ran ran) {
        Pool after = before.moved(body.happened().toInstant());
        for (int i = 0; i < ran.drawn().size(); i++) {
            if (body.outputs().get(i).kind().isLot()) {
                after = after.released(ran.drawn().get(i));
            }
        }
        return after;
    }

    private static Uni<Void> counted(SqlClient client, PoolCounted body, long index) {
        return change(
                        client,
                        body.before().pool(),
                        pool -> pool.moved(body.happened().toInstant()))
                .chain(pool -> SheetWrites.add(client, pool, Movements.counted((Booked) body.draw()))
                        .chain(() -> SheetWrites.count(client, pool, body, index)));
    }

    private static Uni<Void> adjusted(SqlClient client, PoolAdjusted body, long index) {
        return change(
                        client,
                        body.before().pool(),
                        pool -> pool.moved(body.happened().toInstant()))
                .chain(pool -> SheetWrites.add(client, pool, Movements.adjusted((Booked) body.draw()))
                        .chain(() -> SheetWrites.adjustment(client, pool, body, index)));
    }

    private static Uni<Void> closed(SqlClient client, PoolPeriodClosed body, long index) {
        return SheetWrites.close(client, body, index)
                .chain(() -> change(
                        client,
                        body.pool(),
                        pool -> pool.closed(body.next(), body.happened().toInstant())))
                .chain(pool -> SheetWrites.stock(client, pool.pool())
                        .chain(stock -> SheetWrites.open(client, pool, index, Movements.opening(stock))));
    }

    private static Uni<Void> credited(SqlClient client, CreditClaimed body, long index) {
        LotId lot = body.credited().of().lot();
        LotId pool = body.before().pool();
        List<Tuple> claims = body.claims().stream()
                .map(claim -> Sql.tuple(index, lot, pool, claim.element().symbol(), claim.profile(), claim.mass()))
                .toList();
        return Sql.batch(client, CREDIT, claims)
                .chain(() -> PoolRows.withdrawal(client, lot))
                .chain(withdrawal -> Sql.query(
                        client, CREDITED, lot, credited(withdrawal.orElseThrow().with(body.claims()))))
                .chain(() -> change(
                        client,
                        pool,
                        before -> before.moved(body.happened().toInstant()).claimed(body.claims())))
                .replaceWithVoid();
    }

    private static Json credited(Withdrawal lot) {
        return Json.object().put(PoolRows.CREDITED, lot.credited().json()).build();
    }

    private static Uni<Pool> change(SqlClient client, LotId id, UnaryOperator<Pool> change) {
        return PoolRows.find(client, id)
                .map(found -> change.apply(found.orElseThrow()))
                .call(pool -> Sql.query(
                        client,
                        MOVED,
                        id,
                        pool.period(),
                        pool.since(),
                        pool.latest(),
                        pool.claimed().json()));
    }
}
