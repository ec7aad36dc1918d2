package io.lodestone.lots.alert.store;

import io.lodestone.evidence.plausibility.WeighingRule;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.Discrepancy;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.TransferAccepted;
import io.lodestone.evidence.statement.TransferDisputed;
import io.lodestone.evidence.statement.Weighing;
import io.lodestone.lots.alert.Raised;
import io.lodestone.lots.feed.FeedItem;
import io.lodestone.lots.feed.store.Follower.Step;
import io.lodestone.lots.lot.BookedLot;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Holds what a recipient weighed against what was offered to it. */
final class WeighingWatch {

    private WeighingWatch() {}

    static Uni<Void> check(SqlClient client, Step step) {
        FeedItem item = step.item();
        SortedMap<LotId, Discrepancy> delivery = new TreeMap<>();
        weighings(item.statement().body()).forEach((id, weighing) -> {
            BookedLot lot = step.before().get(id);
            if (lot != null) {
                delivery.put(id, new Discrepancy(lot.remaining().total(), weighing));
            }
        });
        List<LotId> beyond = delivery.entrySet().stream()
                .filter(lot -> WeighingRule.exceeds(lot.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        List<Raised> raised = WeighingRule.check(delivery.values()).stream()
                .map(finding -> new Raised(
                        finding,
                        item.statement().digest(),
                        item.statement().actor(),
                        Optional.empty(),
                        beyond,
                        Set.of(item.index()),
                        item.time()))
                .toList();
        return AlertRows.raise(client, raised);
    }

    private static SortedMap<LotId, Weighing> weighings(Body body) {
        SortedMap<LotId, Weighing> found = new TreeMap<>();
        if (body instanceof TransferAccepted acceptance) {
            acceptance
                    .lots()
                    .forEach(lot ->
                            lot.weighing().ifPresent(own -> found.put(lot.of().lot(), own)));
        } else if (body instanceof TransferDisputed dispute) {
            dispute.lots()
                    .forEach(lot ->
                            lot.weighing().ifPresent(own -> found.put(lot.of().lot(), own)));
        }
        return found;
    }
}
