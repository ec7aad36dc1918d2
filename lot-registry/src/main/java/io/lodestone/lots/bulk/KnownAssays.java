package io.lodestone.lots.bulk;

import io.lodestone.evidence.quantity.DecimalText;
import io.lodestone.evidence.statement.AssayId;
import io.lodestone.evidence.statement.AssayRecorded;
import io.lodestone.evidence.statement.AssayRecorded.Rank;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.lots.description.LotFacts;
import io.lodestone.lots.transformation.Relied;
import io.lodestone.lots.transformation.WantedInput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The assays that inputs rely on and the water that lots were stated to hold: those that are booked, and those of the
 * items so far.
 */
public final class KnownAssays {

    /**
     * What is booked.
     *
     * @param counting the assay that counts for each lot that has one
     * @param named those that items name
     */
    public record Booked(
            Map<LotId, AssayRecorded> counting, Map<AssayId, AssayRecorded> named, Map<LotId, DecimalText> moisture) {

        static final Booked NOTHING = new Booked(Map.of(), Map.of(), Map.of());

        public Booked {
            counting = Map.copyOf(counting);
            named = Map.copyOf(named);
            moisture = Map.copyOf(moisture);
        }
    }

    private final Map<LotId, AssayRecorded> counting = new HashMap<>();
    private final Map<AssayId, AssayRecorded> named = new HashMap<>();
    private final Map<LotId, DecimalText> moisture = new HashMap<>();

    KnownAssays() {}

    /** @param underway lots of which more is foretold than is booked */
    void load(Booked booked, Set<LotId> underway) {
        counting.keySet().retainAll(underway);
        named.values().removeIf(assay -> !underway.contains(assay.of().lot()));
        booked.counting().forEach(counting::putIfAbsent);
        booked.counting().values().forEach(assay -> named.put(assay.assay(), assay));
        named.putAll(booked.named());
        moisture.putAll(booked.moisture());
    }

    void apply(Body body) {
        LotFacts.descriptions(body)
                .forEach((lot, description) -> description.moisture().ifPresent(water -> moisture.put(lot, water)));
        if (body instanceof AssayRecorded assay) {
            named.put(assay.assay(), assay);
            counting.merge(assay.of().lot(), assay, KnownAssays::counts);
        }
    }

    /** The newer one, unless the older is of a higher stage and stays beside it. */
    private static AssayRecorded counts(AssayRecorded older, AssayRecorded newer) {
        boolean replaces = newer.rank().flatMap(Rank::supersedes).equals(Optional.of(older.assay()));
        return replaces || stage(newer) >= stage(older) ? newer : older;
    }

    private static int stage(AssayRecorded assay) {
        return assay.rank().map(rank -> rank.stage().ordinal()).orElse(-1);
    }

    /** Of which lot each of them is. */
    Map<AssayId, LotId> lots() {
        Map<AssayId, LotId> lots = new HashMap<>();
        named.forEach((id, assay) -> lots.put(id, assay.of().lot()));
        return lots;
    }

    /** Which assay each input relies on: the one it names, else the one that counts for its lot. */
    Map<LotId, Relied> relied(List<WantedInput> inputs) {
        Map<LotId, Relied> relied = new HashMap<>();
        for (WantedInput input : inputs) {
            LotId lot = input.lot();
            AssayRecorded assay =
                    input.assay().isPresent() ? named.get(input.assay().get()) : counting.get(lot);
            if (assay != null && assay.of().lot().equals(lot)) {
                relied.put(lot, new Relied(assay, Optional.ofNullable(moisture.get(lot))));
            }
        }
        return relied;
    }
}
