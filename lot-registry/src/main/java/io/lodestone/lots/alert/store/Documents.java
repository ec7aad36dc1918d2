package io.lodestone.lots.alert.store;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.plausibility.DocumentRule;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.TransferOffered;
import io.lodestone.lots.alert.Raised;
import io.lodestone.lots.feed.FeedItem;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Looks whether a document of an offer came with other lots before, whoever offered them. */
final class Documents {

    private static final String OFFER = "INSERT INTO offered_lot (log_index, lot) VALUES ($1, $2)";
    private static final String DOCUMENT = "INSERT INTO offered_document (document, log_index) VALUES ($1, $2)";

    /** The first offer that came with each document: what came later was compared with it in its turn. */
    private static final String EARLIER = "SELECT d.log_index, o.lot FROM (SELECT DISTINCT ON (document) document,"
            + " log_index FROM offered_document WHERE document = ANY($1::bytea[]) AND log_index < $2"
            + " ORDER BY document, log_index) d JOIN offered_lot o USING (log_index) ORDER BY d.log_index, o.lot";

    private Documents() {}

    static Uni<Void> offered(SqlClient client, FeedItem item, TransferOffered offer) {
        List<Digest> papers = offer.papers();
        if (papers.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Set<LotId> lots = new TreeSet<>();
        offer.lots().forEach(offered -> lots.add(offered.of().lot()));
        return Sql.query(client, EARLIER, Sql.digests(papers), item.index())
                .chain(rows -> AlertRows.raise(client, raised(item, lots, rows)))
                .chain(() -> Sql.batch(
                        client,
                        OFFER,
                        lots.stream().map(lot -> Sql.tuple(item.index(), lot)).toList()))
                .chain(() -> Sql.batch(
                        client,
                        DOCUMENT,
                        papers.stream()
                                .map((Digest document) -> Sql.tuple(document, item.index()))
                                .toList()));
    }

    private static List<Raised> raised(FeedItem item, Set<LotId> lots, Iterable<Row> rows) {
        TreeMap<Long, Set<LotId>> earlier = new TreeMap<>();
        for (Row row : rows) {
            earlier.computeIfAbsent(row.getLong("log_index"), index -> new TreeSet<>())
                    .add(Sql.lot(row, "lot"));
        }
        for (var offer : earlier.entrySet()) {
            var finding = DocumentRule.check(lots, offer.getValue());
            if (finding.isPresent()) {
                List<LotId> all = new ArrayList<>(lots);
                all.addAll(offer.getValue());
                return List.of(new Raised(
                        finding.get(),
                        item.statement().digest(),
                        item.statement().actor(),
                        Optional.empty(),
                        all,
                        Set.of(offer.getKey(), item.index()),
                        item.time()));
            }
        }
        return List.of();
    }
}
