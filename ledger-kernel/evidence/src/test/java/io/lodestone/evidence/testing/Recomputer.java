package io.lodestone.evidence.testing;

import io.lodestone.evidence.acceptance.CorrectionView.Pending;
import io.lodestone.evidence.acceptance.StaleMark;
import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.PoolResult.Ran;
import io.lodestone.evidence.provenance.Redrawn;
import io.lodestone.evidence.provenance.Registration;
import io.lodestone.evidence.provenance.RegistrationResult.Registered;
import io.lodestone.evidence.provenance.TransformationResult.Drawn;
import io.lodestone.evidence.provenance.UnknownOrigin;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Correction;
import io.lodestone.evidence.statement.Drawing;
import io.lodestone.evidence.statement.Input;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.LotsRecomputed;
import io.lodestone.evidence.statement.LotsRecomputed.Redone;
import io.lodestone.evidence.statement.LotsRecomputed.Step;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.PoolRun;
import io.lodestone.evidence.statement.Replacement.OfRegistration;
import io.lodestone.evidence.statement.Replacement.OfTransformation;
import io.lodestone.evidence.statement.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Works off corrections of an in-memory ledger, a few steps a statement, from the statements it was told of. */
public final class Recomputer {

    /** What the inputs of a step may take up of a statement before the rest of them is left out. */
    private static final int ROOM = 800_000;

    private final InMemoryLedger ledger;
    private final Map<Long, Statement> log = new HashMap<>();
    private final Map<Digest, OriginProfile> profiles = new HashMap<>();
    private final Map<String, OriginVector> drawnFrom = new HashMap<>();
    private final Map<String, OriginVector> settled = new HashMap<>();
    private final Map<LotId, OriginVector> remaining = new HashMap<>();
    private long lastRun;

    public Recomputer(InMemoryLedger ledger) {
        this.ledger = ledger;
        profiles.put(UnknownOrigin.DIGEST, UnknownOrigin.PROFILE);
    }

    /** Takes note of an accepted statement. */
    public void told(long index, Statement statement) {
        log.put(index, statement);
        if (statement.body() instanceof LotRegistered lot) {
            know(lot.profiles());
            remaining.put(lot.lot(), ((Registered) Registration.vector(lot.mass(), lot.material())).vector());
        } else if (statement.body() instanceof LotsRecomputed body) {
            body.lots().forEach(lot -> remaining.put(lot.lot(), settled.get(lastRun + "/" + lot.lot())));
        } else if (statement.body() instanceof LotsTransformed made) {
            know(made.profiles());
            Drawn drawn = (Drawn) made.draw();
            profiles.putAll(drawn.arisen());
            drawn(index, made, drawn.remaining());
            made(made.creates(), drawn.outputs());
        } else if (statement.body() instanceof PoolRun run) {
            know(run.profiles());
            Ran ran = (Ran) run.draw();
            profiles.putAll(ran.arisen());
            drawn(index, run, ran.remaining());
            made(run.creates(), ran.outputs());
        }
    }

    private void drawn(long index, Drawing made, List<OriginVector> left) {
        for (int i = 0; i < made.inputs().size(); i++) {
            Input input = made.inputs().get(i);
            drawnFrom.put(index + "/" + input.lot(), input.vector());
            remaining.put(input.lot(), left.get(i));
        }
    }

    private void made(List<LotId> lots, List<OriginVector> vectors) {
        for (int i = 0; i < lots.size(); i++) {
            remaining.put(lots.get(i), vectors.get(i));
        }
    }

    /** What is left of a lot. */
    public OriginVector held(LotId lot) {
        return Objects.requireNonNull(remaining.get(lot));
    }

    public OriginProfile profile(Digest digest) {
        return Objects.requireNonNull(profiles.get(digest));
    }

    private void know(Iterable<OriginProfile> named) {
        named.forEach(profile -> profiles.put(profile.digest(), profile));
    }

    /** The next part of the oldest pending correction; empty where none is pending. */
    public Optional<LotsRecomputed> next(int maxSteps) {
        return ((InMemoryCorrections) ledger.corrections()).oldestPending().map(pending -> part(pending, maxSteps));
    }

