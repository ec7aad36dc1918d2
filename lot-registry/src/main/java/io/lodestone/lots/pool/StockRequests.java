package io.lodestone.lots.pool;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.provenance.OriginRefusal;
import io.lodestone.evidence.provenance.PoolDraw;
import io.lodestone.evidence.provenance.PoolResult;
import io.lodestone.evidence.provenance.PoolResult.Booked;
import io.lodestone.evidence.provenance.StatedElements;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.AssayId;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.MeasuredElement;
import io.lodestone.evidence.statement.PoolAdjusted;
import io.lodestone.evidence.statement.PoolCounted;
import io.lodestone.evidence.statement.PoolOpened;
import io.lodestone.evidence.statement.PoolPeriodClosed;
import io.lodestone.evidence.statement.WireTime;
import io.lodestone.lots.outbox.Fields;
import io.lodestone.lots.outbox.Prepared;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is asked of a pool's stock beside runs: that it was counted, that a period is over, that it is adjusted. */
public final class StockRequests {

    private static final int MAX_COUNTED = 100;

    private StockRequests() {}

    /** A request that becomes a statement about a pool. */
    public interface Booking {
        Prepared prepare(BookedPool pool);
    }

    /** A stock-take. */
    public record Count(SortedMap<String, MeasuredElement> found, OffsetDateTime eventTime) implements Booking {

        public static Count read(Members in) {
            SortedMap<String, MeasuredElement> found = new TreeMap<>();
            for (MeasuredElement row : in.objects("counted", MAX_COUNTED, Count::row)) {
                if (found.put(row.element().symbol(), row) != null) {
                    throw new FormatException(Fault.MALFORMED, in.path("counted"), "names an element twice");
                }
            }
            if (found.isEmpty()) {
                throw new FormatException(Fault.OUT_OF_BOUNDS, in.path("counted"), "needs at least one item");
            }
            return new Count(found, in.parsed("eventTime", 29, WireTime::zoned));
        }

        private static MeasuredElement row(Members in) {
            return new MeasuredElement(
                    in.parsed("element", 2, Element::parse),
                    in.parsed("massKg", Fields.MASS, Fields::massOrZero),
                    in.optionalParsed("uncertaintyKg", Fields.MASS, Fields::massOrZero)
                            .orElse(Mass.ZERO));
        }

        @Override
        public Prepared prepare(BookedPool pool) {
            SortedMap<Element, Mass> masses = new TreeMap<>(Element.BY_SYMBOL);
            found.values().forEach(row -> masses.put(row.element(), row.mass()));
            Booked booked = (Booked) PoolDraw.counted(pool.lot().remaining(), masses);
            return new Prepared.Ready(
                    new PoolCounted(
                            pool.state(),
                            List.copyOf(found.values()),
                            pool.held(),
                            eventTime,
                            booked.rest().digest()),
                    List.of());
        }
    }

    /** A period is over. */
    public record Closing(String period, String next, OffsetDateTime eventTime) implements Booking {

        public static Closing read(Members in) {
            return new Closing(
                    in.parsed("period", PoolOpened.MAX_PERIOD, PoolOpened::periodName),
                    in.parsed("next", PoolOpened.MAX_PERIOD, PoolOpened::periodName),
                    in.parsed("eventTime", 29, WireTime::zoned));
        }

        @Override
        public Prepared prepare(BookedPool pool) {
            LotVersion of = pool.state().of();
            return new Prepared.Ready(
                    new PoolPeriodClosed(of, pool.lot().remaining().digest(), period, next, eventTime), List.of());
        }
    }

    /** Something was learnt late about a frozen period. */
    public record Adjustment(
            String frozen,
            Optional<PoolAdjusted.LateAssay> assay,
            StatedElements losses,
            StatedElements gains,
            OffsetDateTime eventTime)
            implements Booking {

        public static Adjustment read(Members in) {
            Optional<AssayId> assay = in.optionalParsed("assay", 36, AssayId::parse);
            Optional<LotId> lot = in.optionalParsed("lot", 36, LotId::parse);
            if (assay.isPresent() != lot.isPresent()) {
                throw new FormatException(
                        Fault.MISSING_FIELD, in.path("lot"), "an assay and the lot it is of are given together");
            }
            Adjustment adjustment = new Adjustment(
                    in.parsed("frozen", PoolOpened.MAX_PERIOD, PoolOpened::periodName),
                    assay.map(id -> new PoolAdjusted.LateAssay(id, lot.orElseThrow())),
                    ElementMasses.read(in, "losses"),
                    ElementMasses.read(in, "gains"),
                    in.parsed("eventTime", 29, WireTime::zoned));
            if (adjustment.losses.masses().isEmpty()
                    && adjustment.gains.masses().isEmpty()) {
                throw new FormatException(Fault.MISSING_FIELD, in.path("losses"), "an adjustment changes something");
            }
            return adjustment;
        }

        @Override
        public Prepared prepare(BookedPool pool) {
            PoolResult result = PoolDraw.adjusted(pool.lot().remaining(), losses, gains);
            if (result instanceof OriginRefusal refusal) {
                return Prepared.impossible(refusal);
            }
            return new Prepared.Ready(
                    new PoolAdjusted(
                            pool.state(),
                            frozen,
                            assay,
                            losses,
                            gains,
                            pool.held(),
                            eventTime,
                            ((Booked) result).rest().digest()),
                    List.of());
        }
    }
}
