package io.lodestone.lots.alert.store;

import io.lodestone.evidence.plausibility.AssayRule;
import io.lodestone.evidence.plausibility.AssayRule.Booked;
import io.lodestone.evidence.plausibility.AssayRule.Found;
import io.lodestone.evidence.plausibility.BookUncertainty;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.quantity.DecimalText;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Ratio;
import io.lodestone.evidence.statement.AssayRecorded;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.lots.alert.Raised;
import io.lodestone.lots.assay.Reading;
import io.lodestone.lots.assay.Readings;
import io.lodestone.lots.feed.FeedItem;
import io.lodestone.lots.feed.store.Follower.Step;
import io.lodestone.lots.lot.BookedLot;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds what an assay found against what the book has of the lot, and how sure the book is of that. */
final class AssayWatch {

    private static final String MAKING = "SELECT s.bytes, t.moisture FROM statement s"
            + " LEFT JOIN lot_trait t ON t.lot = $2 WHERE s.log_index = $1";

    /** The statement that made the lot, and the water that it was stated to hold. */
    private record Making(Body body, Optional<DecimalText> moisture) {}

    private AssayWatch() {}

    static Uni<Void> check(SqlClient client, Step step, AssayRecorded assay) {
        BookedLot lot = step.before().get(assay.of().lot());
        if (lot == null || lot.remaining().total().isZero()) {
            return Uni.createFrom().voidItem();
        }
        return Sql.first(
                        Sql.query(client, MAKING, lot.index(), lot.lot()),
                        row -> new Making(
                                Statement.parse(Sql.bytes(row, "bytes")).body(),
                                Optional.ofNullable(row.getString("moisture")).map(DecimalText::parse)))
                .chain(making -> AlertRows.raise(
                        client,
                        making.map(known -> raised(step.item(), assay, lot, known))
                                .orElse(List.of())));
    }

    private static List<Raised> raised(FeedItem item, AssayRecorded assay, BookedLot lot, Making making) {
        OriginVector book = lot.remaining();
        List<Raised> raised = new ArrayList<>();
        Readings.of(assay, book, making.moisture)
                .forEach((element, reading) -> AssayRule.check(
                                assay.assay(), found(element, reading), booked(book, element, making.body))
                        .ifPresent(finding -> raised.add(new Raised(
                                finding,
                                item.statement().digest(),
                                item.statement().actor(),
                                Optional.empty(),
                                List.of(lot.lot()),
                                Set.of(item.index(), lot.index()),
                                item.time()))));
        return raised;
    }

    private static Found found(Element element, Reading reading) {
        return new Found(element, reading.least(), reading.most(), reading.squaredUncertainty());
    }

    private static Booked booked(OriginVector book, Element element, Body making) {
        Ratio fraction = Ratio.of(book.of(element).micrograms(), book.total().micrograms());
        return new Booked(fraction, BookUncertainty.squared(making, element, fraction));
    }
}
