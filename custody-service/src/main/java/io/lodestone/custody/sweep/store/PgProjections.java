package io.lodestone.custody.sweep.store;

import io.lodestone.custody.sql.Replays;
import io.lodestone.custody.statement.Replay.Contradiction;
import io.lodestone.custody.statement.Replay.Recorded;
import io.lodestone.custody.sweep.Finding;
import io.lodestone.custody.sweep.SweepId;
import io.lodestone.custody.sweep.app.Projections;
import io.lodestone.custody.sweep.store.Comparison.Column;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Replays the log into tables of a schema of their own, which alone the search path names meanwhile, so that a replay
 * reaches no table of the ledger; and compares those with the ledger's. The transaction has to see one moment of the
 * database.
 *
 * @param stored the schema of the ledger
 * @param replayed the other one
 */
public record PgProjections(SqlConnection db, Replays replays, String stored, String replayed) implements Projections {

    private static final int PAGE = 256;

    /** So far behind, a table is not compared in the same transaction. */
    private static final int NEAR = 1024;

    private static final String POSITION_TABLE = "replay_position";
    private static final String PATIENCE =
            "SET LOCAL statement_timeout = '10min'; SET LOCAL idle_in_transaction_session_timeout = '1min'";
    private static final String PATH = "SET LOCAL search_path TO ";
    private static final String ENTRIES = "SELECT coalesce(max(log_index) + 1, 0) AS entries FROM entry";
    private static final String TABLES = "SELECT tablename::text AS name FROM pg_tables WHERE schemaname = $1"
            + " AND tablename <> '" + POSITION_TABLE + "' ORDER BY tablename";
    private static final String POSITION = "SELECT next_index, compared FROM %s WHERE sweep = $1";
    private static final String MOVE = "INSERT INTO %s (sweep, next_index, compared) VALUES ($1, $2, $3)"
            + " ON CONFLICT (sweep) DO UPDATE SET next_index = excluded.next_index, compared = excluded.compared";

    private record At(long next, int compared) {}

    @Override
    public Uni<Step> step(SweepId sweep, String origin) {
        return db.query(PATIENCE)
                .execute()
                .chain(this::tables)
                .chain(tables -> entries()
                        .chain(entries -> position(sweep, tables, entries)
                                .chain(at -> step(origin, tables, entries, at))
                                .call(step -> move(sweep, new At(step.replayed(), step.compared())))
                                .map(step ->
                                        new Step(step.replayed(), step.compared() >= tables.size(), step.findings()))));
    }

    private record Moved(long replayed, int compared, List<Finding> findings) {}

    private Uni<Moved> step(String origin, List<String> tables, long entries, At at) {
        if (entries - at.next() > NEAR) {
            return page(origin, at.next(), entries)
                    .map(moved -> new Moved(moved.replayed(), at.compared(), moved.findings()));
        }
        return rest(origin, new Moved(at.next(), at.compared(), List.of()), entries)
                .chain(moved -> at.compared() >= tables.size()
                        ? Uni.createFrom().item(moved)
                        : compare(tables.get(at.compared()))
                                .map(more ->
                                        new Moved(moved.replayed(), at.compared() + 1, both(moved.findings(), more))));
    }

    private Uni<Moved> rest(String origin, Moved sofar, long entries) {
        if (sofar.replayed() >= entries) {
            return Uni.createFrom().item(sofar);
        }
        return page(origin, sofar.replayed(), entries)
                .map(page -> new Moved(page.replayed(), sofar.compared(), both(sofar.findings(), page.findings())))
                .chain(moved -> rest(origin, moved, entries));
    }

    private Uni<Moved> page(String origin, long from, long entries) {
        return new PgLogReader(db)
                .until(from, Math.min(entries, from + PAGE))
                .chain(until -> db.preparedQuery(RecordedPage.SELECT)
                        .execute(Tuple.of(from, until))
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(RecordedPage::of)
                        .chain(page -> runs(origin, page))
                        .map(findings -> new Moved(until, 0, findings)));
    }

    private Uni<List<Finding>> runs(String origin, RecordedPage page) {
        Uni<List<Finding>> all = Uni.createFrom().item(page.unread());
        for (List<Recorded> run : page.runs()) {
            all = all.chain(found -> apart(replays.replay(db, origin, run))
                    .map(more -> both(
                            found, more.stream().map(PgProjections::finding).toList())));
        }
        return all;
    }

    private <T> Uni<T> apart(Uni<T> replay) {
        return db.query(PATH + Comparison.quote(replayed))
                .execute()
                .chain(() -> replay)
                .call(() -> db.query(PATH + Comparison.quote(stored)).execute());
    }

    private static Finding finding(Contradiction contradiction) {
        return Finding.at(
                contradiction.index(), contradiction.table(), contradiction.column(), contradiction.message());
    }

    private Uni<List<Finding>> compare(String table) {
        return db.preparedQuery(Comparison.COLUMNS)
                .execute(Tuple.of(Comparison.quote(stored) + "." + Comparison.quote(table), at(table)))
                .map(rows -> {
                    List<Column> columns = new ArrayList<>();
                    rows.forEach(row -> columns.add(Column.read(row)));
                    return new Comparison(stored, replayed, table, columns);
                })
                .chain(comparison -> comparison
                        .sql()
                        .map(sql -> db.query(sql).execute().map(comparison::findings))
                        .orElseGet(() -> Uni.createFrom().item(List.of()))
                        .map(more -> both(comparison.missing(), more)));
    }

    private Uni<List<String>> tables() {
        return db.preparedQuery(TABLES).execute(Tuple.of(replayed)).map(rows -> {
            List<String> tables = new ArrayList<>();
            rows.forEach(row -> tables.add(row.getString("name")));
            return tables;
        });
    }

    private Uni<Long> entries() {
        return db.query(ENTRIES).execute().map(rows -> rows.iterator().next().getLong("entries"));
    }

    /** Begins anew for another sweep, and where the log has become shorter or the tables were lost. */
    private Uni<At> position(SweepId sweep, List<String> tables, long entries) {
        return db.preparedQuery(POSITION.formatted(at(POSITION_TABLE)))
                .execute(Tuple.of(sweep.value().value()))
                .chain(rows -> {
                    for (var row : rows) {
                        if (row.getLong("next_index") <= entries) {
                            return Uni.createFrom().item(new At(row.getLong("next_index"), row.getInteger("compared")));
                        }
                    }
                    String all = tables.stream().map(this::at).collect(Collectors.joining(", "));
                    return db.query("TRUNCATE " + all + ", " + at(POSITION_TABLE))
                            .execute()
                            .map(done -> new At(Math.min(1, entries), 0));
                });
    }

    private String at(String table) {
        return Comparison.quote(replayed) + "." + Comparison.quote(table);
    }

    private Uni<Void> move(SweepId sweep, At to) {
        return db.preparedQuery(MOVE.formatted(at(POSITION_TABLE)))
                .execute(Tuple.of(sweep.value().value(), to.next(), to.compared()))
                .replaceWithVoid();
    }

    private static List<Finding> both(List<Finding> some, List<Finding> more) {
        List<Finding> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
