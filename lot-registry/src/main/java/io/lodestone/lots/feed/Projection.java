package io.lodestone.lots.feed;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.Registration;
import io.lodestone.evidence.provenance.RegistrationResult.Registered;
import io.lodestone.evidence.provenance.TransformationResult.Drawn;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.Output;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.TransferAccepted;
import io.lodestone.evidence.statement.TransferCancelled;
import io.lodestone.evidence.statement.TransferExpired;
import io.lodestone.evidence.statement.TransferOffered;
import io.lodestone.lots.lot.BookedLot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What an accepted statement makes of the lots before it. It follows the log and refuses nothing; a statement that
 * does not fit what is booked means that this book is broken, and stops it.
 *
 * @param made lots that come into being
 * @param changed lots that were there, as they stand afterwards
 * @param profiles origins that are named for the first time here, or again
 */
public record Projection(List<BookedLot> made, List<BookedLot> changed, Collection<OriginProfile> profiles) {

    private static final Projection NOTHING = new Projection(List.of(), List.of(), List.of());

    public Projection {
        made = List.copyOf(made);
        changed = List.copyOf(changed);
        profiles = List.copyOf(profiles);
    }

    /**
     * @param lots the lots that the statement spends, as booked
     * @param titlePasses what the offer said; read for acceptances only
     */
    public static Projection of(FeedItem item, Map<LotId, BookedLot> lots, boolean titlePasses) {
        Body body = item.statement().body();
        PartyId actor = item.statement().actor();
        checkVersions(item, lots);
        if (body instanceof LotRegistered registered) {
            return registered(registered, actor, item.index());
        } else if (body instanceof LotsTransformed transformed) {
            return transformed(transformed, actor, item.index(), lots);
        } else if (body instanceof TransferOffered) {
            return changed(body, lots, BookedLot::offered);
        } else if (body instanceof TransferAccepted) {
            return changed(body, lots, lot -> lot.takenOver(actor, titlePasses));
        } else if (body instanceof TransferCancelled || body instanceof TransferExpired) {
            return changed(body, lots, BookedLot::released);
        }
        Optional<Projection> pooled = PoolProjection.of(body, actor, item.index(), lots);
        if (pooled.isPresent()) {
            return pooled.get();
        }
        // Assays, certificates and disputes make a new version and no more; the rest touches no lot.
        return body.spends().isEmpty() ? NOTHING : changed(body, lots, BookedLot::touched);
    }

    private static void checkVersions(FeedItem item, Map<LotId, BookedLot> lots) {
        for (LotVersion spent : item.statement().body().spends()) {
            BookedLot lot = lots.get(spent.lot());
            if (lot == null || lot.version() != spent.version()) {
                throw broken(item.index(), "spends a lot version that is not booked");
            }
        }
    }

    private static Projection changed(Body body, Map<LotId, BookedLot> lots, UnaryOperator<BookedLot> change) {
        List<BookedLot> changed = new ArrayList<>();
        for (LotVersion spent : body.spends()) {
            changed.add(change.apply(found(lots, spent.lot())));
        }
        return new Projection(List.of(), changed, List.of());
    }

    private static Projection registered(LotRegistered body, PartyId actor, long index) {
        if (!(Registration.vector(body.mass(), body.material()) instanceof Registered result)) {
            throw broken(index, "registers a lot that has no vector");
        }
        BookedLot lot = BookedLot.made(
                body.lot(), body.form(), checked(result.vector(), body.vector(), index), actor, actor, index);
        return new Projection(List.of(lot), List.of(), body.profiles());
    }

    private static Projection transformed(LotsTransformed body, PartyId actor, long index, Map<LotId, BookedLot> lots) {
        if (!(body.draw() instanceof Drawn drawn)) {
            throw broken(index, "is a transformation that cannot be drawn");
        }
        List<BookedLot> changed = new ArrayList<>();
        for (int i = 0; i < body.inputs().size(); i++) {
            BookedLot input = found(lots, body.inputs().get(i).lot());
            changed.add(input.consumed(drawn.remaining().get(i)));
        }
        PartyId owner = changed.get(0).owner();
        List<BookedLot> made = new ArrayList<>();
        for (int i = 0; i < body.outputs().size(); i++) {
            Output output = body.outputs().get(i);
            OriginVector vector = checked(drawn.outputs().get(i), output.vector(), index);
            if (output.lot().isPresent()) {
                made.add(BookedLot.made(output.lot().get(), output.form().orElseThrow(), vector, actor, owner, index));
            }
        }
        return new Projection(made, changed, drawn.arisen().values());
    }

    static BookedLot found(Map<LotId, BookedLot> lots, LotId id) {
        BookedLot lot = lots.get(id);
        if (lot == null) {
            throw new IllegalStateException("a lot is not booked");
        }
        return lot;
    }

    static OriginVector checked(OriginVector vector, Digest stated, long index) {
        if (!vector.digest().equals(stated)) {
            throw broken(index, "states another vector than follows from it");
        }
        return vector;
    }

    static IllegalStateException broken(long index, String what) {
        return new IllegalStateException("statement " + index + " of the feed " + what);
    }
}
