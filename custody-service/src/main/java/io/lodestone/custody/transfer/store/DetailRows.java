package io.lodestone.custody.transfer.store;

import io.lodestone.custody.sql.Rows;
import io.lodestone.custody.transfer.Details;
import io.lodestone.custody.transfer.Details.Weighed;
import io.lodestone.custody.transfer.DisputeRequest;
import io.lodestone.custody.transfer.Listed;
import io.lodestone.custody.transfer.Listed.Place;
import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json.JsonString;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Annex;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.TransferDisputed;
import io.lodestone.evidence.statement.TransferOffered;
import io.lodestone.evidence.statement.Weighing;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what was said of a transfer: the offer itself, the words of a dispute, what was weighed. */
final class DetailRows {

    private static final String STATEMENTS =
            "SELECT bytes FROM statement WHERE log_index IN ($1, $2) ORDER BY log_index";
    private static final String ANNEXES = "SELECT bytes FROM annex WHERE log_index = $1";
    private static final String WEIGHINGS = "SELECT log_index, lot, gross_ug, net_ug, uncertainty_ug"
            + " FROM transfer_weighing WHERE transfer = $1 ORDER BY log_index, lot";

    private DetailRows() {}

    static Uni<Details> load(SqlClient db, Listed listed) {
        long disputed = listed.disputed().map(Place::index).orElse(-1L);
        return db.preparedQuery(STATEMENTS)
                .execute(Tuple.of(listed.offeredIndex(), disputed))
                .map(DetailRows::bodies)
                .chain(said -> db.preparedQuery(ANNEXES)
                        .execute(Tuple.of(disputed))
                        .chain(annexes -> db.preparedQuery(WEIGHINGS)
                                .execute(Tuple.of(
                                        listed.transfer().transfer().value().value()))
                                .map(weighings -> details(said, annexes, weighings))));
    }

    private static Details details(List<Body> said, RowSet<Row> annexes, RowSet<Row> weighings) {
        Optional<TransferDisputed> dispute =
                said.size() > 1 ? Optional.of((TransferDisputed) said.get(1)) : Optional.empty();
        return new Details((TransferOffered) said.get(0), dispute, words(annexes), weighings(weighings));
    }

    /** The offer, and then the dispute if there is one. */
    private static List<Body> bodies(RowSet<Row> rows) {
        List<Body> bodies = new ArrayList<>();
        rows.forEach(
                row -> bodies.add(Statement.ofKept(Rows.bytes(row, "bytes")).body()));
        return bodies;
    }

    private static Optional<String> words(RowSet<Row> rows) {
        for (Row row : rows) {
            Annex annex = Annex.read(CanonicalJson.parse(Rows.bytes(row, "bytes")), "");
            if (annex.content().get("kind") instanceof JsonString kind
                    && kind.text().equals(DisputeRequest.ANNEX)
                    && annex.content().get("text") instanceof JsonString text) {
                return Optional.of(text.text());
            }
        }
        return Optional.empty();
    }

    private static List<Weighed> weighings(RowSet<Row> rows) {
        List<Weighed> found = new ArrayList<>();
        for (Row row : rows) {
            Optional<Mass> gross = Optional.ofNullable(row.getLong("gross_ug")).map(Mass::new);
            Weighing weighing =
                    new Weighing(gross, new Mass(row.getLong("net_ug")), new Mass(row.getLong("uncertainty_ug")));
            found.add(new Weighed(row.getLong("log_index"), Rows.lot(row, "lot"), weighing));
        }
        return found;
    }
}
