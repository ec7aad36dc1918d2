package io.lodestone.lots.transformation;

import io.lodestone.evidence.acceptance.Refusal;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.Completion.Completed;
import io.lodestone.evidence.provenance.DrawOutput;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginRefusal;
import io.lodestone.evidence.provenance.OriginStep;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.provenance.TransformationDraw;
import io.lodestone.evidence.provenance.TransformationResult.Drawn;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.MeasuredElement;
import io.lodestone.evidence.statement.Output;
import io.lodestone.evidence.statement.Site;
import io.lodestone.lots.facility.NamedFacility;
import io.lodestone.lots.lot.BookedLot;
import io.lodestone.lots.outbox.Operators;
import io.lodestone.lots.outbox.Prepared;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Makes the statement of a transformation: the kernel settles the masses that were left open and computes the vectors.
 *
 * @param inputs the booked lots, in the order of the request's inputs
 * @param profiles every profile of the inputs' remaining vectors, and no other
 * @param relied the assay of each input that has one
 */
public record Assembly(
        TransformationRequest request,
        NamedFacility where,
        List<BookedLot> inputs,
        SortedMap<Digest, OriginProfile> profiles,
        Map<LotId, Relied> relied) {

    /** The statement, or why the arithmetic refuses it; {@link FormatException} where there is nothing to compute. */
    public Prepared prepare(Operators operators, Supplier<LotId> fresh) {
        Optional<Prepared> refusal = nothingLeft();
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Site site = new Site(
                where.facility().country(),
                request.facility(),
                operators.digest(request.operatorName()),
                request.ownership());
        Optional<OriginStep> step = request.step()
                .map(kind -> new OriginStep(
                        kind, Places.of(site.country()), site.operator(), site.ownership(), request.technology()));
        TransformationDraw draw = draw(request.openGain(), step);
        var completion = draw.complete(
                request.outputs().stream().map(AskedOutput::wanted).toList());
        if (completion instanceof OriginRefusal refused) {
            return Prepared.impossible(refused);
        }
        List<DrawOutput> outputs = ((Completed) completion).outputs();
        var result = draw.draw(outputs);
        if (result instanceof OriginRefusal refused) {
            return Prepared.impossible(refused);
        }
        Weighing weighed = weighed(outputs, ((Drawn) result).outputs());
        return weighed.losses().isEmpty()
                ? ready(site, request.openGain(), weighed.outputs(), (Drawn) result, operators, fresh)
                : booked(site, step, weighed, operators, fresh);
    }

    /** Drawn again with what was measured in the place of what the book would have given. */
    private Prepared booked(
            Site site, Optional<OriginStep> step, Weighing weighed, Operators operators, Supplier<LotId> fresh) {
        if (request.process().onlyHandles()) {
            return Prepared.impossible(
                    Refusal.Code.MEASURED_BELOW_BOOK,
                    "body.outputs[" + weighed.losses().get(0).output() + "].measured",
                    "a " + request.process().wire() + " sorts nothing out, so it books no loss of one element: record"
                            + " what was measured as an assay of the lot");
        }
        Mass openGain = request.openGain().plus(weighed.openGain());
        var result = draw(openGain, step).draw(weighed.outputs());
        if (result instanceof OriginRefusal refused) {
            return Prepared.impossible(refused);
        }
        operators.attach(BookedLoss.content(weighed.losses()));
        return ready(site, openGain, weighed.outputs(), (Drawn) result, operators, fresh);
    }

    private Prepared ready(
            Site site,
            Mass openGain,
            List<DrawOutput> outputs,
            Drawn drawn,
            Operators operators,
            Supplier<LotId> fresh) {
        LotsTransformed body = new LotsTransformed(
                request.process(),
                request.step(),
                request.technology(),
                site,
                consumption().stated(),
                stated(outputs, drawn.outputs(), operators, fresh),
                openGain,
                List.copyOf(profiles.values()),
                request.eventTime().at(where.zone()),
                Optional.of(request.conduct()));
        return new Prepared.Ready(body, operators.annexes());
    }

    private TransformationDraw draw(Mass openGain, Optional<OriginStep> step) {
        return new TransformationDraw(
                consumption().draws(),
                openGain,
                step,
                profiles,
                request.conduct().recycled());
    }

    private Weighing weighed(List<DrawOutput> outputs, List<OriginVector> vectors) {
        List<List<MeasuredElement>> measured = new ArrayList<>();
        for (int i = 0; i < outputs.size() && outputs.get(i).kind().isLot(); i++) {
            measured.add(request.outputs().get(i).measured(outputs.get(i).mass()));
        }
        return Weighing.of(outputs, vectors, measured);
    }

    private Consumption consumption() {
        return new Consumption(request.inputs(), inputs, relied);
    }

    private Optional<Prepared> nothingLeft() {
        for (int i = 0; i < inputs.size(); i++) {
            if (consumption().mass(i).isZero()) {
                return Optional.of(Prepared.impossible(
                        Refusal.Code.LOT_CONSUMED, "body.inputs[" + i + "].lot", "nothing is left of this lot"));
            }
        }
        return Optional.empty();
    }

    /** The kernel leaves out a loss that weighs nothing, and adds what nobody accounted for: only ever at the end. */
    private List<Output> stated(
            List<DrawOutput> outputs, List<OriginVector> vectors, Operators annexes, Supplier<LotId> fresh) {
        List<Output> stated = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            DrawOutput output = outputs.get(i);
            Digest vector = vectors.get(i).digest();
            stated.add(
                    output.kind().isLot()
                            ? request.outputs().get(i).output(output, vector, annexes, fresh)
                            : new Output(
                                    output.kind(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    output.mass(),
                                    output.open(),
                                    output.elements(),
                                    vector));
        }
        return stated;
    }

    /** The digests of every profile that the lots still hold something of. */
    public static Set<Digest> named(List<BookedLot> lots) {
        Set<Digest> named = new TreeSet<>();
        lots.forEach(lot -> lot.remaining().rowList().forEach(row -> named.add(row.profile())));
        return named;
    }

    /** The booked lots in the order in which the request names them. */
    public static List<BookedLot> ordered(TransformationRequest request, Map<LotId, BookedLot> lots) {
        List<BookedLot> ordered = new ArrayList<>();
        for (LotId lot : request.lots()) {
            ordered.add(Objects.requireNonNull(lots.get(lot)));
        }
        return ordered;
    }
}
