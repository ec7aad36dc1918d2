package io.lodestone.custody.history.store;

import io.lodestone.custody.history.Viewer;
import io.lodestone.evidence.statement.LotId;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a lot's versions a viewer sees ({@code SPEC.md} section 20), as the beginning of a query.
 *
 * <p>A party sees every version up to the one by which it handed the lot on, and knows of those that it had the lot
 * before or after. A grant shows what its granter sees, of entries within its period whose every lot is in its scope.
 */
final class Sight {

    /** $1 lot, $2 party or null for all, $3 whether it audits, $4 the version to begin after, $5 how many at most. */
    static final String SEEN = "WITH viewer AS ("
            + "SELECT $2::uuid AS party, NULL::timestamptz AS since, NULL::timestamptz AS until, NULL::uuid[] AS scope"
            + " UNION ALL SELECT g.granter, g.from_time, g.until_time, g.lots FROM access_grant g"
            + " WHERE $3 AND g.auditor = $2 AND g.withdrawn_index IS NULL AND (g.lots IS NULL OR $1 = ANY(g.lots))),"
            + " keeper AS (SELECT version AS first, lead(version) OVER (ORDER BY version) AS last, holder, owner"
            + " FROM lot_version WHERE lot = $1 AND holder IS NOT NULL),"
            + " sight AS (SELECT v.since, v.until, v.scope, k.first, k.last"
            + " FROM viewer v JOIN keeper k ON v.party IN (k.holder, k.owner)),"
            + " seen AS (SELECT l.version, l.log_index, l.state, l.remaining_ug, e.time, e.bytes, by.known"
            + " FROM lot_version l JOIN entry e ON e.log_index = l.log_index"
            + " CROSS JOIN LATERAL (SELECT CASE WHEN $2::uuid IS NULL THEN true ELSE ("
            + "SELECT bool_or(l.version >= s.first) FROM sight s WHERE (s.last IS NULL OR l.version <= s.last)"
            + " AND (s.since IS NULL OR (s.since <= e.time AND e.time < s.until))"
            + " AND (s.scope IS NULL OR NOT EXISTS (SELECT FROM acceptance_record r,"
            + " json_array_elements(convert_from(r.bytes, 'UTF8')::json -> 'lots') AS o"
            + " WHERE r.log_index = l.log_index AND (o ->> 'lot')::uuid <> ALL(s.scope)))) END AS known) AS by"
            + " WHERE l.lot = $1 AND l.version > $4 AND ($2::uuid IS NULL OR EXISTS (SELECT FROM sight))"
            + " AND by.known IS NOT NULL ORDER BY l.version LIMIT $5)";

    private Sight() {}

    static List<Object> of(LotId lot, Viewer viewer, long after, int limit) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(lot.value().value());
        parameters.add(viewer.party().map(party -> party.value().value()).orElse(null));
        parameters.add(viewer.audits());
        parameters.add(after);
        parameters.add(limit);
        return parameters;
    }
}
