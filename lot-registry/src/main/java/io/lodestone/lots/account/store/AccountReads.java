package io.lodestone.lots.account.store;

import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.evidence.statement.Uuid7;
import io.lodestone.lots.account.Account;
import io.lodestone.lots.account.AccountQuery;
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
    private static final String MONTHS = "SELECT element, to_char(happened, 'YYYY-MM') AS month, " + AccountRows.SUMS
            + " FROM account_posting WHERE party = $1 AND facility = $2 AND ($3::text IS NULL OR element = $3)"
            + " GROUP BY 1, 2 ORDER BY 1, 2";
    private static final String DAYS = "SELECT element, happened, " + AccountRows.SUMS
            + " FROM account_posting WHERE party = $1 AND facility = $2 AND element = $3 GROUP BY 1, 2 ORDER BY 2 LIMIT $4";
    private static final String LINES = "SELECT p.*, s.id AS statement, coalesce(t.process, CASE s.kind"
            + " WHEN 'PoolRun' THEN 'pool-run' WHEN 'PoolCounted' THEN 'pool-count'"
            + " WHEN 'PoolAdjusted' THEN 'pool-adjustment' END) AS process FROM account_posting p"
            + " JOIN statement s USING (log_index) LEFT JOIN transformation t USING (log_index)"
            + " WHERE p.party = $1 AND p.facility = $2 AND ($3::text IS NULL OR p.element = $3)"
            + " AND p.happened BETWEEN $4 AND $5 ORDER BY p.happened, p.log_index, p.element, p.kind LIMIT $6";

    /** An account with its place. */
    public record Found(FacilityId facility, Account account) {}

    private final Pool pool;

    @Inject
    AccountReads(Pool pool) {
        this.pool = pool;
    }

    public Uni<List<Found>> accounts(
            PartyId party, Optional<FacilityId> facility, Optional<Element> element, long limit) {
        return Sql.list(
                Sql.query(pool, ACCOUNTS, party, facility, element.map(Element::symbol), limit),
                row -> new Found(new FacilityId(new Uuid7(row.getUUID("facility"))), AccountRows.read(row)));
    }

    /** By element, then by month. */
    public Uni<List<MonthSum>> months(PartyId party, FacilityId facility, Optional<Element> element) {
        return Sql.list(
                Sql.query(pool, MONTHS, party, facility, element.map(Element::symbol)),
                row -> new MonthSum(YearMonth.parse(row.getString("month")), AccountRows.read(row)));
    }

    public Uni<List<DaySum>> days(PartyId party, FacilityId facility, Element element, long limit) {
        return Sql.list(
                Sql.query(pool, DAYS, party, facility, element.symbol(), limit),
                row -> new DaySum(row.getLocalDate("happened"), AccountRows.read(row)));
    }

    public Uni<List<PostedLine>> lines(PartyId party, FacilityId facility, AccountQuery query, long limit) {
        return Sql.list(
                Sql.query(
                        pool,
                        LINES,
                        party,
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
