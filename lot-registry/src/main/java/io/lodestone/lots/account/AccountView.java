package io.lodestone.lots.account;

import io.lodestone.evidence.statement.PartyId;
import io.lodestone.lots.access.Viewpoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whose accounts somebody looks at, and which postings to them. An account is of all lots: a grant that names some shows
 * none of it, and one for a period shows what was posted in that.
 *
 * @param periods empty for an own account, which is seen whole
 */
public record AccountView(PartyId party, Optional<List<Viewpoint.Limit>> periods) {

    public AccountView {
        periods = periods.map(List::copyOf);
    }

    /** One view for each party, of all periods that it granted. */
    public static List<AccountView> of(Collection<Viewpoint> views) {
        Map<PartyId, AccountView> byParty = new LinkedHashMap<>();
        for (Viewpoint view : views) {
            if (view.limit().flatMap(Viewpoint.Limit::lots).isEmpty()) {
                AccountView one = new AccountView(view.party(), view.limit().map(List::of));
                byParty.merge(view.party(), one, AccountView::and);
            }
        }
        return List.copyOf(byParty.values());
    }

    private AccountView and(AccountView other) {
        if (periods.isEmpty() || other.periods.isEmpty()) {
            return new AccountView(party, Optional.empty());
        }
        List<Viewpoint.Limit> both = new ArrayList<>(periods.get());
        both.addAll(other.periods.get());
        return new AccountView(party, Optional.of(both));
    }

    public boolean granted() {
        return periods.isPresent();
    }

    /** First statement of each period; nothing where all are seen. */
    public Optional<Object> firsts() {
        return periods.map(all -> all.stream().map(Viewpoint.Limit::from).toArray(Long[]::new));
    }

    /** First statement after each period, in the same order. */
    public Optional<Object> pasts() {
        return periods.map(all -> all.stream().map(Viewpoint.Limit::until).toArray(Long[]::new));
    }
}
