package io.lodestone.lots.provenance;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.lots.lot.BookedLot;
import io.lodestone.lots.trace.Sight;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a lot went into as one party may see it: through the transformations that it stated itself. A lot that it
 * handed over is {@code handed-over}, and nothing follows.
 *
 * @param lots every lot of the tree
 */
public record Descendants(Sight sight, Map<LotId, BookedLot> lots, Map<LotId, List<Use>> uses) {

    public JsonObject tree(LotId root) {
        return node(root, new HashSet<>());
    }

    private JsonObject node(LotId id, Set<LotId> seen) {
        BookedLot lot = lots.get(id);
        if (lot == null || !seen.add(id)) {
            return Json.object()
                    .putWire("lot", id)
                    .put("shown", lot == null ? "not" : "above")
                    .build();
        }
        boolean current = sight.has(lot.holder()) || sight.has(lot.owner());
        return Json.object()
                .put("form", lot.form().wire())
                .put("index", lot.index())
                .putWire("lot", id)
                .put("massKg", lot.mass().toKg())
                .put("shown", "here")
                .put("standing", current ? lot.standing().name() : "HANDED_OVER")
                .put("uses", uses.getOrDefault(id, List.of()), use -> use(use, seen))
                .build();
    }

    private JsonObject use(Use use, Set<LotId> seen) {
        return Json.object()
                .put("consumedKg", use.consumed().toKg())
                .put("index", use.index())
                .put("outputs", use.outputs(), output -> node(output, seen))
                .put("process", use.process())
                .build();
    }
}
