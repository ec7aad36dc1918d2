package io.lodestone.evidence.party;

import io.lodestone.evidence.quantity.Ratio;
import io.lodestone.evidence.statement.PartyId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who owns how much of a party, through whom. A chain never passes the same owner twice, so that circular holdings
 * end; whoever reads the result is told that there were some.
 *
 * @param chains every chain upward, shorter ones before those that go on from them
 * @param cyclic whether a chain came back to somebody it had passed
 * @param complete false where a bound cut the climb, or where owners of an owner are not known here
 */
public record Ownership(
        PartyId subject, Map<PartyId, List<Owner>> book, List<Chain> chains, boolean cyclic, boolean complete) {

    /** Holdings one above the other; a group that is deeper is not climbed to its top. */
    public static final int MAX_DEPTH = 16;

    public static final int MAX_CHAINS = 2_000;

    /** Half is enough: the rules ask for 50 % or more. */
    public static final Ratio HALF = Ratio.of(1, 2);

    /** One holding after the other, from the subject upward. */
    public record Chain(List<Owner> links, Ratio product, boolean majorities) {
        public Chain {
            links = List.copyOf(links);
        }

        public Holder top() {
            return links.get(links.size() - 1).holder();
        }

        Chain with(Owner owner) {
            List<Owner> longer = new ArrayList<>(links);
            longer.add(owner);
            Ratio share = owner.share().ratio();
            return new Chain(longer, product.times(share), majorities && share.compareTo(HALF) >= 0);
        }
    }

    public Ownership {
        book = Map.copyOf(book);
        chains = List.copyOf(chains);
    }

    /**
     * @param book the owners of every party whose owners are known
     * @param whole false where the caller could not, or may not, load all of them
     */
    public static Ownership of(PartyId subject, Map<PartyId, List<Owner>> book, boolean whole) {
        List<Chain> chains = new ArrayList<>();
        boolean cyclic = false;
        boolean complete = whole;
        List<Chain> level = List.of(new Chain(List.of(), Ratio.ONE, true));
        for (int depth = 0; !level.isEmpty(); depth++) {
            List<Chain> next = new ArrayList<>();
            for (Chain chain : level) {
                for (Owner owner : above(subject, chain, book)) {
                    if (passes(subject, chain, owner.holder())) {
                        cyclic = true;
                    } else if (depth == MAX_DEPTH || chains.size() == MAX_CHAINS) {
                        complete = false;
                    } else {
                        Chain longer = chain.with(owner);
                        chains.add(longer);
                        next.add(longer);
                    }
                }
            }
            level = next;
        }
        return new Ownership(subject, book, chains, cyclic, complete);
    }

    private static List<Owner> above(PartyId subject, Chain chain, Map<PartyId, List<Owner>> book) {
        Optional<PartyId> top =
                chain.links().isEmpty() ? Optional.of(subject) : chain.top().party();
        return top.map(party -> book.getOrDefault(party, List.of())).orElse(List.of());
    }

    private static boolean passes(PartyId subject, Chain chain, Holder holder) {
        return holder.key().equals(subject.toString())
                || chain.links().stream().anyMatch(link -> link.holder().key().equals(holder.key()));
    }

    /** Every owner at any height, with its chains in their order. */
    public Map<String, List<Chain>> owners() {
        Map<String, List<Chain>> owners = new LinkedHashMap<>();
        chains.forEach(chain -> owners.computeIfAbsent(chain.top().key(), key -> new ArrayList<>())
                .add(chain));
        return owners;
    }

    /** How much the listed owners hold of the subject together, by each of the three readings. */
    public Holdings heldBy(Set<String> listed) {
        Ratio product = Ratio.ZERO;
        Ratio unknown = remainder(Optional.of(subject));
        boolean majorities = false;
        boolean maybe = unknown.compareTo(HALF) >= 0;
        for (Chain chain : chains) {
            if (!below(chain, listed)) {
                continue;
            }
            if (listed.contains(chain.top().key())) {
                product = product.plus(chain.product());
                majorities |= chain.majorities();
            } else {
                Ratio rest = remainder(chain.top().party());
                unknown = unknown.plus(chain.product().times(rest));
                maybe |= chain.majorities() && rest.compareTo(HALF) >= 0;
            }
        }
        boolean possible = majorities
                || maybe
                || product.plus(unknown).compareTo(HALF) >= 0
                || summed(listed, true).compareTo(HALF) >= 0;
        return new Holdings(majorities, product, summed(listed, false), possible || cyclic || !complete);
    }

    /** Nobody below its top is listed: what a listed owner holds through another listed one counts once. */
    private static boolean below(Chain chain, Set<String> listed) {
        return chain.links().subList(0, chain.links().size() - 1).stream()
                .noneMatch(link -> listed.contains(link.holder().key()));
    }

    /** What of a party nobody is stated to hold; nothing for an owner outside the ledger, who is an end. */
    private Ratio remainder(Optional<PartyId> party) {
        return party.map(id -> Ratio.ONE.minus(book.getOrDefault(id, List.of()).stream()
                        .map(owner -> owner.share().ratio())
                        .reduce(Ratio.ZERO, Ratio::plus)))
                .orElse(Ratio.ZERO);
    }

    /**
     * Direct holdings of owners that are listed, or of which listed owners hold half or more by this same rule. Grows
     * from the listed ones until nobody joins, so that circular holdings do not carry themselves.
     *
     * @param generous whether what nobody is stated to hold counts as held by them
     */
    private Ratio summed(Set<String> listed, boolean generous) {
        Set<String> counted = new HashSet<>(listed);
        Set<PartyId> parties = new HashSet<>(book.keySet());
        chains.forEach(chain -> chain.top().party().ifPresent(parties::add));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (PartyId party : parties) {
                grew |= sum(party, counted, generous).compareTo(HALF) >= 0 && counted.add(party.toString());
            }
        }
        return sum(subject, counted, generous);
    }

    private Ratio sum(PartyId party, Set<String> counted, boolean generous) {
        Ratio sum = book.getOrDefault(party, List.of()).stream()
                .filter(owner -> counted.contains(owner.holder().key()))
                .map(owner -> owner.share().ratio())
                .reduce(Ratio.ZERO, Ratio::plus);
        return generous ? sum.plus(remainder(Optional.of(party))) : sum;
    }
}
