package io.lodestone.custody.sweep.store;

import io.lodestone.custody.statement.Replay.Recorded;
import io.lodestone.custody.sweep.Finding;
import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.signature.DetachedJws;
import io.lodestone.evidence.statement.AcceptanceRecord;
import io.lodestone.evidence.statement.Entry;
import io.lodestone.evidence.statement.Statement;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page of the log, to be decided again.
 *
 * @param runs what can be decided together, in the order of the log
 * @param unread what cannot be read and is left out
 */
record RecordedPage(List<List<Recorded>> runs, List<Finding> unread) {

    static final String SELECT = "SELECT e.log_index, e.bytes AS entry, s.bytes AS statement, r.bytes AS record, g.jws"
            + " FROM entry e LEFT JOIN statement s ON s.log_index = e.log_index"
            + " LEFT JOIN acceptance_record r ON r.log_index = e.log_index"
            + " LEFT JOIN statement_signature g ON g.log_index = e.log_index"
            + " WHERE e.log_index >= $1 AND e.log_index < $2 ORDER BY e.log_index";

    RecordedPage {
        runs = List.copyOf(runs);
        unread = List.copyOf(unread);
    }

    static RecordedPage of(RowSet<Row> rows) {
        List<List<Recorded>> runs = new ArrayList<>();
        List<Finding> unread = new ArrayList<>();
        List<Recorded> run = new ArrayList<>();
        for (Row row : rows) {
            try {
                Recorded next = recorded(row);
                boolean apart =
                        next.standsAlone() || !run.isEmpty() && run.get(0).standsAlone();
                if (apart && !run.isEmpty()) {
                    runs.add(run);
                    run = new ArrayList<>();
                }
                run.add(next);
            } catch (FormatException e) {
                unread.add(Finding.at(
                        row.getLong("log_index"),
                        "statement",
                        "bytes",
                        "is not decided again, for it, its record or its entry cannot be read"));
            }
        }
        if (!run.isEmpty()) {
            runs.add(run);
        }
        return new RecordedPage(runs, unread);
    }

    private static Recorded recorded(Row row) {
        return new Recorded(
                row.getLong("log_index"),
                Statement.parse(Raw.bytes(row, "statement")),
                AcceptanceRecord.read(CanonicalJson.parse(Raw.bytes(row, "record")), ""),
                Entry.parse(Raw.bytes(row, "entry")),
                signature(row.getString("jws")));
    }

    /** One that cannot be read is none; that it is not the record's is found where it is hashed. */
    private static Optional<DetachedJws> signature(@Nullable String jws) {
        try {
            return Optional.ofNullable(jws).map(text -> DetachedJws.parse(DetachedJws.STATEMENT, text));
        } catch (IllegalArgumentException | FormatException e) {
            return Optional.empty();
        }
    }
}
