package io.lodestone.lots.account.store;

import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.evidence.statement.Uuid7;
import io.lodestone.lots.account.Account;
import io.lodestone.lots.account.AccountQuery;
import io.lodestone.lots.account.AccountView;
import io.lodestone.lots.account.DaySum;
import io.lodestone.lots.account.MonthSum;
import io.lodestone.lots.account.PostedLine;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Accounts for their party. */
@Singleton
public class AccountReads {

    private static final String ACCOUNTS =
            "SELECT * FROM account WHERE party = $1 AND ($2::uuid IS NULL OR facility = $2)"
                    + " AND ($3::text IS NULL OR element = $3) ORDER BY facility, element LIMIT $4";

    /** Postings to accounts of party $1 that a view shows, by the bounds of its periods. */
    private static final String POSTED = " WHERE p.party = $1 AND ($2::bigint[] IS NULL OR EXISTS"
            + " (SELECT 1 FROM unnest($2::bigint[], $3::bigint[]) AS r (first, past)"
            + " WHERE p.log_index >= r.first AND p.log_index < r.past))"
            + " AND ($4::uuid IS NULL OR p.facility = $4) AND ($5::text IS NULL OR p.element = $5) ";

    private static final String GRANTED = "SELECT p.facility, p.element, " + AccountRows.SUMS
            + " FROM account_posting p" + POSTED + "GROUP BY 1, 2 ORDER BY 1, 2 LIMIT $6";
    private static final String MONTHS = "SELECT p.element, to_char(happened, 'YYYY-MM') AS month, " + AccountRows.SUMS
            + " FROM account_posting p" + POSTED + "GROUP BY 1, 2 ORDER BY 1, 2";
    private static final String DAYS = "SELECT p.element, happened, " + AccountRows.SUMS + " FROM account_posting p"
            + POSTED + "GROUP BY 1, 2 ORDER BY 2 LIMIT $6";
    private static final String LINES = "SELECT p.*, s.id AS statement, coalesce(t.process, CASE s.kind"
            + " WHEN 'PoolRun' THEN 'pool-run' WHEN 'PoolCounted' THEN 'pool-count'"
            + " WHEN 'PoolAdjusted' THEN 'pool-adjustment' END) AS process FROM account_posting p"
            + " JOIN statement s USING (log_index) LEFT JOIN transformation t USING (log_index)" + POSTED
            + "AND p.happened BETWEEN $6 AND $7 ORDER BY p.happened, p.log_index, p.element, p.kind LIMIT $8";

    /** An account with its place. */
    public record Found(FacilityId facility, Account account) {}

    private final Pool pool;

    @Inject
    AccountReads(Pool pool) {
        this.pool = pool;
    }

    /** What is seen of a granted account is the sum of what was posted in the periods. */
    public Uni<List<Found>> accounts(
            AccountView view, Optional<FacilityId> facility, Optional<Element> element, long limit) {
        Optional<String> symbol = element.map(Element::symbol);
        return Sql.list(
                view.granted()
                        ? Sql.query(pool, GRANTED, view.party(), view.firsts(), view.pasts(), facility, symbol, limit)
                        : Sql.query(pool, ACCOUNTS, view.party(), facility, symbol, limit),
                row -> new Found(new FacilityId(new Uuid7(row.getUUID("facility"))), AccountRows.read(row)));
    }

    /** By element, then by month. */
    public Uni<List<MonthSum>> months(AccountView view, FacilityId facility, Optional<Element> element) {
        Optional<String> symbol = element.map(Element::symbol);
        return Sql.list(
                Sql.query(pool, MONTHS, view.party(), view.firsts(), view.pasts(), facility, symbol),
                row -> new MonthSum(YearMonth.parse(row.getString("month")), AccountRows.read(row)));
    }

    public Uni<List<DaySum>> days(AccountView view, FacilityId facility, Element element, long limit) {
        return Sql.list(
                Sql.query(pool, DAYS, view.party(), view.firsts(), view.pasts(), facility, element.symbol(), limit),
                row -> new DaySum(row.getLocalDate("happened"), AccountRows.read(row)));
    }

    public Uni<List<PostedLine>> lines(AccountView view, FacilityId facility, AccountQuery query, long limit) {
        return Sql.list(
                Sql.query(
                        pool,
                        LINES,
                        view.party(),
                        view.firsts(),
                        view.pasts(),
                        facility,
                        query.element().map(Element::symbol),
                        query.from(),
                        query.to(),
                        limit),
                AccountReads::line);
    }

    private static PostedLine line(Row row) {
        return new PostedLine(
                row.getLong("log_index"),
                new StatementId(new Uuid7(row.getUUID("statement"))),
                Optional.ofNullable(row.getString("process")).orElse(""),
                row.getLocalDate("happened"),
                Element.parse(row.getString("element")),
                row.getString("kind"),
                row.getBigDecimal("ug").toBigIntegerExact());
    }
}
