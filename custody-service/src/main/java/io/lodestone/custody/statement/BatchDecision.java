package io.lodestone.custody.statement;

import io.lodestone.custody.holding.HeldLot;
import io.lodestone.custody.holding.NewVersion;
import io.lodestone.custody.statement.BatchResult.RefusedStatement;
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
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.evidence.statement.SpendSecret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides a batch, one submission after another, each over all that was accepted before it. What was decided earlier
 * under the same key is answered again and not decided twice, within the batch too.
 */
public final class BatchDecision {

    private final Overlay ledger;
    private final Map<StatementKey, Decided> decided;
    private final Instant time;
    private final Chance chance;
    private final List<Sequenced> accepted = new ArrayList<>();
    private final List<RefusedStatement> refused = new ArrayList<>();
    private Head head;

    private BatchDecision(Head head, LedgerRows rows, Map<StatementKey, Decided> decided, Instant now, Chance chance) {
        this.head = head;
        this.ledger = new Overlay(rows);
        this.decided = new HashMap<>(decided);
        this.time = head.timeOfNext(now);
        this.chance = chance;
    }

    /** @param decided what is stored for the keys of these submissions */
    public static BatchResult decide(
            List<Submission> submissions,
            Head head,
            LedgerRows rows,
            Map<StatementKey, Decided> decided,
            Instant now,
            Chance chance) {
        BatchDecision batch = new BatchDecision(head, rows, decided, now, chance);
        List<Outcome> outcomes = submissions.stream().map(batch::answer).toList();
        return new BatchResult(outcomes, batch.accepted, batch.refused, batch.ledger.changedLots(), batch.head);
    }

    private Outcome answer(Submission submission) {
        Decided known = decided.get(submission.key());
        if (known != null) {
            return known.answer(submission.digest());
        }
        Outcome outcome = outcome(submission);
        decided.put(submission.key(), new Decided(submission.digest(), outcome));
        return outcome;
    }

    private Outcome outcome(Submission submission) {
        Decision decision =
                Acceptance.decide(submission.statement(), submission.signature(), ledger, head.origin(), time);
        if (decision instanceof Refused no) {
            refused.add(new RefusedStatement(submission, no.refusal()));
            return new Outcome.Refused(no.refusal());
        }
        Sequenced sequenced = sequence(submission, ((Accepted) decision).effects());
        accepted.add(sequenced);
        head = new Head(
                head.origin(),
                sequenced.index() + 1,
                sequenced.leaf(),
                sequenced.entry().time());
        return sequenced.outcome();
    }

    private Sequenced sequence(Submission submission, Effects effects) {
        List<Holding> after = effects.lots().stream()
                .sorted(Comparator.comparing(Holding::lot))
                .toList();
        List<LotLink> links = new ArrayList<>(after.size());
        List<Digest> nullifiers = new ArrayList<>();
        List<SpendSecret> secrets = new ArrayList<>(after.size());
        for (Holding lot : after) {
            Optional<HeldLot> before = ledger.held(lot.lot());
            before.ifPresent(held -> nullifiers.add(held.secret().nullifier()));
            SpendSecret secret = SpendSecret.of(lot.lot(), chance.bytes(Digest.LENGTH));
            secrets.add(secret);
            links.add(new LotLink(
                    new LotVersion(lot.lot(), lot.version()), before.map(HeldLot::lastRecord), secret.spendKey()));
        }
        Salt salt = Salt.of(chance.bytes(Salt.LENGTH));
        AcceptanceRecord record = new AcceptanceRecord(
                submission.signature().map(signed -> signed.key().toString()),
                links,
                salt,
                submission.signature().map(DetachedJws::digest),
                submission.digest());
        Digest recordDigest = record.digest();
        Entry entry = Entry.next(head.origin(), head.lastLeaf(), recordDigest, nullifiers, time);
        List<NewVersion> versions = new ArrayList<>(after.size());
        for (int i = 0; i < after.size(); i++) {
            HeldLot made = new HeldLot(after.get(i), recordDigest, secrets.get(i));
            versions.add(NewVersion.of(made, ledger.held(after.get(i).lot())));
        }
        ledger.apply(
                head.size(), effects, versions.stream().map(NewVersion::lot).toList());
        return new Sequenced(head.size(), submission, record, recordDigest, entry, entry.leafHash(), effects, versions);
    }
}
