package io.lodestone.lots.correction;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.statement.Input;
import io.lodestone.evidence.statement.LotId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The next part of a correction: as many steps as one statement holds.
 *
 * @param steps the next transformations in log order
 * @param stale the lots that these name and the correction has touched
 * @param redrawn what an input held when a transformation was last drawn again, by transformation
 * @param profiles those that recorded and touched vectors name
 */
public record Part(
        PendingCorrection correction,
        List<RecordedStep> steps,
        Map<LotId, StaleLot> stale,
        Map<Long, Map<LotId, OriginVector>> redrawn,
        Map<Digest, OriginProfile> profiles) {

    /** An entry has room for so many lots. */
    public static final int MAX_LOTS = 1_000;

    /** A statement has at most 1 MiB; what is around the steps, and their profiles, fits into the rest. */
    private static final long MAX_BYTES = 800_000;

    private static final int LOT_BYTES = 320;
    private static final int ROW_BYTES = 110;

    /** The steps drawn again, until a statement is full. */
    public Recomputed compute() {
        Recomputed done = new Recomputed(stale, correction.reached());
        done.know(profiles.values());
        Set<Digest> named = new TreeSet<>();
        long bytes = 0;
        long lots = 0;
        for (RecordedStep step : steps) {
            List<OriginVector> held = held(step, done);
            lots += settledBy(step, done);
            bytes += size(held, step.creates().size(), named, done);
            if (done.steps().isEmpty()) {
                done.step(
                        step, bytes > MAX_BYTES ? StepSize.of(step, held, done).fitting() : held);
            } else if (lots > MAX_LOTS || bytes > MAX_BYTES || !done.hasRoom()) {
                break;
            } else {
                done.step(step, held);
            }
        }
        return done;
    }

    /** Lots that nothing draws from after this step: their marks end in the same statement. */
    private static long settledBy(RecordedStep step, Recomputed done) {
        return Stream.concat(step.body().inputs().stream().map(Input::lot), step.creates().stream())
                .map(done.stale()::get)
                .filter(touched -> touched != null && touched.lastDraw() <= step.index())
                .count();
    }

    private static long size(List<OriginVector> held, int made, Set<Digest> named, Recomputed done) {
        long bytes = (long) LOT_BYTES * (held.size() + made + 1);
        for (OriginVector vector : held) {
            for (OriginVector.Row row : vector.rowList()) {
                bytes += ROW_BYTES + (named.add(row.profile()) ? StepSize.bytes(row.profile(), done) : 0);
            }
        }
        return bytes;
    }

    /** What each input holds: as computed so far, as computed for an earlier correction, or as recorded. */
    private List<OriginVector> held(RecordedStep step, Recomputed done) {
        Map<LotId, OriginVector> earlier = redrawn.getOrDefault(step.index(), Map.of());
        List<OriginVector> held = new ArrayList<>();
        for (Input input : step.body().inputs()) {
            StaleLot touched = done.stale().get(input.lot());
            OriginVector recorded = earlier.getOrDefault(input.lot(), input.vector());
            held.add(touched == null ? recorded : touched.remaining().orElse(recorded));
        }
        return held;
    }

    /** The profiles of recorded and touched vectors, before any of them is drawn again. */
    public static Set<Digest> named(
            List<RecordedStep> steps, Map<LotId, StaleLot> stale, Map<Long, Map<LotId, OriginVector>> redrawn) {
        Set<Digest> named = new TreeSet<>();
        Map<LotId, OriginVector> all = new HashMap<>();
        steps.forEach(step -> step.body().inputs().forEach(input -> name(named, input.vector())));
        stale.values().forEach(lot -> lot.remaining().ifPresent(vector -> all.put(lot.lot(), vector)));
        all.values().forEach(vector -> name(named, vector));
        redrawn.values().forEach(of -> of.values().forEach(vector -> name(named, vector)));
        return named;
    }

    private static void name(Set<Digest> named, OriginVector vector) {
        vector.rowList().forEach(row -> named.add(row.profile()));
    }
}
