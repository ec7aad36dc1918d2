package io.lodestone.lots.transformation.store;

import io.lodestone.evidence.quantity.Element;
import io.lodestone.lots.sql.Sql;
import io.lodestone.lots.transformation.BookedLoss;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Reads what a transformation booked as lost; who may see it is decided before. */
@Singleton
public class LossReads {

    private static final String LOSSES =
            "SELECT output, element, book_ug, measured_ug FROM booked_loss WHERE log_index = $1 ORDER BY output, element";

    private final Pool pool;

    @Inject
    LossReads(Pool pool) {
        this.pool = pool;
    }

    /** @param index of the statement in the log */
    public Uni<List<BookedLoss>> of(long index) {
        return Sql.list(
                Sql.query(pool, LOSSES, index),
                row -> new BookedLoss(
                        row.getInteger("output"),
                        Element.parse(row.getString("element")),
                        Sql.mass(row, "book_ug"),
                        Sql.mass(row, "measured_ug")));
    }
}
