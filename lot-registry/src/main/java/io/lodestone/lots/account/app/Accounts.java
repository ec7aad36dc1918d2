package io.lodestone.lots.account.app;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.plausibility.AlertLimit;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.lots.account.Account;
import io.lodestone.lots.account.AccountChart;
import io.lodestone.lots.account.AccountQuery;
import io.lodestone.lots.account.AccountSheet;
import io.lodestone.lots.account.LimitSetting;
import io.lodestone.lots.account.MonthSum;
import io.lodestone.lots.account.PostedLine;
import io.lodestone.lots.account.store.AccountReads;
import io.lodestone.lots.account.store.AccountReads.Found;
import io.lodestone.lots.account.store.LimitRows;
import io.lodestone.lots.facility.app.Facilities;
import io.lodestone.lots.feed.app.Feed;
import io.lodestone.lots.outbox.Paths;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows a party the accounts of its facilities. */
@Singleton
public class Accounts {

    /** Facilities have up to 70 elements; who has more accounts asks for one facility. */
    private static final long MAX_ACCOUNTS = 2_000;

    /** Lines of one answer; who has more asks by date. */
    private static final long MAX_LINES = 10_000;

    private static final long MAX_DAYS = 4_000;

    private final AccountReads reads;
    private final Facilities facilities;
    private final Feed feed;
    private final Pool pool;

    @Inject
    Accounts(AccountReads reads, Facilities facilities, Feed feed, Pool pool) {
        this.reads = reads;
        this.facilities = facilities;
        this.feed = feed;
        this.pool = pool;
    }

    /** What every account of the party comes to. */
    public Uni<JsonObject> all(PartyId party) {
        return feed.current()
                .chain(here -> reads.accounts(party, Optional.empty(), Optional.empty(), MAX_ACCOUNTS))
                .chain(found -> LimitRows.history(pool, party, Optional.empty()).map(limits -> summary(found, limits)));
    }

    private static JsonObject summary(List<Found> found, List<LimitSetting> limits) {
        YearMonth none = YearMonth.of(9999, 12);
        List<Json> items = new ArrayList<>();
        for (Found one : found) {
            AlertLimit limit = latest(limits, one.facility(), one.account().element());
            JsonObject sheet = new AccountSheet(one.account(), limit, List.of()).json(none, none);
            items.add(sheet.with("facility", Json.string(one.facility().toString())));
        }
        return Json.object().put("items", Json.array(items)).build();
    }

    /** Settings are sorted by position, so the last one counts. */
    private static AlertLimit latest(List<LimitSetting> limits, FacilityId facility, Element element) {
        return limits.stream()
                .filter(set -> set.facility().equals(facility) && set.element() == element)
                .reduce((earlier, later) -> later)
                .map(LimitSetting::limit)
                .orElse(AlertLimit.DEFAULT);
    }

    /** One facility's accounts with their months, and the lines of the time asked for. */
    public Uni<JsonObject> of(PartyId party, FacilityId facility, AccountQuery query) {
        return own(party, facility)
                .chain(here -> reads.accounts(party, Optional.of(facility), query.element(), MAX_ACCOUNTS))
                .chain(found -> reads.months(party, facility, query.element())
                        .chain(months -> LimitRows.history(pool, party, Optional.of(facility))
                                .map(limits -> sheets(found, months, limits, query))))
                .chain(sheets -> reads.lines(party, facility, query, MAX_LINES + 1)
                        .map(lines -> answer(facility, sheets, lines)));
    }

    private static List<JsonObject> sheets(
            List<Found> found, List<MonthSum> months, List<LimitSetting> limits, AccountQuery query) {
        List<JsonObject> sheets = new ArrayList<>();
        for (Found one : found) {
            Element element = one.account().element();
            List<MonthSum> own = months.stream()
                    .filter(month -> month.sum().element() == element)
                    .toList();
            sheets.add(new AccountSheet(one.account(), latest(limits, one.facility(), element), own)
                    .json(YearMonth.from(query.from()), YearMonth.from(query.to())));
        }
        return sheets;
    }

    private static JsonObject answer(FacilityId facility, List<JsonObject> sheets, List<PostedLine> lines) {
        boolean more = lines.size() > MAX_LINES;
        List<PostedLine> shown = more ? lines.subList(0, Math.toIntExact(MAX_LINES)) : lines;
        return Json.object()
                .put("elements", Json.array(sheets))
                .putWire("facility", facility)
                .put("more", more)
                .put("postings", shown, PostedLine::json)
                .build();
    }

    /** The lines alone; at most one more than an answer holds. */
    public Uni<List<PostedLine>> lines(PartyId party, FacilityId facility, AccountQuery query) {
        return own(party, facility).chain(here -> reads.lines(party, facility, query, MAX_LINES));
    }

    public Uni<String> chart(PartyId party, FacilityId facility, Element element) {
        return own(party, facility)
                .chain(here -> reads.days(party, facility, element, MAX_DAYS))
                .chain(days -> LimitRows.inForce(pool, facility, List.of(element), Long.MAX_VALUE)
                        .map(limits -> new AccountChart(
                                        days.stream()
                                                .map(day -> day.sum())
                                                .reduce(Account.empty(element), Account::plus),
                                        limit(limits, element),
                                        days)
                                .svg()));
    }

    private static AlertLimit limit(Map<Element, LimitSetting> limits, Element element) {
        return Optional.ofNullable(limits.get(element)).map(LimitSetting::limit).orElse(AlertLimit.DEFAULT);
    }

    private Uni<Boolean> own(PartyId party, FacilityId facility) {
        return feed.current()
                .chain(here -> facilities
                        .of(party, facility)
                        .map(found -> found.map(some -> here).orElseThrow(Paths::notFound)));
    }
}
