package io.lodestone.custody.statement;

import io.lodestone.custody.holding.HeldLot;
import io.lodestone.custody.holding.NewVersion;
import io.lodestone.evidence.acceptance.Acceptance;
import io.lodestone.evidence.acceptance.Decision;
import io.lodestone.evidence.acceptance.Decision.Accepted;
import io.lodestone.evidence.acceptance.Decision.Refused;
import io.lodestone.evidence.acceptance.Effects;
import io.lodestone.evidence.acceptance.Holding;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.signature.DetachedJws;
import io.lodestone.evidence.statement.AcceptanceRecord;
import io.lodestone.evidence.statement.AcceptanceRecord.LotLink;
import io.lodestone.evidence.statement.Entry;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.SpendSecret;
import io.lodestone.evidence.statement.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides statements again that were accepted once, each over all before it, and says what accepting them made. Salts
 * and secrets were drawn then and are not known now: in a secret's place stands the spend key that its record commits to.
 */
public final class Replay {

    private final String origin;
    private final Overlay ledger;
    private final List<Sequenced> accepted = new ArrayList<>();
    private final List<Contradiction> contradictions = new ArrayList<>();

    private Replay(String origin, LedgerRows rows) {
        this.origin = origin;
        this.ledger = new Overlay(rows);
    }

    /** One accepted statement as it is recorded. */
    public record Recorded(
            long index, Statement statement, AcceptanceRecord record, Entry entry, Optional<DetachedJws> signature) {

        public Submission submission() {
            return Submission.recorded(statement, signature);
        }

        /** As {@link Submission#standsAlone}. */
        public boolean standsAlone() {
            return Submission.standsAlone(statement);
        }
    }

    /** A statement that was accepted, and would not be, or not so. */
    public record Contradiction(long index, String table, String column, String message) {}

    /** @param result without outcomes, and with a head that nothing is continued from */
    public record Replayed(BatchResult result, List<Contradiction> contradictions) {

        public Replayed {
            contradictions = List.copyOf(contradictions);
        }
    }

    /** @param page not empty; where one stands alone, it is the only one */
    public static Replayed of(String origin, List<Recorded> page, LedgerRows rows) {
        Replay replay = new Replay(origin, rows);
        page.forEach(replay::one);
        return new Replayed(
                new BatchResult(List.of(), replay.accepted, List.of(), replay.ledger.changedLots(), head(origin, page)),
                replay.contradictions);
    }

    public static Head head(String origin, List<Recorded> page) {
        Recorded last = page.get(page.size() - 1);
        return new Head(
                origin, last.index() + 1, last.entry().leafHash(), last.entry().time());
    }

    private void one(Recorded one) {
        Decision decision = Acceptance.decide(
                one.statement(), one.signature(), ledger, origin, one.entry().time());
        if (decision instanceof Refused no) {
            contradict(
                    one,
                    "statement",
                    "was accepted, and is refused when it is decided again: "
                            + no.refusal().code().slug());
            return;
        }
        Effects effects = ((Accepted) decision).effects();
        Digest record = one.record().digest();
        List<NewVersion> made = made(one, effects, record);
        ledger.apply(one.index(), effects, made.stream().map(NewVersion::lot).toList());
        accepted.add(new Sequenced(
                one.index(),
                one.submission(),
                one.record(),
                record,
                one.entry(),
                one.entry().leafHash(),
                effects,
                made));
    }

    private List<NewVersion> made(Recorded one, Effects effects, Digest record) {
        Map<LotId, LotLink> links = new HashMap<>();
        one.record().lots().forEach(link -> links.put(link.made().lot(), link));
        List<NewVersion> made = new ArrayList<>();
        boolean agrees = links.size() == effects.lots().size();
        for (Holding lot : effects.lots().stream()
                .sorted(Comparator.comparing(Holding::lot))
                .toList()) {
            Optional<LotLink> link = Optional.ofNullable(links.get(lot.lot()));
            Optional<HeldLot> before = ledger.held(lot.lot());
            agrees &= link.filter(it -> it.made().version() == lot.version()
                            && it.previous().equals(before.map(HeldLot::lastRecord)))
                    .isPresent();
            byte[] key = link.map(it -> it.spendKey().bytes()).orElse(new byte[Digest.LENGTH]);
            made.add(NewVersion.of(new HeldLot(lot, record, SpendSecret.of(lot.lot(), key)), before));
        }
        if (!agrees) {
            contradict(one, "acceptance_record", "does not continue the lot versions that its statement does");
        }
        return made;
    }

    private void contradict(Recorded one, String table, String message) {
        contradictions.add(new Contradiction(one.index(), table, "bytes", message));
    }
}
