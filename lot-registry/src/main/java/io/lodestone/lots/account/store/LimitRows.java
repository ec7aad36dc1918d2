package io.lodestone.lots.account.store;

import io.lodestone.evidence.plausibility.AlertLimit;
import io.lodestone.evidence.quantity.DecimalText;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Uuid7;
import io.lodestone.lots.account.LimitSetting;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Limits that parties set, as rows: each stays. */
public final class LimitRows {

    /** So many settings of one account are kept; who needs more is not setting a limit. */
    public static final int MAX_POSITION = 1_000;

    private static final String INSERT =
            "INSERT INTO account_limit (facility, element, position, party, share, least_ug,"
                    + " person, after_index, set_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    private static final String IN_FORCE = "SELECT DISTINCT ON (element) * FROM account_limit WHERE facility = $1"
            + " AND element = ANY($2::text[]) AND after_index < $3 ORDER BY element, position DESC";
    private static final String AFTER =
            "SELECT * FROM account_limit WHERE after_index = $1 ORDER BY set_at, facility, element, position";
    private static final String HISTORY = "SELECT * FROM account_limit WHERE party = $1"
            + " AND ($2::uuid IS NULL OR facility = $2) ORDER BY facility, element, position LIMIT 1000";

    /** A setting with the party that set it. */
    public record Set(PartyId party, LimitSetting setting) {}

    private LimitRows() {}

    public static Uni<Void> insert(SqlClient client, PartyId party, LimitSetting setting) {
        return Sql.query(
                        client,
                        INSERT,
                        setting.facility(),
                        setting.element().symbol(),
                        setting.position(),
                        party,
                        setting.limit().share().toString(),
                        setting.limit().least(),
                        setting.person(),
                        setting.after(),
                        setting.at())
                .replaceWithVoid();
    }

    /** The settings that count for a statement at that index; an element that is not there has the default. */
    public static Uni<Map<Element, LimitSetting>> inForce(
            SqlClient client, FacilityId facility, Collection<Element> elements, long index) {
        return Sql.list(
                        Sql.query(client, IN_FORCE, facility, AccountRows.symbols(elements), index),
                        row -> read(row).setting())
                .map(found -> {
                    Map<Element, LimitSetting> limits = new TreeMap<>(Element.BY_SYMBOL);
                    found.forEach(setting -> limits.put(setting.element(), setting));
                    return limits;
                });
    }

    /** What was set when the feed had reached exactly that index. */
    public static Uni<List<Set>> setAfter(SqlClient client, long index) {
        return Sql.list(Sql.query(client, AFTER, index), LimitRows::read);
    }

    public static Uni<List<LimitSetting>> history(SqlClient client, PartyId party, java.util.Optional<FacilityId> of) {
        return Sql.list(Sql.query(client, HISTORY, party, of), row -> read(row).setting());
    }

    private static Set read(Row row) {
        return new Set(
                Sql.party(row, "party"),
                new LimitSetting(
                        new FacilityId(new Uuid7(row.getUUID("facility"))),
                        Element.parse(row.getString("element")),
                        row.getInteger("position"),
                        new AlertLimit(DecimalText.parse(row.getString("share")), Sql.mass(row, "least_ug")),
                        row.getString("person"),
                        row.getLong("after_index"),
                        Sql.instant(row, "set_at")));
    }
}
