package io.lodestone.evidence.acceptance;

import static io.lodestone.evidence.acceptance.Decision.refused;

import io.lodestone.evidence.acceptance.Decision.Accepted;
import io.lodestone.evidence.acceptance.Decision.Refused;
import io.lodestone.evidence.acceptance.Refusal.Code;
import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginRefusal;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.PoolResult;
import io.lodestone.evidence.provenance.PoolResult.Booked;
import io.lodestone.evidence.provenance.Registration;
import io.lodestone.evidence.provenance.RegistrationResult;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.PoolAdjusted;
import io.lodestone.evidence.statement.PoolAdjusted.LateAssay;
import io.lodestone.evidence.statement.PoolCounted;
import io.lodestone.evidence.statement.PoolOpened;
import io.lodestone.evidence.statement.PoolPeriodClosed;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Pools: opened, counted, adjusted and closed by who holds them; what flows through them is in {@link RunRules}. */
final class PoolRules {

    private PoolRules() {}

    static Decision open(PoolOpened body, PartyId actor, LedgerView view) {
        if (view.lot(body.pool()).isPresent()) {
            return refused(Code.LOT_EXISTS, "body.pool", "is in use already");
        }
        Optional<Refusal> refusal = MaterialRules.site(body.site(), actor, view)
                .or(() -> MaterialRules.declared(body.material(), body.profiles()));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        RegistrationResult result = Registration.vector(body.mass(), body.material());
        if (result instanceof OriginRefusal origin) {
            return refused(Code.COMPOSITION_EXCEEDS_MASS, "body." + origin.path(), origin.reason());
        }
        if (!((RegistrationResult.Registered) result).vector().digest().equals(body.vector())) {
            return refused(Code.VECTOR_MISMATCH, "body.vector", "is not the vector that follows from the material");
        }
        return new Accepted(Effects.lots(List.of(Holding.pool(body.pool(), actor, body.mass(), body.vector())))
                .with(new Effect.PoolChanged(
                        Pool.opened(body.pool(), body.site().facility(), body.period(), instant(body.happened())))));
    }

    static Decision count(PoolCounted body, PartyId actor, LedgerView view) {
        OriginVector vector = body.before().vector();
        Optional<Refusal> refusal = pool(body.before().of(), vector.digest(), body.happened(), actor, view)
                .or(() -> profiles(MaterialRules.sameProfiles(body.profiles(), vector.profiles())));
        return refusal.<Decision>map(Refused::new)
                .orElseGet(() -> booked(body.before().of(), body::draw, body.rest(), body.happened(), view));
    }

    static Decision adjust(PoolAdjusted body, PartyId actor, LedgerView view) {
        LotVersion of = body.before().of();
        OriginVector vector = body.before().vector();
        Optional<Refusal> refusal = pool(of, vector.digest(), body.happened(), actor, view)
                .or(() -> profiles(MaterialRules.sameProfiles(body.profiles(), vector.profiles())))
                .or(() -> frozen(body, view))
                .or(() -> body.assay().flatMap(late -> late(late, actor, view)));
        return refusal.<Decision>map(Refused::new)
                .orElseGet(() -> booked(of, body::draw, body.rest(), body.happened(), view));
    }

    static Decision close(PoolPeriodClosed body, PartyId actor, LedgerView view) {
        Optional<Refusal> refusal = pool(body.of(), body.vector(), body.happened(), actor, view);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        Pool pool = view.pool(body.pool()).orElseThrow();
        if (!body.period().equals(pool.period())) {
            Code code = view.isClosed(body.pool(), body.period()) ? Code.PERIOD_CLOSED : Code.PERIOD_UNKNOWN;
            return refused(code, "body.period", "the open period is " + pool.period());
        }
        if (body.next().equals(body.period()) || view.isClosed(body.pool(), body.next())) {
            return refused(Code.PERIOD_EXISTS, "body.next", "is the name of a period that this pool had already");
        }
        if (instant(body.happened()).isBefore(pool.latest())) {
            return refused(
                    Code.TIME_REVERSED,
                    "body.eventTime",
                    "lies before " + pool.latest() + ", to which the period has been booked");
        }
        return new Accepted(
                Effects.lots(List.of(view.lot(body.pool()).orElseThrow().touched()))
                        .with(new Effect.PoolChanged(pool.closed(body.next(), instant(body.happened()))))
                        .with(new Effect.PeriodClosed(body.pool(), body.period())));
    }

