package io.lodestone.evidence.acceptance;

import static io.lodestone.evidence.acceptance.Decision.refused;

import io.lodestone.evidence.acceptance.CorrectionView.Recorded;
import io.lodestone.evidence.acceptance.Decision.Accepted;
import io.lodestone.evidence.acceptance.Decision.Refused;
import io.lodestone.evidence.acceptance.Refusal.Code;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.Correction;
import io.lodestone.evidence.statement.Input;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.LotsTransformed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Declaring void: only while nothing refers to what the statement made, nor has touched what it drew from. */
final class VoidRules {

    private static final Digest NOTHING = new OriginVector(new TreeMap<>(), Mass.ZERO).digest();

    private VoidRules() {}

    static Decision decide(Correction body, Recorded recorded, LedgerView view) {
        Body corrected = recorded.statement().body();
        SortedMap<LotId, Long> untouched = untouched(corrected);
        List<LotVersion> named = untouched.entrySet().stream()
                .map(lot -> new LotVersion(lot.getKey(), lot.getValue()))
                .toList();
        if (!body.lots().equals(named)) {
            boolean same = body.lots().stream().map(LotVersion::lot).toList().equals(List.copyOf(untouched.keySet()));
            return same
                    ? refused(Code.LOT_IN_USE, "body.lots", "something has happened to one of these lots since")
                    : refused(Code.CORRECTION_DIFFERS, "body.lots", "must be all lots of the corrected statement");
        }
        Map<LotId, Input> drawn = new HashMap<>();
        if (corrected instanceof LotsTransformed made) {
            made.inputs().forEach(input -> drawn.put(input.lot(), input));
        }
        List<Holding> after = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            String path = "body.lots[" + i + "]";
            Holding lot = view.lot(named.get(i).lot()).orElseThrow();
            Optional<Refusal> unfit = Use.fit(lot, path + ".lot");
            if (unfit.isPresent()) {
                return new Refused(unfit.get());
            }
            if (lot.version() != named.get(i).version()) {
                return refused(
                        Code.LOT_IN_USE,
                        path + ".lotVersion",
                        "something has happened to this lot: correct it instead");
            }
            Input input = drawn.get(lot.lot());
            after.add(
                    input == null
                            ? lot.voided(NOTHING)
                            : lot.restored(
                                    input.vector().total(), input.vector().digest()));
        }
        return new Accepted(Effects.lots(after).with(new Effect.StatementVoided(recorded.index())));
    }

    /** The lots of a statement at the versions at which nothing has happened to them since. */
    private static SortedMap<LotId, Long> untouched(Body corrected) {
        SortedMap<LotId, Long> versions = new TreeMap<>();
        corrected.creates().forEach(lot -> versions.put(lot, 1L));
        corrected.spends().forEach(spent -> versions.put(spent.lot(), spent.version() + 1));
        return versions;
    }
}
