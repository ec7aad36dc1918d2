package io.lodestone.lots.alert.store;

import io.lodestone.evidence.massbalance.MassBalance;
import io.lodestone.evidence.plausibility.Circle;
import io.lodestone.evidence.plausibility.ElementFlow;
import io.lodestone.evidence.plausibility.ElementFlow.Taken;
import io.lodestone.evidence.plausibility.Finding;
import io.lodestone.evidence.plausibility.OriginRule;
import io.lodestone.evidence.plausibility.Postings;
import io.lodestone.evidence.plausibility.RatioRule;
import io.lodestone.evidence.plausibility.YieldRule;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.AssayRecorded;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.Input;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.TransferAccepted;
import io.lodestone.evidence.statement.TransferDisputed;
import io.lodestone.evidence.statement.TransferOffered;
import io.lodestone.lots.account.store.AccountRows;
import io.lodestone.lots.account.store.LimitRows;
import io.lodestone.lots.alert.AnnexIdentifiers;
import io.lodestone.lots.alert.Raised;
import io.lodestone.lots.feed.FeedItem;
import io.lodestone.lots.feed.store.Follower;
import io.lodestone.lots.lot.BookedLot;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** Holds every statement of the feed against the rules, and posts it to the accounts. */
@Singleton
public class Watch implements Follower {

    private final PresentedWatch presented = new PresentedWatch(new AnnexIdentifiers());

    @Override
    public Uni<Void> follow(SqlConnection connection, Step step) {
        return ruled(connection, step)
                .chain(() -> limits(connection, step.item().index()));
    }

    private Uni<Void> ruled(SqlConnection connection, Step step) {
        Body body = step.item().statement().body();
        if (body instanceof LotRegistered registered) {
            return registered(connection, step, registered);
        } else if (body instanceof LotsTransformed transformed) {
            return transformed(connection, step, transformed);
        } else if (body instanceof TransferOffered offer) {
            return TimeWatch.check(connection, step.item(), Optional.empty())
                    .chain(() -> Documents.offered(connection, step.item(), offer));
        } else if (body instanceof TransferAccepted) {
            return TimeWatch.check(connection, step.item(), Optional.empty())
                    .chain(() -> presented.takenOver(
                            connection, step.item(), step.before().values()))
                    .chain(() -> WeighingWatch.check(connection, step));
        } else if (body instanceof AssayRecorded assay) {
            return AssayWatch.check(connection, step, assay);
        } else if (body instanceof TransferDisputed) {
            return WeighingWatch.check(connection, step);
        }
        return PoolWatch.check(connection, step.item());
    }

    /** Limits that were set when the feed had come this far: there are some only while it is read again. */
    private static Uni<Void> limits(SqlConnection connection, long index) {
        return LimitRows.setAfter(connection, index).chain(all -> {
            Uni<Void> each = Uni.createFrom().voidItem();
            for (LimitRows.Set set : all) {
                each = each.chain(() -> AccountWatch.limited(connection, set.party(), set.setting()));
            }
            return each;
        });
    }

    private Uni<Void> registered(SqlConnection connection, Step step, LotRegistered body) {
        BookedLot lot = step.projection().made().get(0);
        FacilityId facility = body.site().facility();
        List<Finding> found = new ArrayList<>();
        OriginRule.check(body).ifPresent(found::add);
        RatioRule.check(body.form(), lot.original()).ifPresent(found::add);
        List<Raised> raised = found.stream()
                .map(finding -> raised(step.item(), finding, Optional.of(facility), List.of(lot.lot())))
                .toList();
        return AlertRows.raise(connection, raised)
                .chain(() -> presented.registered(connection, step.item(), lot, facility))
                .chain(() -> TimeWatch.made(connection, step.item()));
    }

    private Uni<Void> transformed(SqlConnection connection, Step step, LotsTransformed body) {
        FeedItem item = step.item();
        Circle.refuse(
                item.index(),
                step.before().values().stream().map(BookedLot::index).toList());
        ElementFlow flow = flow(step, body);
        FacilityId facility = body.site().facility();
        List<LotId> all = new ArrayList<>(body.creates());
        body.inputs().forEach(input -> all.add(input.lot()));
        List<Raised> raised = new ArrayList<>();
        YieldRule.check(body, flow).forEach(f -> raised.add(raised(item, f, Optional.of(facility), all)));
        RatioRule.check(body, flow).forEach(f -> raised.add(raised(item, f, Optional.of(facility), all)));
        var place = new AccountRows.Place(
                item.index(),
                item.statement().actor(),
                facility,
                body.happened().toLocalDate());
        var postings = Postings.of(body, flow);
        var digest = item.statement().digest();
        return AlertRows.raise(connection, raised)
                .chain(() -> AccountWatch.posted(connection, place, postings, digest, item.time()))
                .chain(() -> TimeWatch.check(connection, item, Optional.of(facility)))
                .chain(() -> presented.made(connection, item, step.projection().made()));
    }

    /** What was taken and made, as the book has it: the draw was run once already. */
    private static ElementFlow flow(Step step, LotsTransformed body) {
        Map<LotId, BookedLot> after = new HashMap<>();
        step.projection().changed().forEach(lot -> after.put(lot.lot(), lot));
        List<Taken> inputs = new ArrayList<>();
        for (Input input : body.inputs()) {
            BookedLot before = known(step.before(), input.lot());
            BookedLot left = known(after, input.lot());
            inputs.add(ElementFlow.taken(before.form(), before.remaining(), left.remaining()));
        }
        List<SortedMap<Element, Mass>> lots = step.projection().made().stream()
                .map(lot -> MassBalance.totals(lot.original()))
                .toList();
        return new ElementFlow(inputs, lots);
    }

    private static BookedLot known(Map<LotId, BookedLot> lots, LotId id) {
        BookedLot lot = lots.get(id);
        if (lot == null) {
            throw new IllegalStateException("a lot is not booked");
        }
        return lot;
    }

    private static Raised raised(FeedItem item, Finding finding, Optional<FacilityId> facility, List<LotId> lots) {
        return new Raised(
                finding,
                item.statement().digest(),
                item.statement().actor(),
                facility,
                lots,
                Set.of(item.index()),
                item.time());
    }
}
