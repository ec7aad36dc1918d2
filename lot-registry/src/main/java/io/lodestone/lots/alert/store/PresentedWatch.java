package io.lodestone.lots.alert.store;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.plausibility.AlertKind;
import io.lodestone.evidence.plausibility.Earlier;
import io.lodestone.evidence.plausibility.Earlier.How;
import io.lodestone.evidence.plausibility.Finding;
import io.lodestone.evidence.plausibility.Fingerprint;
import io.lodestone.evidence.plausibility.PresentedRule;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.lots.alert.Identifiers;
import io.lodestone.lots.alert.PresentedKey;
import io.lodestone.lots.alert.Raised;
import io.lodestone.lots.feed.FeedItem;
import io.lodestone.lots.lot.BookedLot;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Looks whether a lot that is registered or taken over was presented before, and keeps that it was presented now. */
final class PresentedWatch {

    private final Identifiers identifiers;

    PresentedWatch(Identifiers identifiers) {
        this.identifiers = identifiers;
    }

    /** What is presented: the lot, and everything it can be known by again. */
    private record Shown(BookedLot lot, Fingerprint looks, Set<Digest> keys) {}

    private record Found(PresentedKey earlier, Finding finding) {}

    Uni<Void> registered(SqlClient client, FeedItem item, BookedLot lot, FacilityId facility) {
        Fingerprint looks = Fingerprint.of(lot.form(), lot.original());
        Set<Digest> keys = new TreeSet<>(identifiers(item, lot.lot()));
        keys.add(looks.key());
        Shown shown = new Shown(lot, looks, keys);
        PartyId party = item.statement().actor();
        return PresentedRows.find(client, party, keys, item.index(), List.of(lot.lot()))
                .chain(earlier -> compared(client, item, shown, earlier))
                .chain(found -> AlertRows.raise(client, raised(item, shown, found, Optional.of(facility)))
                        .chain(() -> PresentedRows.insert(client, presented(item, shown, head(item, found)))));
    }

    /** Lots that were made here can be known again by an identifier alone: many of them look alike. */
    Uni<Void> made(SqlClient client, FeedItem item, List<BookedLot> lots) {
        List<PresentedKey> keys = new ArrayList<>();
        for (BookedLot lot : item.annexes().isEmpty() ? List.<BookedLot>of() : lots) {
            Set<Digest> own = identifiers(item, lot.lot());
            if (!own.isEmpty()) {
                Shown shown = new Shown(lot, Fingerprint.of(lot.form(), lot.original()), own);
                keys.addAll(presented(item, shown, item.statement().digest()));
            }
        }
        return PresentedRows.insert(client, keys);
    }

    /** @param lots as they stood before, in the hands of the sender */
    Uni<Void> takenOver(SqlClient client, FeedItem item, Collection<BookedLot> lots) {
        PartyId recipient = item.statement().actor();
        Map<Digest, Shown> byLooks = new HashMap<>();
        List<PresentedKey> keys = new ArrayList<>();
        for (BookedLot lot : lots) {
            Fingerprint looks = Fingerprint.of(lot.form(), lot.remaining());
            Shown shown = new Shown(lot, looks, Set.of(looks.key()));
            byLooks.put(looks.key(), shown);
            keys.add(key(
                    item,
                    How.RECEIVED,
                    recipient,
                    shown,
                    looks.key(),
                    item.statement().digest()));
            keys.add(key(
                    item,
                    How.DEPARTED,
                    lot.holder(),
                    shown,
                    looks.key(),
                    item.statement().digest()));
        }
        List<LotId> ids = lots.stream().map(BookedLot::lot).toList();
        return PresentedRows.find(client, recipient, byLooks.keySet(), item.index(), ids)
                .chain(earlier -> received(client, item, byLooks, earlier))
                .chain(() -> PresentedRows.insert(client, keys));
    }

    private Uni<Void> received(
            SqlClient client, FeedItem item, Map<Digest, Shown> byLooks, List<PresentedKey> earlier) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (PresentedKey before : earlier) {
            Shown shown = byLooks.get(before.key());
            // Received after it was registered: the same as the other way round.
            if (shown != null && before.how() == How.REGISTERED && !shown.looks.nominal()) {
                all = all.chain(() -> compared(client, item, shown, List.of(before)))
                        .chain(found -> AlertRows.raise(client, raised(item, shown, found, Optional.empty())));
            }
        }
        return all;
    }

    private static Uni<List<Found>> compared(SqlClient client, FeedItem item, Shown shown, List<PresentedKey> earlier) {
        if (earlier.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Set<LotId> lots = new TreeSet<>(List.of(shown.lot.lot()));
        earlier.forEach(before -> lots.add(before.lot()));
        return PresentedRows.origins(client, lots).map(origins -> found(item, shown, earlier, origins));
    }

    /** Of an earlier lot that was registered and let go, only the graver finding. */
    private static List<Found> found(
            FeedItem item, Shown shown, List<PresentedKey> earlier, Map<LotId, Digest> origins) {
        OffsetDateTime happened = item.statement().body().eventTime().orElseThrow();
        Map<LotId, Found> byLot = new LinkedHashMap<>();
        for (PresentedKey before : earlier) {
            Earlier facts = new Earlier(
                    before.how(),
                    before.byIdentifier(),
                    before.looks().equals(shown.looks.key()),
                    before.happened(),
                    origins.get(before.lot()));
            PresentedRule.check(facts, shown.looks.nominal(), happened, origins.get(shown.lot.lot()))
                    .ifPresent(
                            finding -> byLot.merge(before.lot(), new Found(before, finding), PresentedWatch::graver));
        }
        return List.copyOf(byLot.values());
    }

    private static Found graver(Found one, Found other) {
        return one.finding.severity().compareTo(other.finding.severity()) >= 0 ? one : other;
    }

    /** The statement that began the series; this one, if nothing like it came before. */
    private static Digest head(FeedItem item, List<Found> found) {
        return found.stream()
                .filter(one -> one.finding.kind() == AlertKind.REPEATED_DELIVERY)
                .map(one -> one.earlier.head())
                .findFirst()
                .orElseGet(() -> item.statement().digest());
    }

    private static List<Raised> raised(FeedItem item, Shown shown, List<Found> found, Optional<FacilityId> facility) {
        return found.stream()
                .map(one -> new Raised(
                        one.finding,
                        one.finding.kind() == AlertKind.REPEATED_DELIVERY
                                ? one.earlier.head()
                                : item.statement().digest(),
                        item.statement().actor(),
                        facility,
                        List.of(one.earlier.lot(), shown.lot.lot()),
                        Set.of(one.earlier.index(), item.index()),
                        item.time()))
                .toList();
    }

    private static List<PresentedKey> presented(FeedItem item, Shown shown, Digest head) {
        PartyId party = item.statement().actor();
        return shown.keys.stream()
                .map(key -> key(item, How.REGISTERED, party, shown, key, head))
                .toList();
    }

    private static PresentedKey key(FeedItem item, How how, PartyId party, Shown shown, Digest key, Digest head) {
        OffsetDateTime happened = item.statement().body().eventTime().orElseThrow();
        return new PresentedKey(item.index(), how, key, party, shown.lot.lot(), shown.looks.key(), happened, head);
    }

    private Set<Digest> identifiers(FeedItem item, LotId lot) {
        Set<Digest> keys = new TreeSet<>();
        identifiers.of(item, lot).forEach(text -> keys.add(PresentedKey.identifier(text)));
        return keys;
    }
}
