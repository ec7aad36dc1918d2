package io.lodestone.lots.feed;

import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.PoolResult;
import io.lodestone.evidence.provenance.PoolResult.Booked;
import io.lodestone.evidence.provenance.PoolResult.Ran;
import io.lodestone.evidence.provenance.Registration;
import io.lodestone.evidence.provenance.RegistrationResult.Registered;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.Output;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.PoolAdjusted;
import io.lodestone.evidence.statement.PoolCounted;
import io.lodestone.evidence.statement.PoolOpened;
import io.lodestone.evidence.statement.PoolRun;
import io.lodestone.evidence.statement.PoolState;
import io.lodestone.lots.lot.BookedLot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What statements about pools make of the lots before them; closings and credits only make a version of the pool. */
final class PoolProjection {

    private PoolProjection() {}

    static Optional<Projection> of(Body body, PartyId actor, long index, Map<LotId, BookedLot> lots) {
        if (body instanceof PoolOpened opened) {
            return Optional.of(opened(opened, actor, index));
        } else if (body instanceof PoolRun run) {
            return Optional.of(run(run, actor, index, lots));
        } else if (body instanceof PoolCounted counted) {
            return Optional.of(booked(counted.before(), counted.draw(), lots, List.of(), index));
        } else if (body instanceof PoolAdjusted adjusted) {
            return Optional.of(
                    booked(adjusted.before(), adjusted.draw(), lots, List.of(OriginProfile.NOBODY_KNOWS), index));
        }
        return Optional.empty();
    }

    private static Projection opened(PoolOpened body, PartyId actor, long index) {
        if (!(Registration.vector(body.mass(), body.material()) instanceof Registered result)) {
            throw Projection.broken(index, "opens a pool that has no vector");
        }
        OriginVector stock = Projection.checked(result.vector(), body.vector(), index);
        return new Projection(List.of(BookedLot.pool(body.pool(), stock, actor, index)), List.of(), body.profiles());
    }

    private static Projection run(PoolRun body, PartyId actor, long index, Map<LotId, BookedLot> lots) {
        if (!(body.draw() instanceof Ran ran)) {
            throw Projection.broken(index, "is a run that cannot be drawn");
        }
        BookedLot pool = Projection.found(lots, body.before().pool());
        List<BookedLot> changed = new ArrayList<>();
        changed.add(pool.pooled(Projection.checked(ran.rest(), body.rest(), index)));
        for (int i = 0; i < body.inputs().size(); i++) {
            BookedLot input = Projection.found(lots, body.inputs().get(i).lot());
            changed.add(input.consumed(ran.remaining().get(i)));
        }
        List<BookedLot> made = new ArrayList<>();
        for (int i = 0; i < body.outputs().size(); i++) {
            Output output = body.outputs().get(i);
            OriginVector vector = Projection.checked(ran.outputs().get(i), output.vector(), index);
            if (output.lot().isPresent()) {
                made.add(BookedLot.made(
                        output.lot().get(), output.form().orElseThrow(), vector, actor, pool.owner(), index));
            }
        }
        return new Projection(made, changed, ran.arisen().values());
    }

    private static Projection booked(
            PoolState before, PoolResult result, Map<LotId, BookedLot> lots, List<OriginProfile> profiles, long index) {
        if (!(result instanceof Booked booked)) {
            throw Projection.broken(index, "books a difference that the pool cannot bear");
        }
        BookedLot pool = Projection.found(lots, before.pool());
        return new Projection(List.of(), List.of(pool.pooled(booked.rest())), profiles);
    }
}
