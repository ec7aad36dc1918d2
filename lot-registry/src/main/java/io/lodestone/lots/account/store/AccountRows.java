package io.lodestone.lots.account.store;

import io.lodestone.evidence.plausibility.Posting;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.lots.account.Account;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Running accounts as rows, and what is posted to them. */
public final class AccountRows {

    /** The columns of a sum, as {@link #read} takes them. */
    static final String SUMS = "sum(ug) FILTER (WHERE kind = 'throughput') AS throughput_ug,"
            + " sum(ug) FILTER (WHERE kind = 'loss') AS loss_ug,"
            + " sum(ug) FILTER (WHERE kind = 'unaccounted') AS unaccounted_ug,"
            + " sum(ug) FILTER (WHERE kind = 'observed') AS observed_ug, sum(squares) AS squares";

    private static final String POSTING = "INSERT INTO account_posting (log_index, element, kind, party, facility,"
            + " happened, ug, squares) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    private static final String ACCOUNT = "INSERT INTO account (party, facility, element, throughput_ug, loss_ug,"
            + " unaccounted_ug, observed_ug, squares, last_index) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
            + " ON CONFLICT (party, facility, element) DO UPDATE SET"
            + " throughput_ug = account.throughput_ug + EXCLUDED.throughput_ug,"
            + " loss_ug = account.loss_ug + EXCLUDED.loss_ug,"
            + " unaccounted_ug = account.unaccounted_ug + EXCLUDED.unaccounted_ug,"
            + " observed_ug = account.observed_ug + EXCLUDED.observed_ug,"
            + " squares = account.squares + EXCLUDED.squares,"
            + " last_index = greatest(account.last_index, EXCLUDED.last_index)";
    private static final String TAKE_BACK =
            "WITH gone AS (DELETE FROM account_posting WHERE log_index = ANY($1) RETURNING *),"
                    + " was AS (SELECT party,"
                    + " facility, element, " + SUMS + " FROM gone GROUP BY 1, 2, 3)"
                    + " UPDATE account a SET throughput_ug = a.throughput_ug - coalesce(was.throughput_ug, 0),"
                    + " loss_ug = a.loss_ug - coalesce(was.loss_ug, 0),"
                    + " unaccounted_ug = a.unaccounted_ug - coalesce(was.unaccounted_ug, 0),"
                    + " observed_ug = a.observed_ug - coalesce(was.observed_ug, 0), squares = a.squares - was.squares"
                    + " FROM was WHERE a.party = was.party AND a.facility = was.facility AND a.element = was.element";
    private static final String FIND = "SELECT * FROM account WHERE party = $1 AND facility = $2"
            + " AND element = ANY($3::text[]) ORDER BY element";

    /** Where a statement's postings go, and when it happened. */
    public record Place(long index, PartyId party, FacilityId facility, LocalDate day) {}

    private AccountRows() {}

    public static Uni<Void> post(SqlClient client, Place place, List<Posting> postings) {
        List<Tuple> lines = new ArrayList<>();
        Map<Element, Map<Posting.Kind, BigInteger>> sums = new TreeMap<>(Element.BY_SYMBOL);
        Map<Element, BigInteger> squares = new TreeMap<>(Element.BY_SYMBOL);
        for (Posting posting : postings) {
            Element element = posting.element();
            lines.add(Sql.tuple(
                    place.index,
                    element.symbol(),
                    posting.kind().wire(),
                    place.party,
                    place.facility,
                    place.day,
                    new BigDecimal(posting.micrograms()),
                    new BigDecimal(posting.squaredUncertainty())));
            sums.computeIfAbsent(element, some -> new EnumMap<>(Posting.Kind.class))
                    .merge(posting.kind(), posting.micrograms(), BigInteger::add);
            squares.merge(element, posting.squaredUncertainty(), BigInteger::add);
        }
        List<Tuple> accounts = new ArrayList<>();
        sums.forEach((element, kinds) -> accounts.add(Sql.tuple(
                place.party,
                place.facility,
                element.symbol(),
                of(kinds, Posting.Kind.THROUGHPUT),
                of(kinds, Posting.Kind.LOSS),
                of(kinds, Posting.Kind.UNACCOUNTED),
                of(kinds, Posting.Kind.OBSERVED),
                new BigDecimal(squares.getOrDefault(element, BigInteger.ZERO)),
                place.index)));
        return Sql.batch(client, POSTING, lines).chain(() -> Sql.batch(client, ACCOUNT, accounts));
    }

    /** What these statements posted, they did not post; what they come to now is posted anew, or nothing is. */
    public static Uni<Void> takeBack(SqlClient client, Collection<Long> statements) {
        return Sql.query(client, TAKE_BACK, (Object) statements.toArray(Long[]::new))
                .replaceWithVoid();
    }

    private static BigDecimal of(Map<Posting.Kind, BigInteger> kinds, Posting.Kind kind) {
        return new BigDecimal(kinds.getOrDefault(kind, BigInteger.ZERO));
    }

    public static Uni<List<Account>> find(
            SqlClient client, PartyId party, FacilityId facility, Collection<Element> elements) {
        return Sql.list(Sql.query(client, FIND, party, facility, symbols(elements)), AccountRows::read);
    }

    public static String[] symbols(Collection<Element> elements) {
        return elements.stream().map(Element::symbol).toArray(String[]::new);
    }

    static Account read(Row row) {
        return new Account(
                Element.parse(row.getString("element")),
                whole(row, "throughput_ug"),
                whole(row, "loss_ug"),
                whole(row, "unaccounted_ug"),
                whole(row, "observed_ug"),
                whole(row, "squares"));
    }

    /** A sum over no lines is null there, and nothing here. */
    private static BigInteger whole(Row row, String column) {
        BigDecimal value = row.getBigDecimal(column);
        return value == null ? BigInteger.ZERO : value.toBigIntegerExact();
    }
}