    /** Whether the party may book in the pool, at this version, what happened then. Strangers' pools do not exist. */
    static Optional<Refusal> pool(
            LotVersion of, Digest vector, OffsetDateTime happened, PartyId actor, LedgerView view) {
        Optional<Holding> found =
                view.lot(of.lot()).filter(held -> held.holder().equals(actor) && held.state() == Holding.State.POOL);
        if (found.isEmpty()) {
            return refuse(Code.POOL_UNKNOWN, "body.pool", "you hold no pool with this id");
        }
        if (found.get().version() != of.version()) {
            return refuse(
                    Code.LOT_MOVED,
                    "body.lotVersion",
                    "computed from version " + of.version() + ", but the pool is at version "
                            + found.get().version() + ": compute again under a new statement id");
        }
        if (!found.get().vector().equals(vector)) {
            return refuse(Code.VECTOR_MISMATCH, "body.vector", "is not what the pool holds");
        }
        Pool pool = view.pool(of.lot()).orElseThrow();
        return instant(happened).isBefore(pool.since())
                ? refuse(
                        Code.PERIOD_CLOSED,
                        "body.eventTime",
                        "nothing is booked before " + pool.since() + ", since when period " + pool.period()
                                + " is open: a late entry goes into that one")
                : Optional.empty();
    }

    static Optional<Refusal> profiles(boolean same) {
        return same
                ? Optional.empty()
                : refuse(Code.VECTOR_MISMATCH, "body.profiles", "must be exactly the profiles the statement names");
    }

    private static Optional<Refusal> frozen(PoolAdjusted body, LedgerView view) {
        return view.isClosed(body.before().pool(), body.frozen())
                ? Optional.empty()
                : refuse(Code.PERIOD_UNKNOWN, "body.frozen", "is not a closed period of this pool");
    }

    /** Somebody else's assay and none give the same answer. */
    private static Optional<Refusal> late(LateAssay late, PartyId actor, LedgerView view) {
        boolean own =
                view.lot(late.lot()).filter(lot -> lot.holder().equals(actor)).isPresent();
        return own && view.lotOf(late.assay()).equals(Optional.of(late.lot()))
                ? Optional.empty()
                : refuse(Code.ASSAY_UNKNOWN, "body.assay", "is not an assay of a lot of yours");
    }

    private static Decision booked(
            LotVersion of, Supplier<PoolResult> draw, Digest rest, OffsetDateTime happened, LedgerView view) {
        return drawn(draw, result -> {
            OriginVector left = ((Booked) result).rest();
            if (!left.digest().equals(rest)) {
                return refused(Code.VECTOR_MISMATCH, "body.rest", "is not what remains in the pool");
            }
            Holding after = view.lot(of.lot()).orElseThrow().pooled(left.total(), left.digest());
            Pool pool = view.pool(of.lot()).orElseThrow();
            return new Accepted(
                    Effects.lots(List.of(after)).with(new Effect.PoolChanged(pool.moved(instant(happened)))));
        });
    }

    /** What the arithmetic refuses is a decision, whichever way it says so. */
    static Decision drawn(Supplier<PoolResult> draw, java.util.function.Function<PoolResult, Decision> next) {
        try {
            PoolResult result = draw.get();
            return result instanceof OriginRefusal origin
                    ? refused(Code.parse(origin.code().slug()), "body." + origin.path(), origin.reason())
                    : next.apply(result);
        } catch (FormatException e) {
            boolean large = e.fault() == Fault.TOO_LARGE || e.fault() == Fault.MASS_TOO_LARGE;
            return refused(large ? Code.TOO_LARGE : Code.VECTOR_MISMATCH, "body." + e.path(), e.reason());
        }
    }

    static Instant instant(OffsetDateTime happened) {
        return happened.toInstant();
    }

    private static Optional<Refusal> refuse(Code code, String path, String reason) {
        return Optional.of(new Refusal(code, path, reason));
    }
}
