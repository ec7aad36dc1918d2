package io.lodestone.lots.trace.app;

import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.kit.actor.Actor;
import io.lodestone.kit.problem.LedgerProblem;
import io.lodestone.lots.outbox.Refusals;
import io.lodestone.lots.trace.Sight;
import io.lodestone.lots.trace.TraceList;
import io.lodestone.lots.trace.TracePage;
import io.lodestone.lots.trace.TraceQuery;
import io.lodestone.lots.trace.TracedLot;
import io.lodestone.lots.trace.flow.FlowSvg;
import io.lodestone.lots.trace.flow.Lineage;
import io.lodestone.lots.trace.flow.Measure;
import io.lodestone.lots.trace.store.PassageRows;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draws the mass flow through one lot's lineage, of the nearest lots where there are very many. */
@Singleton
public class Pictures {

    /** So many lots to each side are looked at; the picture joins most of them. */
    private static final int MAX_LOTS = 500;

    private final Traces traces;
    private final PassageRows passages;

    @Inject
    Pictures(Traces traces, PassageRows passages) {
        this.traces = traces;
        this.passages = passages;
    }

    /**
     * Nothing for a lot that is not seen, nor for a grant that names lots: what stands beside them in a picture is not
     * granted. Refused ({@code too-much-to-draw}) where no picture
     * can hold it.
     */
    public Uni<Optional<String>> flow(Actor actor, Optional<PartyId> as, LotId root, Optional<Element> element) {
        return traces.seeing(
                actor,
                as,
                root,
                sight -> sight.lots().isPresent()
                        ? Uni.createFrom().item(Optional.empty())
                        : flow(sight, root, element));
    }

    private Uni<Optional<String>> flow(Sight sight, LotId root, Optional<Element> element) {
        return nearest(sight, root, TraceList.UPSTREAM)
                .chain(up -> up.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : nearest(sight, root, TraceList.RECALL)
                                .map(down -> down.orElse(new TracePage(List.of(), Optional.empty())))
                                .chain(down -> lineage(sight, up.get(), down))
                                .chain(lineage -> draw(lineage, element))
                                .map(Optional::of));
    }

    private Uni<Optional<TracePage>> nearest(Sight sight, LotId root, TraceList list) {
        return traces.nearest(sight, new TraceQuery(root, list, Optional.empty(), MAX_LOTS));
    }

    private Uni<Lineage> lineage(Sight sight, TracePage up, TracePage down) {
        TracedLot root = up.items().get(0);
        List<TracedLot> above = up.items().subList(1, up.items().size());
        List<TracedLot> below = down.items()
                .subList(Math.min(1, down.items().size()), down.items().size());
        boolean whole = up.next().isEmpty() && down.next().isEmpty();
        return passages.among(sight, ids(root, above), ids(root, below)).map(some -> {
            PassageRows.Found found = some.orElseThrow(Pictures::tooMuch);
            return new Lineage(root, above, below, found.passages(), found.masses(), whole);
        });
    }

    private static Collection<LotId> ids(TracedLot root, List<TracedLot> lots) {
        List<LotId> ids = new ArrayList<>(List.of(root.lot()));
        lots.forEach(lot -> ids.add(lot.lot()));
        return ids;
    }

    private Uni<String> draw(Lineage lineage, Optional<Element> element) {
        return measure(lineage, element).map(measure -> {
            try {
                return FlowSvg.of(lineage, measure);
            } catch (ArithmeticException e) {
                throw tooMuch();
            }
        });
    }

    private Uni<Measure> measure(Lineage lineage, Optional<Element> element) {
        if (element.isEmpty()) {
            return Uni.createFrom().item(Measure.WHOLE);
        }
        Map<LotId, Mass> named = new HashMap<>(lineage.masses());
        named.put(lineage.root().lot(), lineage.root().mass());
        return passages.holding(element.get(), named.keySet())
                .map(held -> new Measure(element.map(Element::symbol), held));
    }

    private static LedgerProblem tooMuch() {
        return Refusals.problem("too-much-to-draw", 422, "This lineage is too large for a picture; ask for the lists.");
    }
}
