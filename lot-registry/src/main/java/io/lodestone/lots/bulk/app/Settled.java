package io.lodestone.lots.bulk.app;

import io.lodestone.lots.bulk.BulkItem;
import io.lodestone.lots.bulk.BulkResult;
import io.lodestone.lots.bulk.BulkResult.Made;
import io.lodestone.lots.bulk.Names;
import io.lodestone.lots.custody.Disposition;
import io.lodestone.lots.outbox.Kept;
import io.lodestone.lots.outbox.Refusals;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The items of a chunk with what the custody service said.
 *
 * @param sent the fresh ones, in their order
 */
record Settled(List<Slot> slots, List<Kept> sent) {

    /** Of the last that is accepted; 0 where none is. */
    long lastIndex() {
        Stream<Disposition> known = slots.stream()
                .flatMap(slot -> slot instanceof Slot.Known one
                        ? Stream.of(one.source().kept().disposition())
                        : Stream.empty());
        return Stream.concat(known, sent.stream().map(Kept::disposition))
                .mapToLong(decision -> decision instanceof Disposition.Accepted accepted ? accepted.index() : 0)
                .max()
                .orElse(0);
    }

    boolean isUnderway(Disposition disposition, boolean shown) {
        return disposition instanceof Disposition.Queued || disposition instanceof Disposition.Accepted && !shown;
    }

    List<BulkResult> results(boolean shown, Names names) {
        List<BulkResult> results = new ArrayList<>(slots.size());
        Iterator<Kept> fresh = sent.iterator();
        for (Slot slot : slots) {
            results.add(result(slot, fresh, results, shown, names));
        }
        return results;
    }

    private BulkResult result(Slot slot, Iterator<Kept> fresh, List<BulkResult> before, boolean shown, Names names) {
        if (slot instanceof Slot.No no) {
            return BulkResult.refused(no.item(), no.problem());
        } else if (slot instanceof Slot.Same same) {
            return before.get(same.as()).again(same.item());
        } else if (slot instanceof Slot.Known known) {
            return made(known.item(), known.source().kept(), true, shown);
        }
        Kept kept = fresh.next();
        if (kept.disposition() instanceof Disposition.Refused refused) {
            names.unmade(slot.item(), kept.statement().body().creates());
            var problem = Refusals.problem(refused);
            return BulkResult.refused(
                    slot.item(),
                    refused.path().isEmpty() ? problem : problem.at(slot.item().path() + "." + refused.path()));
        }
        return made(slot.item(), kept, false, shown);
    }

    private BulkResult made(BulkItem item, Kept kept, boolean repeated, boolean shown) {
        return BulkResult.made(
                item, new Made(kept.statement(), kept.disposition()), repeated, !isUnderway(kept.disposition(), shown));
    }
}
