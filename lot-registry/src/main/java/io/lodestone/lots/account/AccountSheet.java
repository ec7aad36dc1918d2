package io.lodestone.lots.account;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.plausibility.AlertLimit;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * An account for people: what it comes to, month by month, and against its limit.
 *
 * @param total over everything that was ever posted
 * @param months sorted, those without postings left out
 */
public record AccountSheet(Account total, AlertLimit limit, List<MonthSum> months) {

    /** A rolling figure is over this month and the eleven before it. */
    private static final int ROLLING_MONTHS = 12;

    private static final int SHARE_DECIMALS = 6;

    public AccountSheet {
        months = List.copyOf(months);
    }

    /** The months from one to another, both included; rolling figures look back beyond them. */
    public JsonObject json(YearMonth from, YearMonth to) {
        return sums(total)
                .put("element", total.element().symbol())
                .put(
                        "limit",
                        Json.object()
                                .put("beyond", beyond())
                                .put(
                                        "kg",
                                        Kilograms.text(
                                                limit.of(total.throughput()).floor()))
                                .put(
                                        "leastKg",
                                        limit.least().isZero()
                                                ? "0"
                                                : limit.least().toKg())
                                .putWire("share", limit.share())
                                .build())
                .put("months", Json.array(months(from, to)))
                .build();
    }

    private boolean beyond() {
        return limit.check(total.element(), total.throughput(), total.unaccounted())
                .isPresent();
    }

    private List<Json> months(YearMonth from, YearMonth to) {
        List<Json> list = new ArrayList<>();
        for (MonthSum month : months) {
            if (month.month().isBefore(from) || month.month().isAfter(to)) {
                continue;
            }
            list.add(sums(month.sum())
                    .put("month", month.month().toString())
                    .put("rolling", sums(rolling(month.month())).build())
                    .build());
        }
        return list;
    }

    private Account rolling(YearMonth last) {
        YearMonth before = last.minusMonths(ROLLING_MONTHS);
        return months.stream()
                .filter(other -> other.month().isAfter(before) && !other.month().isAfter(last))
                .map(MonthSum::sum)
                .reduce(Account.empty(total.element()), Account::plus);
    }

    private static Json.ObjectBuilder sums(Account sum) {
        return Json.object()
                .put("limitOfErrorKg", Kilograms.text(sum.limitOfError()))
                .put("lossKg", Kilograms.text(sum.loss()))
                .put("observedKg", Kilograms.text(sum.observed()))
                .put("throughputKg", Kilograms.text(sum.throughput()))
                .put("unaccountedKg", Kilograms.text(sum.unaccounted()))
                .put("unaccountedShare", sum.share(sum.unaccounted()).toString())
                .put("unaccountedShareRounded", sum.share(sum.unaccounted()).rounded(SHARE_DECIMALS));
    }
}
