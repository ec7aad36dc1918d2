package io.lodestone.lots.correction.store;

import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.Registration;
import io.lodestone.evidence.provenance.RegistrationResult.Registered;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.Correction;
import io.lodestone.evidence.statement.Input;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.Replacement.OfRegistration;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.lots.access.store.AccessRows;
import io.lodestone.lots.description.store.FactRows;
import io.lodestone.lots.feed.FeedItem;
import io.lodestone.lots.lot.BookedLot;
import io.lodestone.lots.lot.store.LotRows;
import io.lodestone.lots.sql.Columns;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Applies corrections: marks all that follows from a replaced statement, or takes a void one back, which leaves no
 * passage behind. Marks end where a pool took material in; what it took is drawn again, and nothing after it.
 */
public final class CorrectionFeed {

    private static final String CORRECTED = "SELECT log_index, bytes FROM statement WHERE digest = $1";
    private static final String INSERT = "INSERT INTO correction (log_index, digest, corrects, corrected, actor,"
            + " statement_id, reason, void, marked, done, reached, deficit_ug, unknown_ug)"
            + " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, 0, 0, 0, 0)";

    /** The lots a statement made, what transformations made of them, and what was made later of those it drew from. */
    private static final String MARK = "WITH RECURSIVE reached (lot, after) AS ("
            + " SELECT lot, 0::bigint FROM transformation_output WHERE log_index = $2 AND lot IS NOT NULL"
            + " UNION SELECT $3::uuid, 0::bigint WHERE $3::uuid IS NOT NULL"
            + " UNION SELECT lot, $2::bigint - 1 FROM transformation_input WHERE log_index = $2"
            + " UNION SELECT o.lot, 0::bigint FROM reached r"
            + " JOIN transformation_input i ON i.lot = r.lot AND i.log_index > r.after"
            + " JOIN transformation_output o ON o.log_index = i.log_index AND o.lot IS NOT NULL),"
            + " marked AS (INSERT INTO stale_lot (correction, lot, last_draw, owed_ug)"
            + " SELECT $1, r.lot, coalesce((SELECT max(d.log_index) FROM lot_draw d WHERE d.lot = r.lot), 0), 0"
            + " FROM reached r RETURNING lot),"
            + " steps AS (INSERT INTO stale_step (correction, log_index) SELECT DISTINCT $1::bigint, d.log_index"
            + " FROM reached r JOIN lot_draw d ON d.lot = r.lot AND d.log_index > r.after),"
            + " touched AS (UPDATE lot SET stale = stale + 1 FROM marked WHERE lot.id = marked.lot)"
            + " UPDATE correction SET marked = (SELECT count(*) FROM marked) WHERE log_index = $1";

    private static final String ROOT =
            "UPDATE stale_lot SET original = $3, remaining = $3 WHERE correction = $1 AND lot = $2";

    private CorrectionFeed() {}

    public static Uni<Void> apply(SqlConnection db, FeedItem item, Correction correction) {
        return Sql.query(db, CORRECTED, correction.corrects()).chain(rows -> {
            var row = rows.iterator().next();
            long corrected = row.getLong("log_index");
            Body body = Statement.parse(Sql.bytes(row, "bytes")).body();
            return Sql.query(
                            db,
                            INSERT,
                            item.index(),
                            item.statement().digest(),
                            correction.corrects(),
                            corrected,
                            item.statement().actor(),
                            item.statement().id(),
                            correction.reason().wire(),
                            correction.isVoid())
                    .chain(() -> correction.isVoid()
                            ? takenBack(db, item, correction, body).chain(() -> PassageWrites.takenBack(db, corrected))
                            : marked(db, item, correction, corrected, body));
        });
    }

    private static Uni<Void> marked(SqlConnection db, FeedItem item, Correction correction, long corrected, Body body) {
        Uni<Void> marks = Sql.query(
                        db,
                        MARK,
                        item.index(),
                        corrected,
                        body instanceof LotRegistered root ? Optional.of(root.lot()) : Optional.empty())
                .replaceWithVoid();
        if (body instanceof LotRegistered lot
                && correction.replacement().orElseThrow() instanceof OfRegistration stated
                && Registration.vector(stated.mass(), stated.material()) instanceof Registered made) {
            Columns<?> profiles =
                    Columns.of(stated.profiles()).bytes(p -> p.digest()).bytes(p -> p.json());
            return marks.chain(() -> db.preparedQuery(RecomputedFeed.PROFILES).execute(profiles.tuple()))
                    .chain(() -> FactRows.insertProfiles(db, stated.profiles()))
                    .chain(() -> Sql.query(
                            db, ROOT, item.index(), lot.lot(), made.vector().json()))
                    .replaceWithVoid();
        }
        return marks;
    }

    private static Uni<Void> takenBack(SqlConnection db, FeedItem item, Correction correction, Body body) {
        Map<LotId, OriginVector> before = new HashMap<>();
        if (body instanceof LotsTransformed made) {
            for (Input input : made.inputs()) {
                before.put(input.lot(), input.vector());
            }
        }
        List<LotId> lots = correction.lots().stream().map(LotVersion::lot).toList();
        return LotRows.find(db, lots).chain(found -> {
            List<BookedLot> after = new ArrayList<>();
            for (LotId lot : lots) {
                BookedLot booked = Optional.ofNullable(found.get(lot))
                        .orElseThrow(() -> new IllegalStateException("a void statement's lot is not booked"));
                OriginVector restored = before.get(lot);
                after.add(restored == null ? booked.voided() : booked.restored(restored));
            }
            return LotRows.update(db, after, item.index())
                    .chain(() -> AccessRows.follow(db, List.of(), after, item.index()));
        });
    }
}
