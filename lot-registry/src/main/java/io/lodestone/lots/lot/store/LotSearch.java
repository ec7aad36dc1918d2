package io.lodestone.lots.lot.store;

import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.lots.access.store.SightRows;
import io.lodestone.lots.lot.LotFilter;
import io.lodestone.lots.lot.LotFilter.Between;
import io.lodestone.lots.lot.LotQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The SQL of one search: a condition for each filter that is set, so that each finds its index. */
final class LotSearch {

    private static final String SEEN = "SELECT seen.* FROM (SELECT DISTINCT ON (t.lot) t.lot, b.*, " + SightRows.CURRENT
            + SightRows.COVERED + "ORDER BY t.lot, current DESC, b.granter, b.first, b.past) AS seen"
            + " JOIN lot l ON l.id = seen.lot LEFT JOIN lot_trait t ON t.lot = l.id WHERE ";

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();
    private final String party;
    private final String current;

    /** Lots that the party itself has, or that an auditor was let see where {@code seen} names the party that lets it. */
    private LotSearch(PartyId asked, Optional<String> seen) {
        String bound = bound(asked);
        this.party = seen.orElse(bound);
        this.current = seen.map(granter -> "(seen.current AND " + granter + " IN (l.holder, l.owner))")
                .orElse("(l.holder = " + bound + " OR l.owner = " + bound + ")");
    }

    /** A statement and its parameters. */
    record Prepared(String sql, List<Object> values) {}

    /** Ids of booked lots, at most one more than the limit. */
    static Prepared booked(PartyId party, LotQuery query) {
        LotSearch search = new LotSearch(party, Optional.empty());
        search.sql.append("SELECT l.id FROM lot l LEFT JOIN lot_trait t ON t.lot = l.id WHERE ");
        if (query.filter().state().equals(Optional.of(LotFilter.HANDED_OVER))) {
            search.sql.append("l.id IN (SELECT lot FROM lot_party WHERE party = $1)");
        } else {
            search.sql.append(search.current);
        }
        return search.prepared(query);
    }

    /** The same of lots that an auditor was let see, each with the view to take of it. */
    static Prepared granted(PartyId auditor, LotQuery query) {
        LotSearch search = new LotSearch(auditor, Optional.of("seen.granter"));
        search.values.add(query.as());
        search.sql.append(SightRows.GRANTS).append(SEEN).append("true");
        return search.prepared(query);
    }

    private Prepared prepared(LotQuery query) {
        sql.append(" AND l.standing <> 'POOL'");
        state(query.filter());
        filter(query.filter());
        query.after().ifPresent(after -> and("l.id > ", after));
        sql.append(" ORDER BY l.id LIMIT ").append(bound(query.limit() + 1L));
        return new Prepared(sql.toString(), values);
    }

    /** A state and a holder are those of the lot as it may be shown: one that was handed over has none to be found by. */
    private void state(LotFilter filter) {
        filter.state().filter(state -> !state.equals("RECORDED")).ifPresent(state -> {
            if (state.equals(LotFilter.HANDED_OVER)) {
                sql.append(" AND NOT ").append(current);
            } else {
                sql.append(" AND ").append(current);
                and("l.standing = ", state);
            }
        });
        filter.holder().ifPresent(holder -> {
            sql.append(" AND ").append(current);
            and("l.holder = ", holder);
        });
    }

    private void filter(LotFilter filter) {
        filter.form().ifPresent(form -> and("l.form = ", form));
        filter.element().map(Element::symbol).ifPresent(symbol -> in("lot_element WHERE element = ", symbol));
        filter.origin().ifPresent(country -> in("lot_country WHERE country = ", country));
        filter.identifier().ifPresent(value -> in("lot_identifier WHERE value = ", value));
        filter.facility().ifPresent(facility -> {
            sql.append(" AND l.maker = ").append(party);
            and("t.facility = ", facility);
        });
        filter.grade().ifPresent(grade -> and("t.grade = ", grade));
        filter.code().ifPresent(code -> {
            String bound = bound(code);
            sql.append(" AND (t.control_code = ").append(bound).append(" OR t.customs_code = ");
            sql.append(bound).append(')');
        });
        between("t.happened", filter.happened());
        between("t.recorded", filter.recorded());
    }

    private void between(String column, Between range) {
        range.from().ifPresent(from -> and(column + " >= ", from));
        range.to().ifPresent(to -> and(column + " < ", to));
    }

    private void and(String condition, Object value) {
        sql.append(" AND ").append(condition).append(bound(value));
    }

    private void in(String from, String value) {
        sql.append(" AND l.id IN (SELECT lot FROM ")
                .append(from)
                .append(bound(value))
                .append(')');
    }

    private String bound(Object value) {
        values.add(value);
        return "$" + values.size();
    }

    /** Drafts, which have no rows but their own. */
    static Prepared drafts(PartyId party, LotQuery query, String drafts) {
        String sql = "SELECT DISTINCT ON (d.lot) d.lot, d.form, d.mass_ug, d.refusal_code FROM (" + drafts
                + ") d WHERE ($2::text IS NULL OR d.form = $2)"
                + " AND ($3::text IS NULL OR $3 = CASE WHEN d.refusal_code IS NULL THEN 'PENDING' ELSE 'REFUSED' END)"
                + " AND ($4::uuid IS NULL OR d.lot > $4) ORDER BY d.lot LIMIT $5";
        return new Prepared(
                sql, List.of(party, query.filter().form(), query.filter().state(), query.after(), query.limit() + 1L));
    }
}
