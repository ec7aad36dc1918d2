package io.lodestone.lots.pool;

import io.lodestone.evidence.acceptance.Facility;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.Completion.Completed;
import io.lodestone.evidence.provenance.DrawOutput;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginRefusal;
import io.lodestone.evidence.provenance.OriginStep;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.provenance.PoolDraw;
import io.lodestone.evidence.provenance.PoolResult.Ran;
import io.lodestone.evidence.statement.Conduct;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.Output;
import io.lodestone.evidence.statement.PoolRun;
import io.lodestone.evidence.statement.Site;
import io.lodestone.lots.lot.BookedLot;
import io.lodestone.lots.outbox.Operators;
import io.lodestone.lots.outbox.Prepared;
import io.lodestone.lots.transformation.AskedOutput;
import io.lodestone.lots.transformation.Consumption;
import io.lodestone.lots.transformation.Relied;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;

/**
 * Makes the statement of a run: the kernel settles the open masses that were left open and computes the vectors.
 *
 * @param inputs the booked lots, in the order of the request's inputs; something is left of each
 * @param profiles every profile of the pool and of the inputs' remaining vectors, and no other
 * @param relied the assay of each input that has one
 */
public record RunAssembly(
        RunRequest request,
        Facility where,
        BookedPool pool,
        List<BookedLot> inputs,
        SortedMap<Digest, OriginProfile> profiles,
        Map<LotId, Relied> relied) {

    /** The statement, or why the arithmetic refuses it. */
    public Prepared prepare(Operators operators, Supplier<LotId> fresh) {
        Site site = new Site(
                where.country(), pool.pool().facility(), operators.digest(request.operatorName()), request.ownership());
        OriginStep step = new OriginStep(
                OriginStep.Kind.SEPARATED,
                Places.of(site.country()),
                site.operator(),
                site.ownership(),
                request.technology());
        PoolDraw draw = new PoolDraw(
                pool.lot().remaining(), consumption().draws(), request.openGain(), Optional.of(step), profiles);
        var completion = draw.complete(
                request.outputs().stream().map(AskedOutput::wanted).toList());
        if (completion instanceof OriginRefusal refused) {
            return Prepared.impossible(refused);
        }
        List<DrawOutput> outputs = ((Completed) completion).outputs();
        var result = draw.run(outputs);
        if (result instanceof OriginRefusal refused) {
            return Prepared.impossible(refused);
        }
        Ran ran = (Ran) result;
        return new Prepared.Ready(
                new PoolRun(
                        pool.state(),
                        consumption().stated(),
                        stated(outputs, ran.outputs(), operators, fresh),
                        request.openGain(),
                        List.copyOf(profiles.values()),
                        site,
                        request.technology(),
                        new Conduct(request.started(), request.equipment(), Optional.empty()),
                        request.eventTime(),
                        ran.rest().digest()),
                operators.annexes());
    }

    private Consumption consumption() {
        return new Consumption(request.inputs(), inputs, relied);
    }

    private List<Output> stated(
            List<DrawOutput> outputs, List<OriginVector> vectors, Operators annexes, Supplier<LotId> fresh) {
        List<Output> stated = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            stated.add(request.outputs()
                    .get(i)
                    .output(outputs.get(i), vectors.get(i).digest(), annexes, fresh));
        }
        return stated;
    }
}