    private LotsRecomputed part(Pending pending, int maxSteps) {
        lastRun = pending.index();
        SortedMap<LotId, StaleMark> marks = new TreeMap<>();
        ((InMemoryCorrections) ledger.corrections()).oldestMarks().forEach(mark -> marks.put(mark.lot(), mark));
        root(pending);
        List<Step> steps = new ArrayList<>();
        SortedMap<Digest, OriginProfile> named = new TreeMap<>();
        while (steps.size() < maxSteps) {
            Optional<Long> next = marks.values().stream()
                    .flatMap(mark -> mark.next().stream())
                    .min(Comparator.naturalOrder());
            if (next.isEmpty()) {
                break;
            }
            steps.add(step(pending, next.get(), marks, named, maxSteps == 1));
        }
        List<LotVersion> done = marks.values().stream()
                .filter(mark -> mark.settled().isPresent() && mark.next().isEmpty())
                .map(mark -> new LotVersion(
                        mark.lot(), ledger.lot(mark.lot()).orElseThrow().version()))
                .limit(1_000)
                .toList();
        return new LotsRecomputed(pending.digest(), done, List.copyOf(named.values()), steps);
    }

    private void root(Pending pending) {
        if (pending.body().replacement().orElseThrow() instanceof OfRegistration stated) {
            know(stated.profiles());
            LotId lot = ledger.corrections()
                    .recorded(pending.body().corrects())
                    .orElseThrow()
                    .statement()
                    .body()
                    .creates()
                    .get(0);
            settled.putIfAbsent(
                    pending.index() + "/" + lot,
                    ((Registered) Registration.vector(stated.mass(), stated.material())).vector());
        }
    }

    private Step step(
            Pending pending,
            long index,
            Map<LotId, StaleMark> marks,
            SortedMap<Digest, OriginProfile> named,
            boolean single) {
        Statement statement = log.get(index);
        Drawing made = (Drawing) statement.body();
        List<OriginVector> held = new ArrayList<>();
        int bytes = 0;
        for (Input input : made.inputs()) {
            OriginVector vector = Optional.ofNullable(settled.get(pending.index() + "/" + input.lot()))
                    .filter(some -> marks.containsKey(input.lot()))
                    .orElseGet(() -> drawnFrom.get(index + "/" + input.lot()));
            if (single && settled.containsKey(pending.index() + "/" + input.lot()) && bytes > ROOM) {
                vector = OriginVector.EMPTY;
            }
            bytes += CanonicalJson.bytes(vector.json()).length;
            vector.rowList().forEach(row -> named.put(row.profile(), profiles.get(row.profile())));
            held.add(vector);
        }
        Optional<OfTransformation> replacement = ledger.corrections()
                .lastCorrection(statement.digest(), pending.index())
                .flatMap(Correction::replacement)
                .map(OfTransformation.class::cast);
        Redrawn redrawn = made.redraw(replacement, held, profiles);
        profiles.putAll(redrawn.arisen());
        List<Redone> inputs = new ArrayList<>();
        for (int i = 0; i < held.size(); i++) {
            LotId lot = made.inputs().get(i).lot();
            inputs.add(new Redone(lot, held.get(i)));
            if (marks.containsKey(lot)) {
                drawnFrom.put(index + "/" + lot, held.get(i));
                OriginVector left = redrawn.remaining().get(i);
                boolean leftOut = held.get(i).equals(OriginVector.EMPTY);
                moved(
                        pending,
                        index,
                        lot,
                        leftOut ? settled.getOrDefault(pending.index() + "/" + lot, left) : left,
                        marks);
            }
        }
        for (int i = 0; i < redrawn.outputs().size(); i++) {
            moved(
                    pending,
                    index,
                    statement.body().creates().get(i),
                    redrawn.outputs().get(i),
                    marks);
        }
        return new Step(statement.digest(), inputs, made.remade(redrawn));
    }

    private void moved(Pending pending, long index, LotId lot, OriginVector now, Map<LotId, StaleMark> marks) {
        settled.put(pending.index() + "/" + lot, now);
        marks.put(
                lot,
                new StaleMark(
                        pending.index(),
                        lot,
                        Optional.of(new StaleMark.Settled(now.digest(), now.total(), Mass.ZERO)),
                        ledger.corrections().nextDraw(lot, index)));
    }
}
