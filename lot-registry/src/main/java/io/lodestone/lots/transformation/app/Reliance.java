package io.lodestone.lots.transformation.app;

import io.lodestone.evidence.statement.AssayId;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.lots.assay.RecordedAssay;
import io.lodestone.lots.assay.store.AssayRows;
import io.lodestone.lots.description.LotFacts;
import io.lodestone.lots.description.store.FactReads;
import io.lodestone.lots.transformation.Relied;
import io.lodestone.lots.transformation.WantedInput;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which assay each input relies on: the one that the caller names, else the one that counts for its lot. */
@Singleton
public class Reliance {

    private final AssayRows assays;
    private final FactReads facts;

    @Inject
    Reliance(AssayRows assays, FactReads facts) {
        this.assays = assays;
        this.facts = facts;
    }

    /** By lot; lots without an assay are left out, and so is an input whose assay nobody knows. */
    public Uni<Map<LotId, Relied>> of(List<WantedInput> inputs) {
        List<LotId> lots = inputs.stream().map(WantedInput::lot).toList();
        List<AssayId> named =
                inputs.stream().flatMap(input -> input.assay().stream()).toList();
        return assays.current(lots)
                .chain(current -> assays.named(named).map(asked -> {
                    Map<LotId, RecordedAssay> found = new HashMap<>(current);
                    inputs.stream()
                            .filter(input -> input.assay().isPresent())
                            .forEach(input -> found.remove(input.lot()));
                    asked.forEach(assay -> found.put(assay.body().of().lot(), assay));
                    return found;
                }))
                .chain(found -> facts.find(found.keySet()).map(known -> relied(found, known)));
    }

    private static Map<LotId, Relied> relied(Map<LotId, RecordedAssay> found, Map<LotId, LotFacts> known) {
        Map<LotId, Relied> relied = new HashMap<>();
        found.forEach((lot, assay) -> relied.put(
                lot,
                new Relied(assay.body(), Optional.ofNullable(known.get(lot)).flatMap(LotFacts::moisture))));
        return relied;
    }
}
