package io.lodestone.lots.alert.store;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.plausibility.AlertLimit;
import io.lodestone.evidence.plausibility.Finding;
import io.lodestone.evidence.plausibility.Posting;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.lots.account.Account;
import io.lodestone.lots.account.LimitSetting;
import io.lodestone.lots.account.store.AccountRows;
import io.lodestone.lots.account.store.LimitRows;
import io.lodestone.lots.alert.Raised;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds accounts against their limits: alerts one that goes beyond, and closes the alert when it is back within. */
public final class AccountWatch {

    private static final String LAST = "SELECT s.log_index, s.digest FROM account a"
            + " JOIN statement s ON s.log_index = a.last_index WHERE a.party = $1 AND a.facility = $2 AND a.element = $3";

    /** What an account is judged for: a statement that posted to it, or a limit that was set after one. */
    private record Occasion(PartyId party, FacilityId facility, long index, Digest anchor, String mark, Instant at) {}

    private AccountWatch() {}

    static Uni<Void> posted(
            SqlClient client, AccountRows.Place place, List<Posting> postings, Digest statement, Instant at) {
        List<Element> elements =
                postings.stream().map(Posting::element).distinct().toList();
        Occasion occasion = new Occasion(place.party(), place.facility(), place.index(), statement, "", at);
        return elements.isEmpty()
                ? Uni.createFrom().voidItem()
                : AccountRows.post(client, place, postings)
                        .chain(() -> LimitRows.inForce(client, place.facility(), elements, place.index()))
                        .chain(limits -> judge(client, occasion, elements, limits));
    }

    /** Judges an account again after its limit was set; nothing to do before anything was posted to it. */
    public static Uni<Void> limited(SqlClient client, PartyId party, LimitSetting setting) {
        Element element = setting.element();
        return Sql.first(
                        Sql.query(client, LAST, party, setting.facility(), element.symbol()),
                        row -> new Occasion(
                                party,
                                setting.facility(),
                                row.getLong("log_index"),
                                Sql.digest(row, "digest"),
                                " " + setting.position(),
                                setting.at()))
                .chain(occasion -> occasion.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : judge(client, occasion.get(), List.of(element), Map.of(element, setting)));
    }

    private static Uni<Void> judge(
            SqlClient client, Occasion occasion, Collection<Element> elements, Map<Element, LimitSetting> limits) {
        return AccountRows.find(client, occasion.party, occasion.facility, elements)
                .chain(accounts -> AlertRows.openAccounts(client, occasion.party, occasion.facility)
                        .chain(open -> judge(client, occasion, accounts, limits, open)));
    }

    private static Uni<Void> judge(
            SqlClient client,
            Occasion occasion,
            List<Account> accounts,
            Map<Element, LimitSetting> limits,
            Set<Element> open) {
        List<Raised> raised = new ArrayList<>();
        List<Element> within = new ArrayList<>();
        for (Account account : accounts) {
            LimitSetting setting = limits.get(account.element());
            AlertLimit limit = setting == null ? AlertLimit.DEFAULT : setting.limit();
            Optional<Finding> finding = limit.check(account.element(), account.throughput(), account.unaccounted());
            if (finding.isEmpty() && open.contains(account.element())) {
                within.add(account.element());
            } else if (finding.isPresent() && !open.contains(account.element())) {
                raised.add(raised(occasion, finding.get()));
            }
        }
        return AlertRows.closeAccounts(client, occasion.party, occasion.facility, within, occasion.at)
                .chain(() -> AlertRows.raise(client, raised));
    }

    /** It names no lot: whoever holds one that was made there has no business with the account. */
    private static Raised raised(Occasion occasion, Finding finding) {
        Finding marked = new Finding(
                finding.kind(), finding.subject() + occasion.mark, finding.severity(), finding.what(), finding.next());
        return new Raised(
                marked,
                occasion.anchor,
                occasion.party,
                Optional.of(occasion.facility),
                List.of(),
                Set.of(occasion.index),
                occasion.at);
    }
}
