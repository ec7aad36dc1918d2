package io.lodestone.lots.party.store;

import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.party.PartyDescription;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.lots.feed.FeedItem;
import io.lodestone.lots.party.Described;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Descriptions of parties as rows: every one that was stated, by its place in the log. */
public final class DescriptionRows {

    private static final String INSERT =
            "INSERT INTO party_description (log_index, party, event_time, content) VALUES ($1, $2, $3, $4)";
    private static final String SELECT = " d.party, d.log_index, s.entry_time, d.event_time, d.content"
            + " FROM party_description d JOIN statement s USING (log_index) ";

    /** The latest that had come to hold; of two from the same moment, the one that was stated later. */
    private static final String AS_OF = "SELECT DISTINCT ON (d.party)" + SELECT
            + "WHERE d.party = ANY($1) AND d.event_time <= $2 ORDER BY d.party, d.event_time DESC, d.log_index DESC";

    private static final String PAGE = "SELECT" + SELECT
            + "WHERE d.party = $1 AND ($2::bigint IS NULL OR d.log_index > $2) ORDER BY d.log_index LIMIT $3";

    private DescriptionRows() {}

    public static Uni<Void> insert(SqlClient client, FeedItem item, PartyId party, Instant from) {
        Optional<JsonObject> content = item.described(
                PartyDescription.KIND, annex -> PartyDescription.read(annex).json());
        return Sql.query(client, INSERT, item.index(), party, from, content).replaceWithVoid();
    }

    public static Uni<Map<PartyId, Described>> asOf(SqlClient client, Collection<PartyId> parties, Instant day) {
        return Sql.query(client, AS_OF, Sql.ids(parties), day).map(rows -> {
            Map<PartyId, Described> found = new HashMap<>();
            rows.forEach(row -> found.put(Sql.party(row, "party"), read(row)));
            return found;
        });
    }

    /** In the order of the log, at most one more than the limit. */
    public static Uni<List<Described>> page(SqlClient client, PartyId party, Optional<Long> after, int limit) {
        return Sql.list(Sql.query(client, PAGE, party, after, limit + 1L), DescriptionRows::read);
    }

    private static Described read(Row row) {
        return new Described(
                row.getLong("log_index"), Sql.instant(row, "entry_time"), Sql.instant(row, "event_time"), content(row));
    }

    private static Optional<PartyDescription> content(Row row) {
        try {
            return row.getValue("content") == null
                    ? Optional.empty()
                    : Optional.of(PartyDescription.read((JsonObject) Sql.json(row, "content")));
        } catch (FormatException e) {
            return Optional.empty();
        }
    }
}
