package io.lodestone.lots.bulk.app;

import io.lodestone.evidence.acceptance.Acceptance;
import io.lodestone.evidence.acceptance.Decision;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.kit.actor.Actor;
import io.lodestone.kit.actor.Role;
import io.lodestone.kit.problem.FormatProblem;
import io.lodestone.kit.problem.KitProblem;
import io.lodestone.kit.problem.LedgerProblem;
import io.lodestone.kit.problem.Passing;
import io.lodestone.lots.bulk.Asked;
import io.lodestone.lots.bulk.BulkItem;
import io.lodestone.lots.bulk.Names;
import io.lodestone.lots.bulk.Preparation;
import io.lodestone.lots.bulk.Workbench;
import io.lodestone.lots.custody.Disposition.Refused;
import io.lodestone.lots.outbox.Inputs;
import io.lodestone.lots.outbox.Keeping;
import io.lodestone.lots.outbox.Prepared;
import io.lodestone.lots.outbox.Refusals;
import io.lodestone.lots.outbox.Source;
import io.lodestone.lots.outbox.app.Submissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Works out what is to be done about the items of one chunk, one after another.
 *
 * @param current whether what is booked is up to date; if not, nothing is refused for the ledger's state
 */
record Chunk(
        Actor actor,
        Preparation preparation,
        Submissions submissions,
        Clock clock,
        String log,
        Map<Digest, Source> sources,
        boolean current) {

    private Workbench bench() {
        return preparation.bench();
    }

    private Names names() {
        return preparation.names();
    }

    List<Slot> work(List<BulkItem> items) {
        names().taken(sources);
        List<Slot> slots = new ArrayList<>(items.size());
        Map<Digest, Integer> fresh = new HashMap<>();
        for (BulkItem item : items) {
            Slot slot = slot(item, slots, fresh);
            Optional<Digest> key = item.key().map(source -> source.digest());
            if (slot instanceof Slot.Fresh made) {
                Statement statement = made.keeping().kept().statement();
                bench().apply(statement);
                names().made(key.orElseThrow(), statement);
                fresh.put(key.orElseThrow(), slots.size());
            } else if (slot instanceof Slot.No no) {
                names().refused(item, no.lots());
            }
            slots.add(slot);
        }
        return slots;
    }

    private Slot slot(BulkItem item, List<Slot> slots, Map<Digest, Integer> fresh) {
        if (item.asked() instanceof Asked.Broken broken) {
            return Slot.No.of(item, broken.problem());
        }
        Digest key = item.key().orElseThrow().digest();
        Source source = sources.get(key);
        if (source != null && source.stands()) {
            return source.request().equals(item.asked().digest())
                    ? new Slot.Known(item, source)
                    : reused(item, source.kept().statement().id());
        }
        Integer same = fresh.get(key);
        if (same != null && slots.get(same) instanceof Slot.Fresh first) {
            return first.keeping().kept().request().equals(item.asked().digest())
                    ? new Slot.Same(item, same)
                    : reused(item, first.keeping().kept().statement().id());
        }
        try {
            return fresh(item);
        } catch (FormatException e) {
            String path = e.path().startsWith(item.path()) ? e.path() : item.path() + "." + e.path();
            return Slot.No.of(item, FormatProblem.of(new FormatException(e.fault(), path, e.reason())));
        }
    }

    private static Slot reused(BulkItem item, StatementId holder) {
        return new Slot.No(item, Refusals.keyReused(holder).at(item.path() + ".key"), List.of(), Optional.empty());
    }

    private Slot fresh(BulkItem item) {
        if (item.asked() instanceof Asked.Transformation && !actor.is(Role.REFINER) && !actor.is(Role.MANUFACTURER)) {
            return Slot.No.of(
                    item, new LedgerProblem(KitProblem.ROLE_MISSING, "None of the token's roles may do this."));
        }
        StatementId id = new StatementId(preparation.ids().get());
        Prepared prepared = preparation.prepare(item.asked());
        if (prepared instanceof Prepared.Impossible impossible) {
            return refused(item, id, inputs(item), impossible.refusal());
        }
        Keeping keeping = submissions.draft(actor, id, item.asked().digest(), item.key(), (Prepared.Ready) prepared);
        Statement statement = keeping.kept().statement();
        Decision decision = Acceptance.decide(statement, bench().known(statement), log, clock.instant());
        return decision instanceof Decision.Refused refused
                ? refused(item, id, Inputs.of(statement.body()), Refused.of(refused.refusal()))
                : new Slot.Fresh(item, keeping);
    }

    private Slot refused(BulkItem item, StatementId id, List<LotId> inputs, Refused refusal) {
        if (!current) {
            return Slot.No.of(
                    item, Passing.unavailable("The custody service is away, and without it this cannot be decided."));
        }
        LedgerProblem problem = Refusals.problem(refusal);
        String path = refusal.path();
        LedgerProblem whole =
                path.isEmpty() ? problem : problem.at(path.startsWith(item.path()) ? path : item.path() + "." + path);
        return Slot.No.of(item, whole).attempted(id, inputs, refusal);
    }

    /** Those that were meant; none where they cannot all be told. */
    private List<LotId> inputs(BulkItem item) {
        try {
            return item.asked() instanceof Asked.Transformation asked
                    ? asked.request(names()::lot).lots()
                    : List.of();
        } catch (Names.Unnamed e) {
            return List.of();
        }
    }
}
