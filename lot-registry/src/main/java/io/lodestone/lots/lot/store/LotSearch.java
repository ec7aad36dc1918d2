package io.lodestone.lots.lot.store;

import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.lots.lot.LotFilter;
import io.lodestone.lots.lot.LotFilter.Between;
import io.lodestone.lots.lot.LotQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The SQL of one search: a condition for each filter that is set, so that each finds its index. */
final class LotSearch {

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();
    private final String party;

    private LotSearch(PartyId party) {
        this.party = bound(party);
    }

    /** A statement and its parameters. */
    record Prepared(String sql, List<Object> values) {}

    /** Ids of booked lots, at most one more than the limit. */
    static Prepared booked(PartyId party, LotQuery query) {
        LotSearch search = new LotSearch(party);
        search.sql.append("SELECT l.id FROM lot l JOIN lot_trait t ON t.lot = l.id WHERE ");
        search.visible(query.filter());
        search.filter(query.filter());
        query.after().ifPresent(after -> search.and("l.id > ", after));
        search.sql.append(" ORDER BY l.id LIMIT ").append(search.bound(query.limit() + 1L));
        return new Prepared(search.sql.toString(), search.values);
    }

    private void visible(LotFilter filter) {
        String current = "(l.holder = " + party + " OR l.owner = " + party + ")";
        if (filter.state().equals(Optional.of(LotFilter.HANDED_OVER))) {
            sql.append("l.id IN (SELECT lot FROM lot_party WHERE party = ")
                    .append(party)
                    .append(") AND NOT ")
                    .append(current);
            // Where such a lot is now is not the business of who once had it.
            filter.holder().ifPresent(holder -> sql.append(" AND false"));
        } else {
            sql.append(current);
            filter.holder().ifPresent(holder -> and("l.holder = ", holder));
            filter.state().filter(state -> !state.equals("RECORDED")).ifPresent(state -> and("l.standing = ", state));
        }
    }

    private void filter(LotFilter filter) {
        filter.form().ifPresent(form -> and("l.form = ", form));
        filter.element().map(Element::symbol).ifPresent(symbol -> in("lot_element WHERE element = ", symbol));
        filter.origin().ifPresent(country -> in("lot_country WHERE country = ", country));
        filter.identifier().ifPresent(value -> in("lot_identifier WHERE value = ", value));
        filter.facility().ifPresent(facility -> {
            and("l.maker = ", null);
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

    /** A value of null stands for the party that asks. */
    private void and(String condition, @Nullable Object value) {
        sql.append(" AND ").append(condition).append(value == null ? party : bound(value));
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
