package io.lodestone.lots.account.app;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.plausibility.AlertLimit;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.lots.account.Account;
import io.lodestone.lots.account.AccountSheet;
import io.lodestone.lots.account.LimitSetting;
import io.lodestone.lots.account.store.AccountReads.Found;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The accounts of one party, and their sums over its facilities. */
record PartyAccounts(List<JsonObject> items, List<JsonObject> totals) {

    private static final YearMonth NONE = YearMonth.of(9999, 12);

    static PartyAccounts of(PartyId party, List<Found> found, List<LimitSetting> limits) {
        Map<Element, Account> sums = new TreeMap<>(Element.BY_SYMBOL);
        List<JsonObject> items = new ArrayList<>();
        for (Found one : found) {
            Account account = one.account();
            sums.merge(account.element(), account, Account::plus);
            AlertLimit limit = latest(limits, one.facility(), account.element());
            items.add(sheet(party, account, limit)
                    .with("facility", Json.string(one.facility().toString())));
        }
        // A limit is set for a facility: a party's has the default, as a measure to read the sum by.
        List<JsonObject> totals = sums.values().stream()
                .map(sum -> sheet(party, sum, AlertLimit.DEFAULT))
                .toList();
        return new PartyAccounts(items, totals);
    }

    private static JsonObject sheet(PartyId party, Account account, AlertLimit limit) {
        return new AccountSheet(account, limit, List.of())
                .json(NONE, NONE)
                .with("party", Json.string(party.toString()));
    }

    /** Settings are sorted by position, so the last one counts. */
    static AlertLimit latest(List<LimitSetting> limits, FacilityId facility, Element element) {
        return limits.stream()
                .filter(set -> set.facility().equals(facility) && set.element() == element)
                .reduce((earlier, later) -> later)
                .map(LimitSetting::limit)
                .orElse(AlertLimit.DEFAULT);
    }
}
