package io.lodestone.evidence.acceptance;

import static io.lodestone.evidence.acceptance.Decision.refused;

import io.lodestone.evidence.acceptance.CorrectionView.Pending;
import io.lodestone.evidence.acceptance.Decision.Accepted;
import io.lodestone.evidence.acceptance.Decision.Refused;
import io.lodestone.evidence.acceptance.Refusal.Code;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.LotsRecomputed;
import io.lodestone.evidence.statement.PartyId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What follows from a correction: every step is drawn again, and must give the very digests that are stated. */
final class RecomputationRules {

    private RecomputationRules() {}

    static Decision recompute(LotsRecomputed body, PartyId actor, LedgerView view) {
        if (!view.registrar().equals(Optional.of(actor))) {
            return refused(Code.NOT_REGISTRAR, "actor", "lots are computed again in the name of the registrar alone");
        }
        Optional<Pending> due = view.corrections().oldestPending();
        if (due.isEmpty() || !due.get().digest().equals(body.correction())) {
            return refused(
                    Code.CORRECTION_NOT_DUE, "body.correction", "is not the oldest correction that is still pending");
        }
        Set<Digest> named = new TreeSet<>();
        body.steps()
                .forEach(step -> step.inputs()
                        .forEach(input -> input.vector().rowList().forEach(row -> named.add(row.profile()))));
        if (!MaterialRules.sameProfiles(body.profiles(), named)) {
            return refused(
                    Code.VECTOR_MISMATCH, "body.profiles", "must be exactly the profiles that the steps' inputs hold");
        }
        boolean single = body.steps().size() == 1;
        RecomputedSteps steps = new RecomputedSteps(due.get(), body.profiles(), view.corrections(), single);
        for (int i = 0; i < body.steps().size(); i++) {
            Optional<Refusal> refusal = steps.refusal(body.steps().get(i), "body.steps[" + i + "]");
            if (refusal.isPresent()) {
                return new Refused(refusal.get());
            }
        }
        return finished(body, steps, view);
    }

    private static Decision finished(LotsRecomputed body, RecomputedSteps steps, LedgerView view) {
        List<Holding> after = new ArrayList<>();
        for (int i = 0; i < body.lots().size(); i++) {
            LotVersion named = body.lots().get(i);
            String path = "body.lots[" + i + "]";
            Optional<Holding> lot = view.lot(named.lot());
            Optional<StaleMark> mark = steps.lifted(named.lot());
            if (lot.isEmpty() || mark.isEmpty()) {
                return refused(Code.RECOMPUTATION_DIFFERS, path + ".lot", "is not settled by what was computed so far");
            }
            if (lot.get().version() != named.version()) {
                return refused(
                        Code.LOT_MOVED,
                        path + ".lotVersion",
                        "the lot is at version " + lot.get().version());
            }
            StaleMark.Settled settled = mark.get().settled().orElseThrow();
            after.add(lot.get().recomputed(settled.mass(), settled.vector(), settled.owed()));
        }
        return new Accepted(new Effects(after, steps.effects()));
    }
}
