package io.lodestone.evidence.history;

import static io.lodestone.evidence.history.HistoryFault.CHAIN_BROKEN;
import static io.lodestone.evidence.history.HistoryFault.MALFORMED;
import static io.lodestone.evidence.history.HistoryFault.NOT_INCLUDED;
import static io.lodestone.evidence.history.HistoryFault.NOT_OF_LOT;
import static io.lodestone.evidence.history.HistoryFault.NOT_SPENT;
import static io.lodestone.evidence.history.HistoryFault.ORDER;
import static io.lodestone.evidence.history.HistoryFault.RECORD_NOT_ENTERED;
import static io.lodestone.evidence.history.HistoryFault.VERSION_MISSING;
import static io.lodestone.evidence.history.HistoryFault.WRONG_LOG;
import static io.lodestone.evidence.history.HistoryRejection.unless;

import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.certificate.LogOpening;
import io.lodestone.evidence.certificate.LogOpening.Opened;
import io.lodestone.evidence.certificate.LogOpening.Refused;
import io.lodestone.evidence.certificate.TrustFile;
import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.history.VerifiedHistory.Place;
import io.lodestone.evidence.merkle.ProofCheck;
import io.lodestone.evidence.statement.AcceptanceRecord.LotLink;
import io.lodestone.evidence.statement.Entry;
import io.lodestone.evidence.statement.SpendSecret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Verifies a lot's history against a trust file, step by step as {@code SPEC.md} section 20 numbers them. Needs no
 * network, no clock and nothing of any other lot.
 */
public final class HistoryVerifier {

    private final TrustFile trust;

    public HistoryVerifier(TrustFile trust) {
        this.trust = trust;
    }

    public HistoryVerification verify(byte[] file) {
        if (trust.logs().isEmpty()) {
            return new HistoryVerification.Incomplete("the trust file names no log");
        }
        try {
            return steps(parse(file));
        } catch (HistoryRejection rejection) {
            return rejection.result();
        }
    }

    /** Step 1. */
    private static LotHistory parse(byte[] bytes) {
        try {
            return LotHistory.parse(bytes);
        } catch (FormatException e) {
            throw new HistoryRejection(MALFORMED, e.path() + " " + e.reason());
        }
    }

    private HistoryVerification steps(LotHistory history) {
        // Steps 2 to 4.
        LogOpening opening = LogOpening.open(history.checkpoint(), history.genesis(), trust);
        if (opening instanceof Refused refused) {
            throw new HistoryRejection(HistoryFault.valueOf(refused.reason().name()), refused.detail());
        }
        Opened log = (Opened) opening;
        List<Place> places = new ArrayList<>(history.versions().size());
        Optional<LotLink> before = Optional.empty();
        for (MadeVersion made : history.versions()) {
            String name = "versions[" + places.size() + "]";
            LotLink link = entered(made, history, log.checkpoint(), name);
            if (!places.isEmpty()) {
                continued(link, places.get(places.size() - 1), made.entry(), made, name);
            }
            unless(
                    link.previous().isEmpty() == (link.made().version() == 1),
                    CHAIN_BROKEN,
                    name + ": only version 1 has no record before it");
            places.add(place(made, link, spent(made, link.previous().isEmpty(), before, name)));
            before = Optional.of(link);
        }
        Optional<Place> unproven = places.stream()
                .filter(place -> place.version() > 1 && place.nullifier().isEmpty())
                .findFirst();
        if (unproven.isPresent()) {
            return new HistoryVerification.Incomplete("the secret of version "
                    + (unproven.get().version() - 1) + ", without which its nullifier cannot be told");
        }
        Optional<Digest> continues =
                history.versions().get(0).link(history.lot()).flatMap(LotLink::previous);
        return new HistoryVerification.Verified(new VerifiedHistory(
                history.lot(),
                log.log().environment(),
                log.checkpoint(),
                continues,
                places,
                before.orElseThrow().spendKey()));
    }

    /** Steps 5 to 8: from the record up to the root. */
    private static LotLink entered(MadeVersion made, LotHistory history, Checkpoint checkpoint, String name) {
        Optional<LotLink> link = made.link(history.lot());
        unless(link.isPresent(), NOT_OF_LOT, name + ": the record does not touch the lot");
        Entry entry = made.entry();
        unless(
                entry.record().equals(Optional.of(made.record().digest())),
                RECORD_NOT_ENTERED,
                name + ": the entry holds another record");
        long spends = made.record().lots().stream()
                .filter(lot -> lot.made().version() > 1)
                .count();
        unless(
                entry.nullifiers().size() == spends,
                RECORD_NOT_ENTERED,
                name + ": the entry does not spend as many lot versions as the record");
        unless(entry.log().equals(checkpoint.origin()), WRONG_LOG, name + ": the entry is of another log");
        ProofCheck check = made.proof().verify(entry.leafHash(), checkpoint.size(), checkpoint.root());
        unless(check.valid(), NOT_INCLUDED, name + ": the inclusion proof fails (" + check + ")");
        return link.get();
    }

    /** Steps 9, 10 and 12: after the version before. */
    private static void continued(LotLink link, Place before, Entry entry, MadeVersion made, String name) {
        unless(
                link.made().version() == before.version() + 1,
                VERSION_MISSING,
                name + ": version " + link.made().version() + " does not follow on version " + before.version());
        unless(
                link.previous().equals(Optional.of(before.record())),
                CHAIN_BROKEN,
                name + ": the record names another one before it");
        unless(
                made.proof().index().value() > before.index().value()
                        && !entry.time().isBefore(before.time()),
                ORDER,
                name + ": the entry does not stand after that of the version before");
    }

    /** Step 11: the nullifier that the entry shows for this lot; empty where the secret was not kept. */
    private static Optional<Digest> spent(MadeVersion made, boolean isFirst, Optional<LotLink> before, String name) {
        if (made.spent().isEmpty()) {
            return Optional.empty();
        }
        SpendSecret secret = made.spent().get();
        unless(!isFirst, NOT_SPENT, name + ": version 1 has none before it to spend");
        unless(
                before.isEmpty() || before.get().spendKey().equals(secret.spendKey()),
                NOT_SPENT,
                name + ": the secret is not the one that the version before commits to");
        unless(
                made.entry().nullifiers().contains(secret.nullifier()),
                NOT_SPENT,
                name + ": the entry does not show the nullifier of the version before");
        return Optional.of(secret.nullifier());
    }

    private static Place place(MadeVersion made, LotLink link, Optional<Digest> nullifier) {
        return new Place(
                link.made().version(),
                made.entry().log(),
                made.proof().index(),
                made.entry().leafHash(),
                made.entry().time(),
                nullifier,
                made.record().digest());
    }
}
