package io.lodestone.lots.correction;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.Redrawn;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotsRecomputed;
import io.lodestone.evidence.statement.LotsRecomputed.Remade;
import io.lodestone.evidence.statement.LotsRecomputed.Step;
import io.lodestone.evidence.statement.LotsTransformed;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Steps of one correction, drawn again one after another, and how the touched lots stand after them. */
public final class Recomputed {

    private final Map<LotId, StaleLot> stale;
    private final SortedMap<LotId, StaleLot> changed = new TreeMap<>();
    private final Map<Digest, OriginProfile> profiles = new HashMap<>();
    private final SortedMap<Digest, OriginProfile> arisen = new TreeMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Owed> owed = new ArrayList<>();
    private final List<Redone> redone = new ArrayList<>();
    private BigInteger unknown = BigInteger.ZERO;
    private long reached;

    /** What a lot owed before it was drawn from. */
    public record Owed(long transformation, LotId lot, Mass mass) {}

    /** @param reached the last transformation that was drawn again before */
    public Recomputed(Map<LotId, StaleLot> stale, long reached) {
        this.stale = new HashMap<>(stale);
        this.reached = reached;
    }

    public void know(Iterable<OriginProfile> more) {
        more.forEach(profile -> profiles.put(profile.digest(), profile));
    }

    /** Draws a step again over what its inputs hold. */
    public void step(RecordedStep recorded, List<OriginVector> held) {
        Redrawn redrawn = recorded.redraw(held, profiles);
        profiles.putAll(redrawn.arisen());
        arisen.putAll(redrawn.arisen());
        unknown = unknown.add(BigInteger.valueOf(
                redrawn.filled().total().minus(redrawn.filled().open()).micrograms()));
        reached = recorded.index();
        List<LotsRecomputed.Redone> inputs = new ArrayList<>(held.size());
        for (int i = 0; i < held.size(); i++) {
            LotId lot = recorded.body().inputs().get(i).lot();
            inputs.add(new LotsRecomputed.Redone(lot, held.get(i)));
            StaleLot touched = stale.get(lot);
            if (touched != null) {
                owed.add(new Owed(reached, lot, touched.owed()));
                OriginVector left = redrawn.remaining().get(i);
                // Of an input that was left out nothing is drawn: it keeps what it has.
                boolean leftOut = held.get(i).equals(OriginVector.EMPTY);
                put(touched.drawn(
                        leftOut ? touched.remaining().orElse(left) : left,
                        redrawn.deficits().get(i)));
            }
        }
        List<LotId> made = recorded.creates();
        for (int i = 0; i < made.size(); i++) {
            StaleLot touched = stale.get(made.get(i));
            if (touched == null) {
                throw new IllegalStateException("a lot that was made again is not marked");
            }
            put(touched.made(redrawn.outputs().get(i)));
        }
        List<Remade> outputs = recorded.body().remade(redrawn);
        steps.add(new Step(recorded.digest(), inputs, outputs));
        if (recorded.body() instanceof LotsTransformed transformed) {
            redone.add(Redone.of(recorded, transformed, held, redrawn, outputs));
        }
    }

    private void put(StaleLot lot) {
        stale.put(lot.lot(), lot);
        changed.put(lot.lot(), lot);
    }

    public StaleLot lot(LotId lot) {
        StaleLot found = stale.get(lot);
        if (found == null) {
            throw new IllegalStateException("a lot is not marked");
        }
        return found;
    }

    public Map<LotId, StaleLot> stale() {
        return stale;
    }

    /** The lots that a step has changed. */
    public SortedMap<LotId, StaleLot> changed() {
        return changed;
    }

    /** Of those, the ones of which nothing is left to be computed. */
    public List<LotId> settled() {
        return changed.values().stream()
                .filter(lot -> lot.isFinal(reached))
                .map(StaleLot::lot)
                .toList();
    }

    public List<Step> steps() {
        return steps;
    }

    public SortedMap<Digest, OriginProfile> arisen() {
        return arisen;
    }

    public Map<Digest, OriginProfile> profiles() {
        return profiles;
    }

    /** The transformations among the steps. */
    public List<Redone> redone() {
        return redone;
    }

    public List<Owed> owed() {
        return owed;
    }

    /** Tracked mass, in micrograms, that was filled in as Unknown. */
    public BigInteger unknown() {
        return unknown;
    }

    public long reached() {
        return reached;
    }

    /** Whether another step would still fit into a statement. */
    public boolean hasRoom() {
        return steps.size() < LotsRecomputed.MAX_STEPS;
    }
}
