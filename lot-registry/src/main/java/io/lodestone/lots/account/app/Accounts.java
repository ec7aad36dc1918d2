package io.lodestone.lots.account.app;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.plausibility.AlertLimit;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.kit.actor.Actor;
import io.lodestone.lots.access.app.Sight;
import io.lodestone.lots.account.Account;
import io.lodestone.lots.account.AccountChart;
import io.lodestone.lots.account.AccountQuery;
import io.lodestone.lots.account.AccountSheet;
import io.lodestone.lots.account.AccountView;
import io.lodestone.lots.account.LimitSetting;
import io.lodestone.lots.account.MonthSum;
import io.lodestone.lots.account.PostedLine;
import io.lodestone.lots.account.store.AccountReads;
import io.lodestone.lots.account.store.AccountReads.Found;
import io.lodestone.lots.account.store.LimitRows;
import io.lodestone.lots.facility.app.Facilities;
import io.lodestone.lots.feed.app.Feed;
import io.lodestone.lots.outbox.Paths;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows a party the accounts of its facilities, and auditors what they are granted of them. */
@Singleton
public class Accounts {

    /** Facilities have up to 70 elements; who has more accounts asks for one facility. */
    private static final long MAX_ACCOUNTS = 2_000;

    /** Lines of one answer; who has more asks by date. */
    private static final long MAX_LINES = 10_000;

    private static final long MAX_DAYS = 4_000;

    private final AccountReads reads;
    private final Sight sight;
    private final Facilities facilities;
    private final Feed feed;
    private final Pool pool;

    @Inject
    Accounts(AccountReads reads, Sight sight, Facilities facilities, Feed feed, Pool pool) {
        this.reads = reads;
        this.sight = sight;
        this.facilities = facilities;
        this.feed = feed;
        this.pool = pool;
    }

    /** What every account comes to, and what they come to together for each party and element. */
    public Uni<JsonObject> all(Actor actor, Optional<PartyId> as) {
        return feed.current()
                .chain(here -> sight.views(actor, as))
                .map(AccountView::of)
                .chain(this::summaries)
                .map(summaries -> Json.object()
                        .put(
                                "items",
                                Json.array(summaries.stream()
                                        .flatMap(one -> one.items().stream())
                                        .toList()))
                        .put(
                                "parties",
                                Json.array(summaries.stream()
                                        .flatMap(one -> one.totals().stream())
                                        .toList()))
                        .build());
    }

    private Uni<List<PartyAccounts>> summaries(List<AccountView> views) {
        return Multi.createFrom()
                .iterable(views)
                .onItem()
                .transformToUniAndConcatenate(view -> reads.accounts(
                                view, Optional.empty(), Optional.empty(), MAX_ACCOUNTS)
                        .chain(found -> LimitRows.history(pool, view.party(), Optional.empty())
                                .map(limits -> PartyAccounts.of(view.party(), found, limits))))
                .collect()
                .asList();
    }

    /** One facility's accounts with their months, and the lines of the time asked for. */
    public Uni<JsonObject> of(Actor actor, Optional<PartyId> as, FacilityId facility, AccountQuery query) {
        return view(actor, as, facility)
                .chain(view -> reads.accounts(view, Optional.of(facility), query.element(), MAX_ACCOUNTS)
                        .chain(found -> reads.months(view, facility, query.element())
                                .chain(months -> LimitRows.history(pool, view.party(), Optional.of(facility))
                                        .map(limits -> sheets(found, months, limits, query))))
                        .chain(sheets -> reads.lines(view, facility, query, MAX_LINES + 1)
                                .map(lines -> answer(facility, sheets, lines))));
    }

    private static List<JsonObject> sheets(
            List<Found> found, List<MonthSum> months, List<LimitSetting> limits, AccountQuery query) {
        List<JsonObject> sheets = new ArrayList<>();
        for (Found one : found) {
            Element element = one.account().element();
            List<MonthSum> own = months.stream()
                    .filter(month -> month.sum().element() == element)
                    .toList();
            sheets.add(new AccountSheet(one.account(), PartyAccounts.latest(limits, one.facility(), element), own)
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
    public Uni<List<PostedLine>> lines(Actor actor, Optional<PartyId> as, FacilityId facility, AccountQuery query) {
        return view(actor, as, facility).chain(view -> reads.lines(view, facility, query, MAX_LINES));
    }

    public Uni<String> chart(Actor actor, Optional<PartyId> as, FacilityId facility, Element element) {
        return view(actor, as, facility)
                .chain(view -> reads.days(view, facility, element, MAX_DAYS))
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

    /** The view of the facility's operator, if the caller may take it; one that shows nothing is none. */
    private Uni<AccountView> view(Actor actor, Optional<PartyId> as, FacilityId facility) {
        return feed.current()
                .chain(here -> facilities.find(facility))
                .map(found -> found.orElseThrow(Paths::notFound).facility().operator())
                .chain(operator -> sight.views(actor, as)
                        .map(views -> AccountView.of(views).stream()
                                .filter(view -> view.party().equals(operator))
                                .findFirst()
                                .orElseThrow(Paths::notFound)))
                .call(view -> view.granted()
                        ? something(view, facility)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> something(AccountView view, FacilityId facility) {
        return reads.accounts(view, Optional.of(facility), Optional.empty(), 1)
                .invoke(found -> {
                    if (found.isEmpty()) {
                        throw Paths.notFound();
                    }
                })
                .replaceWithVoid();
    }
}
