package io.lodestone.lots.correction;

import io.lodestone.evidence.massbalance.MassBalance;
import io.lodestone.evidence.plausibility.ElementFlow;
import io.lodestone.evidence.plausibility.ElementFlow.Taken;
import io.lodestone.evidence.plausibility.Posting;
import io.lodestone.evidence.plausibility.Postings;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.Redrawn;
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.LotsRecomputed.Remade;
import io.lodestone.evidence.statement.LotsTransformed;
import java.util.ArrayList;
import java.util.List;

/**
 * A transformation as it counts from now on.
 *
 * @param outputs its lots in the order of the statement, then what was lost, if anything
 * @param postings what it posts to the accounts of its facility; what was filled in counts as having gone in
 */
public record Redone(RecordedStep step, LotsTransformed made, List<Remade> outputs, List<Posting> postings) {

    public Redone {
        outputs = List.copyOf(outputs);
        postings = List.copyOf(postings);
    }

    static Redone of(
            RecordedStep step, LotsTransformed made, List<OriginVector> held, Redrawn redrawn, List<Remade> outputs) {
        List<Taken> taken = new ArrayList<>(held.size() + 1);
        for (int i = 0; i < held.size(); i++) {
            // Accounts do not look at the form.
            taken.add(ElementFlow.taken(
                    Form.MIXED, held.get(i), redrawn.remaining().get(i)));
        }
        taken.add(new Taken(Form.MIXED, MassBalance.totals(redrawn.filled())));
        ElementFlow flow = new ElementFlow(
                taken, redrawn.outputs().stream().map(MassBalance::totals).toList());
        return new Redone(step, made, outputs, Postings.of(made, flow));
    }
}
