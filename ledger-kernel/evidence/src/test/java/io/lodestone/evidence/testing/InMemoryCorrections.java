package io.lodestone.evidence.testing;

import io.lodestone.evidence.acceptance.CorrectionView;
import io.lodestone.evidence.acceptance.Effect;
import io.lodestone.evidence.acceptance.Effects;
import io.lodestone.evidence.acceptance.Holding;
import io.lodestone.evidence.acceptance.RecordedDraw;
import io.lodestone.evidence.acceptance.StaleMark;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.Correction;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.PoolRun;
import io.lodestone.evidence.statement.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What an in-memory ledger knows of draws, corrections and marks: the plainest reading of the effects. */
public final class InMemoryCorrections implements CorrectionView {

    private final Map<Digest, Recorded> recorded = new HashMap<>();
    private final Map<Long, List<LotId>> made = new HashMap<>();
    private final Map<LotId, NavigableMap<Long, RecordedDraw>> draws = new HashMap<>();
    private final NavigableMap<Long, Pending> corrections = new TreeMap<>();
    private final NavigableMap<Long, Map<LotId, StaleMark>> marks = new TreeMap<>();

    void apply(long index, Statement statement, Effects effects) {
        Body body = statement.body();
        if (body instanceof LotRegistered || body instanceof LotsTransformed) {
            recorded.put(statement.digest(), new Recorded(index, statement, false));
            made.put(index, body.creates());
        } else if (body instanceof PoolRun) {
            // What a pool has received is not told apart any more: nothing follows from it here.
            recorded.put(statement.digest(), new Recorded(index, statement, false));
            made.put(index, List.of());
        }
        effects.all(Effect.LotDrawn.class)
                .forEach(drawn -> drawsOf(drawn.lot()).put(index, new RecordedDraw(index, drawn.before(), Mass.ZERO)));
        if (body instanceof Correction correction) {
            corrections.put(index, new Pending(index, statement.digest(), correction));
        }
        effects.all(Effect.StatementVoided.class).forEach(gone -> {
            recorded.replaceAll((digest, one) ->
                    one.index() == gone.statement() ? new Recorded(one.index(), one.statement(), true) : one);
            draws.values().forEach(of -> of.remove(gone.statement()));
        });
        effects.all(Effect.StatementReplaced.class).forEach(replaced -> mark(index, replaced));
        effects.all(Effect.DrawRedone.class)
                .forEach(redone -> drawsOf(redone.lot()).put(redone.draw().transformation(), redone.draw()));
        effects.all(Effect.MarkMoved.class)
                .forEach(moved ->
                        marks.get(moved.mark().correction()).put(moved.mark().lot(), moved.mark()));
        effects.all(Effect.MarkLifted.class).forEach(lifted -> {
            marks.get(lifted.correction()).remove(lifted.lot());
            marks.values().removeIf(Map::isEmpty);
        });
    }

    private void mark(long correction, Effect.StatementReplaced replaced) {
        Map<LotId, StaleMark> marked = new TreeMap<>();
        Map.copyOf(draws).forEach((lot, of) -> {
            if (of.containsKey(replaced.statement())) {
                marked.put(lot, new StaleMark(correction, lot, Optional.empty(), Optional.of(replaced.statement())));
                of.tailMap(replaced.statement(), true).keySet().forEach(next -> reach(correction, next, marked));
            }
        });
        reach(correction, replaced.statement(), marked);
        replaced.settled()
                .ifPresent(root -> marked.put(
                        root.lot(),
                        new StaleMark(
                                correction,
                                root.lot(),
                                Optional.of(new StaleMark.Settled(root.vector(), root.mass(), Mass.ZERO)),
                                nextDraw(root.lot(), 0))));
        marks.put(correction, marked);
    }

    private void reach(long correction, long statement, Map<LotId, StaleMark> marked) {
        for (LotId lot : made.get(statement)) {
            if (marked.put(lot, new StaleMark(correction, lot, Optional.empty(), Optional.empty())) == null) {
                List.copyOf(drawsOf(lot).keySet()).forEach(next -> reach(correction, next, marked));
            }
        }
    }

    private NavigableMap<Long, RecordedDraw> drawsOf(LotId lot) {
        return draws.computeIfAbsent(lot, none -> new TreeMap<>());
    }

    Holding marked(Holding lot) {
        long count =
                marks.values().stream().filter(of -> of.containsKey(lot.lot())).count();
        return new Holding(
                lot.lot(),
                lot.version(),
                lot.holder(),
                lot.owner(),
                lot.state(),
                lot.form(),
                lot.remaining(),
                lot.vector(),
                lot.certified(),
                count,
                lot.deficit(),
                lot.offer());
    }

    /** Every mark of the oldest pending correction. */
    public Collection<StaleMark> oldestMarks() {
        return marks.isEmpty() ? List.of() : marks.firstEntry().getValue().values();
    }

    @Override
    public Optional<Recorded> recorded(Digest statement) {
        return Optional.ofNullable(recorded.get(statement));
    }

    @Override
    public Optional<Correction> lastCorrection(Digest statement, long upTo) {
        return corrections.headMap(upTo, true).descendingMap().values().stream()
                .map(Pending::body)
                .filter(correction -> correction.corrects().equals(statement))
                .findFirst();
    }

    @Override
    public Optional<Pending> oldestPending() {
        return marks.isEmpty() ? Optional.empty() : Optional.of(corrections.get(marks.firstKey()));
    }

    @Override
    public Optional<StaleMark> mark(LotId lot) {
        return marks.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(marks.firstEntry().getValue().get(lot));
    }

    @Override
    public Optional<RecordedDraw> draw(LotId lot, long index) {
        return Optional.ofNullable(drawsOf(lot).get(index));
    }

    @Override
    public Optional<Long> nextDraw(LotId lot, long after) {
        return Optional.ofNullable(drawsOf(lot).higherKey(after));
    }

    @Override
    public long reach(Digest statement) {
        return 0;
    }
}
