package io.lodestone.lots.correction.store;

import io.lodestone.evidence.statement.LotsRecomputed.Remade;
import io.lodestone.evidence.statement.Replacement.OfTransformation.Consumed;
import io.lodestone.lots.account.store.AccountRows;
import io.lodestone.lots.account.store.AccountRows.Place;
import io.lodestone.lots.correction.Redone;
import io.lodestone.lots.sql.Columns;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;

/** What went through a transformation, and what it posted to accounts, as it counts after it was drawn again. */
final class PassageWrites {

    private static final String MADE = "UPDATE transformation_output o SET mass_ug = n.mass_ug"
            + " FROM unnest($1::bigint[], $2::uuid[], $3::bigint[]) AS n(log_index, lot, mass_ug)"
            + " WHERE o.lot = n.lot AND o.log_index = n.log_index AND o.mass_ug <> n.mass_ug";
    private static final String TAKEN = "UPDATE transformation_input i SET consumed_ug = n.consumed_ug"
            + " FROM unnest($1::bigint[], $2::uuid[], $3::bigint[]) AS n(log_index, lot, consumed_ug)"
            + " WHERE i.log_index = n.log_index AND i.lot = n.lot";
    private static final String NOT_LOST =
            "DELETE FROM transformation_output WHERE lot IS NULL AND log_index = ANY($1)";
    private static final String LOST = "INSERT INTO transformation_output (log_index, position, kind, mass_ug)"
            + " SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::bigint[])";
    private static final String UNDRAWN = "DELETE FROM transformation_input WHERE log_index = $1";
    private static final String UNMADE = "DELETE FROM transformation_output WHERE log_index = $1";

    private record At<T>(Redone of, T value) {
        long index() {
            return of.step().index();
        }
    }

    private PassageWrites() {}

    /** A void transformation had no passage, and posted nothing. */
    static Uni<Void> takenBack(SqlConnection db, long index) {
        return Sql.query(db, UNDRAWN, index)
                .chain(() -> Sql.query(db, UNMADE, index))
                .chain(() -> AccountRows.takeBack(db, List.of(index)));
    }

    static Uni<Void> redone(SqlConnection db, List<Redone> steps) {
        if (steps.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Long> indexes = steps.stream().map(step -> step.step().index()).toList();
        return made(db, steps)
                .chain(() -> taken(db, steps))
                .chain(() -> Sql.query(db, NOT_LOST, (Object) indexes.toArray(Long[]::new)))
                .chain(() -> lost(db, steps))
                .chain(() -> AccountRows.takeBack(db, indexes))
                .chain(() -> posted(db, steps));
    }

    private static Uni<Void> made(SqlConnection db, List<Redone> steps) {
        List<At<Remade>> lots = outputs(steps, true);
        return db.preparedQuery(MADE)
                .execute(Columns.of(lots)
                        .number(At::index)
                        .uuid(at -> at.value().lot().orElseThrow())
                        .number(at -> at.value().mass())
                        .tuple())
                .replaceWithVoid();
    }

    private static List<At<Remade>> outputs(List<Redone> steps, boolean lots) {
        List<At<Remade>> all = new ArrayList<>();
        for (Redone step : steps) {
            step.outputs().stream()
                    .filter(output -> output.lot().isPresent() == lots)
                    .forEach(output -> all.add(new At<>(step, output)));
        }
        return all;
    }

    /** Only a replaced transformation takes other masses than it says itself. */
    private static Uni<Void> taken(SqlConnection db, List<Redone> steps) {
        List<At<Consumed>> taken = new ArrayList<>();
        for (Redone step : steps) {
            step.step()
                    .replacement()
                    .ifPresent(stated -> stated.inputs().forEach(input -> taken.add(new At<>(step, input))));
        }
        return taken.isEmpty()
                ? Uni.createFrom().voidItem()
                : db.preparedQuery(TAKEN)
                        .execute(Columns.of(taken)
                                .number(At::index)
                                .uuid(at -> at.value().lot())
                                .number(at -> at.value().mass())
                                .tuple())
                        .replaceWithVoid();
    }

    private static Uni<Void> lost(SqlConnection db, List<Redone> steps) {
        List<At<Remade>> losses = outputs(steps, false);
        return losses.isEmpty()
                ? Uni.createFrom().voidItem()
                : db.preparedQuery(LOST)
                        .execute(Columns.of(losses)
                                .number(At::index)
                                .number(at -> (long) at.of().outputs().size() - 1)
                                .text(at -> at.value().kind().wire())
                                .number(at -> at.value().mass())
                                .tuple())
                        .replaceWithVoid();
    }

    private static Uni<Void> posted(SqlConnection db, List<Redone> steps) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Redone step : steps) {
            Place place = new Place(
                    step.step().index(),
                    step.step().actor(),
                    step.made().site().facility(),
                    step.made().happened().toLocalDate());
            all = all.chain(() -> step.postings().isEmpty()
                    ? Uni.createFrom().voidItem()
                    : AccountRows.post(db, place, step.postings()));
        }
        return all;
    }
}
