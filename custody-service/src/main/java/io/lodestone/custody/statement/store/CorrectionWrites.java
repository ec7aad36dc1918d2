package io.lodestone.custody.statement.store;

import io.lodestone.custody.sql.Columns;
import io.lodestone.custody.statement.Sequenced;
import io.lodestone.evidence.acceptance.Effect;
import io.lodestone.evidence.acceptance.StaleMark;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.Correction;
import io.lodestone.evidence.statement.Drawing;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.PoolRun;
import java.util.List;
import java.util.function.Function;

/** What can be corrected, and what became of corrections. */
final class CorrectionWrites {

    private static final String MATERIAL =
            "INSERT INTO material_statement (log_index, digest) SELECT * FROM unnest($1::bigint[], $2::bytea[])";
    private static final String MADE =
            "INSERT INTO lot_made (log_index, lot) SELECT * FROM unnest($1::bigint[], $2::uuid[])";
    private static final String DRAWN = "INSERT INTO draw (log_index, lot, vector, owed_ug)"
            + " SELECT log_index, lot, vector, 0 FROM unnest($1::bigint[], $2::uuid[], $3::bytea[])"
            + " AS d(log_index, lot, vector)";
    private static final String CORRECTIONS = "INSERT INTO correction (log_index, digest, corrects)"
            + " SELECT * FROM unnest($1::bigint[], $2::bytea[], $3::bytea[])";
    private static final String VOID = "UPDATE material_statement SET void = true WHERE log_index = ANY($1)";
    private static final String UNDRAWN = "DELETE FROM draw WHERE log_index = ANY($1)";
    private static final String REDONE = "UPDATE draw SET vector = r.vector, owed_ug = r.owed_ug"
            + " FROM unnest($1::uuid[], $2::bigint[], $3::bytea[], $4::bigint[]) AS r(lot, log_index, vector, owed_ug)"
            + " WHERE draw.lot = r.lot AND draw.log_index = r.log_index";
    private static final String MOVED = "UPDATE stale_mark SET vector = m.vector, mass_ug = m.mass_ug,"
            + " owed_ug = m.owed_ug, next_draw = m.next_draw"
            + " FROM unnest($1::bigint[], $2::uuid[], $3::bytea[], $4::bigint[], $5::bigint[], $6::bigint[])"
            + " AS m(correction, lot, vector, mass_ug, owed_ug, next_draw)"
            + " WHERE stale_mark.correction = m.correction AND stale_mark.lot = m.lot";
    private static final String LIFTED = "DELETE FROM stale_mark USING unnest($1::bigint[], $2::uuid[])"
            + " AS l(correction, lot) WHERE stale_mark.correction = l.correction AND stale_mark.lot = l.lot";

    private final Writes writes = new Writes();

    private CorrectionWrites() {}

    static List<Write> of(List<Sequenced> accepted) {
        CorrectionWrites all = new CorrectionWrites();
        all.recorded(accepted);
        all.corrected(accepted);
        all.recomputed(accepted);
        return all.writes.list();
    }

    private void recorded(List<Sequenced> accepted) {
        List<Sequenced> material = accepted.stream()
                .filter(s -> body(s) instanceof LotRegistered || body(s) instanceof Drawing)
                .toList();
        writes.add(
                MATERIAL,
                material,
                Columns.of(material)
                        .number(Sequenced::index)
                        .bytes(s -> s.submission().digest().bytes()));
        // What came out of a pool does not follow from what one lot brought in.
        List<At<LotId>> made = material.stream()
                .filter(s -> !(body(s) instanceof PoolRun))
                .flatMap(s -> body(s).creates().stream().map(lot -> new At<>(s.index(), lot)))
                .toList();
        writes.add(
                MADE,
                made,
                Columns.of(made).number(At::index).uuid(at -> at.value().value()));
        var drawn = At.all(accepted, Effect.LotDrawn.class);
        writes.add(
                DRAWN,
                drawn,
                Columns.of(drawn)
                        .number(At::index)
                        .uuid(at -> at.value().lot().value())
                        .bytes(at -> at.value().before().bytes()));
    }

    private void corrected(List<Sequenced> accepted) {
        List<Sequenced> corrections =
                accepted.stream().filter(s -> body(s) instanceof Correction).toList();
        writes.add(
                CORRECTIONS,
                corrections,
                Columns.of(corrections)
                        .number(Sequenced::index)
                        .bytes(s -> s.submission().digest().bytes())
                        .bytes(s -> ((Correction) body(s)).corrects().bytes()));
        var voided = At.all(accepted, Effect.StatementVoided.class);
        Function<List<At<Effect.StatementVoided>>, Columns<?>> indexes =
                some -> Columns.of(some).number(at -> at.value().statement());
        writes.add(VOID, voided, indexes.apply(voided));
        writes.add(UNDRAWN, voided, indexes.apply(voided));
    }

    private void recomputed(List<Sequenced> accepted) {
        var redone = At.all(accepted, Effect.DrawRedone.class);
        writes.add(
                REDONE,
                redone,
                Columns.of(redone)
                        .uuid(at -> at.value().lot().value())
                        .number(at -> at.value().draw().transformation())
                        .bytes(at -> at.value().draw().before().bytes())
                        .number(at -> at.value().draw().owed().micrograms()));
        List<StaleMark> moved = At.all(accepted, Effect.MarkMoved.class).stream()
                .map(at -> at.value().mark())
                .filter(mark -> mark.settled().isPresent())
                .toList();
        writes.add(
                MOVED,
                moved,
                Columns.of(moved)
                        .number(StaleMark::correction)
                        .uuid(mark -> mark.lot().value())
                        .bytes(mark -> mark.settled().orElseThrow().vector().bytes())
                        .number(mark -> mark.settled().orElseThrow().mass().micrograms())
                        .number(mark -> mark.settled().orElseThrow().owed().micrograms())
                        .nullableNumber(mark -> mark.next().orElse(null)));
        var lifted = At.all(accepted, Effect.MarkLifted.class);
        writes.add(
                LIFTED,
                lifted,
                Columns.of(lifted)
                        .number(at -> at.value().correction())
                        .uuid(at -> at.value().lot().value()));
    }

    private static Body body(Sequenced one) {
        return one.submission().statement().body();
    }
}
