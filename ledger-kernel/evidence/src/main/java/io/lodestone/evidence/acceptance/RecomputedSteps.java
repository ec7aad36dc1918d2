package io.lodestone.evidence.acceptance;

import io.lodestone.evidence.acceptance.CorrectionView.Pending;
import io.lodestone.evidence.acceptance.CorrectionView.Recorded;
import io.lodestone.evidence.acceptance.Refusal.Code;
import io.lodestone.evidence.acceptance.StaleMark.Settled;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.Redrawn;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Correction;
import io.lodestone.evidence.statement.Drawing;
import io.lodestone.evidence.statement.Input;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotsRecomputed.Redone;
import io.lodestone.evidence.statement.LotsRecomputed.Remade;
import io.lodestone.evidence.statement.LotsRecomputed.Step;
import io.lodestone.evidence.statement.Replacement.OfTransformation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The steps of one statement, each over what the ones before it have settled. */
final class RecomputedSteps {

    private final Pending correction;
    private final Map<Digest, OriginProfile> profiles = new HashMap<>();
    private final CorrectionView view;
    private final boolean single;
    private final SortedMap<LotId, Optional<StaleMark>> marks = new TreeMap<>();
    private final List<Effect> redone = new ArrayList<>();
    private final List<Effect> lifted = new ArrayList<>();
    private long last;

    /** @param single whether the statement has one step alone, which may be too large to be stated in full */
    RecomputedSteps(Pending correction, List<OriginProfile> profiles, CorrectionView view, boolean single) {
        this.correction = correction;
        this.view = view;
        this.single = single;
        profiles.forEach(profile -> this.profiles.put(profile.digest(), profile));
    }

    Optional<Refusal> refusal(Step step, String path) {
        Optional<Recorded> recorded = view.recorded(step.transformation())
                .filter(found -> found.statement().body() instanceof Drawing && !found.isVoid());
        if (recorded.isEmpty()) {
            return differs(path + ".transformation", "is not a transformation in this log");
        }
        if (recorded.get().index() <= last) {
            return differs(path + ".transformation", "does not stand after the one before it in the log");
        }
        last = recorded.get().index();
        Drawing made = (Drawing) recorded.get().statement().body();
        if (!made.inputs().stream()
                .map(Input::lot)
                .toList()
                .equals(step.inputs().stream().map(Redone::lot).toList())) {
            return differs(path + ".inputs", "must be the inputs of the transformation, in its order");
        }
        return starts(step, path).or(() -> drawn(step, made, path));
    }

    /** Each input starts from what is settled of it, or from what is recorded where this correction does not reach it. */
    private Optional<Refusal> starts(Step step, String path) {
        boolean reached = false;
        for (int i = 0; i < step.inputs().size(); i++) {
            Redone input = step.inputs().get(i);
            Optional<StaleMark> mark = mark(input.lot());
            reached |= mark.isPresent();
            if (mark.isPresent() && !mark.get().next().equals(Optional.of(last))) {
                return differs(path + ".inputs[" + i + "].lot", "is not drawn from next by this transformation");
            }
            Optional<Settled> settled = mark.flatMap(StaleMark::settled);
            if (single && settled.isPresent() && leftOut(input)) {
                continue;
            }
            Digest start = settled.map(Settled::vector)
                    .orElseGet(() -> recorded(input.lot()).before());
            if (!input.vector().digest().equals(start)) {
                return Optional.of(new Refusal(
                        Code.VECTOR_MISMATCH,
                        path + ".inputs[" + i + "].vector",
                        "is not what the lot held under the corrected history"));
            }
        }
        return reached ? Optional.empty() : differs(path, "is not reached by this correction");
    }

    /** Stated as holding nothing: nothing is drawn of it, and all that was consumed of it is missing. */
    private static boolean leftOut(Redone input) {
        return input.vector().equals(OriginVector.EMPTY);
    }

    private Optional<Refusal> drawn(Step step, Drawing made, String path) {
        List<OriginVector> held = step.inputs().stream().map(Redone::vector).toList();
        Redrawn redrawn = made.redraw(replacement(step.transformation()), held, profiles);
        List<Remade> outputs = made.remade(redrawn);
        if (!outputs.equals(step.outputs())) {
            return Optional.of(
                    new Refusal(Code.VECTOR_MISMATCH, path + ".outputs", "are not what follows from the inputs"));
        }
        for (int i = 0; i < step.inputs().size(); i++) {
            redone(
                    step.inputs().get(i),
                    redrawn.remaining().get(i),
                    redrawn.deficits().get(i));
        }
        for (Remade output : outputs) {
            Optional<StaleMark> mark = output.lot().flatMap(this::mark);
            if (output.lot().isPresent() && mark.isEmpty()) {
                return differs(path + ".outputs", "makes a lot that waits for nothing");
            }
            mark.ifPresent(waiting -> put(waiting.settled(
                    new Settled(output.vector(), output.mass(), Mass.ZERO), view.nextDraw(waiting.lot(), last))));
        }
        return Optional.empty();
    }

    private void redone(Redone input, OriginVector remaining, Mass deficit) {
        Optional<StaleMark> mark = mark(input.lot());
        if (mark.isEmpty()) {
            return;
        }
        Optional<Settled> before = mark.get().settled();
        Mass owed =
                before.map(Settled::owed).orElseGet(() -> recorded(input.lot()).owed());
        RecordedDraw draw = new RecordedDraw(last, input.vector().digest(), owed);
        redone.add(new Effect.DrawRedone(input.lot(), draw));
        Settled left = before.filter(kept -> leftOut(input))
                .map(kept -> new Settled(kept.vector(), kept.mass(), owed.plus(deficit)))
                .orElseGet(() -> new Settled(remaining.digest(), remaining.total(), owed.plus(deficit)));
        put(mark.get().settled(left, view.nextDraw(input.lot(), last)));
    }

    private Optional<OfTransformation> replacement(Digest transformation) {
        return view.lastCorrection(transformation, correction.index())
                .flatMap(Correction::replacement)
                .filter(OfTransformation.class::isInstance)
                .map(OfTransformation.class::cast);
    }

    private RecordedDraw recorded(LotId lot) {
        return view.draw(lot, last).orElseThrow(() -> new IllegalStateException("a draw is not recorded"));
    }

    private Optional<StaleMark> mark(LotId lot) {
        return marks.computeIfAbsent(lot, view::mark);
    }

    private void put(StaleMark mark) {
        marks.put(mark.lot(), Optional.of(mark));
    }

    /** The lot's mark, if nothing is left to be computed again; it is gone with this. */
    Optional<StaleMark> lifted(LotId lot) {
        Optional<StaleMark> mark = mark(lot).filter(StaleMark::isFinal);
        mark.ifPresent(gone -> {
            marks.put(lot, Optional.empty());
            lifted.add(new Effect.MarkLifted(gone.correction(), lot));
        });
        return mark;
    }

    List<Effect> effects() {
        List<Effect> effects = new ArrayList<>(redone);
        marks.values().forEach(mark -> mark.ifPresent(moved -> effects.add(new Effect.MarkMoved(moved))));
        effects.addAll(lifted);
        return effects;
    }

    private static Optional<Refusal> differs(String path, String reason) {
        return Optional.of(new Refusal(Code.RECOMPUTATION_DIFFERS, path, reason));
    }
}
