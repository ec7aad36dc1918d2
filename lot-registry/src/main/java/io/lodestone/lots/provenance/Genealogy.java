package io.lodestone.lots.provenance;

import io.lodestone.evidence.acceptance.Holding;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.lots.access.Viewpoint;
import io.lodestone.lots.lot.BookedLot;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A lot's ancestors as one party may see them: lots that it made, with what went into them, down to lots that it was
 * handed or registered; an auditor sees those of them that its grant covers. Beyond a lot that the party was handed there is one node, {@code upstream}, with the roll-up and no names.
 *
 * @param lots every lot of the tree
 * @param descents of the lots that the party made of others
 * @param profiles of the lots that others made
 */
public record Genealogy(
        Viewpoint view, Map<LotId, BookedLot> lots, Map<LotId, Descent> descents, Map<Digest, OriginProfile> profiles) {

    /** Whether what went into the lot may be shown: to who made it, and to an auditor if that was in its period. */
    public static boolean opens(Viewpoint view, BookedLot lot) {
        return lot.maker().equals(view.party()) && view.shows(lot.index());
    }

    public JsonObject tree(LotId root) {
        return node(root, new HashSet<>());
    }

    private JsonObject node(LotId id, Set<LotId> seen) {
        BookedLot lot = lots.get(id);
        if (lot == null || !seen.add(id)) {
            // Shown in full where it stands first, or beyond the number of lots that one answer holds.
            return Json.object()
                    .putWire("lot", id)
                    .put("shown", lot == null ? "not" : "above")
                    .build();
        }
        return Json.object()
                .put("form", lot.form().wire())
                .put("index", lot.index())
                .put("inputs", inputs(lot, seen))
                .putWire("lot", id)
                .put("made", made(lot))
                .put("massKg", lot.mass().toKg())
                .put("shown", "here")
                .build();
    }

    private Json made(BookedLot lot) {
        Descent descent = descents.get(lot.lot());
        if (descent != null) {
            return Json.string(descent.process());
        }
        if (lot.standing() == Holding.State.POOL) {
            // One node: what flowed into a pool cannot be told apart, so no lot stands above it.
            return Json.string("pool");
        }
        if (opens(view, lot)) {
            return Json.string("registered");
        }
        return Json.string(lot.maker().equals(view.party()) ? "not-granted" : "handed-over");
    }

    private Json inputs(BookedLot lot, Set<LotId> seen) {
        Descent descent = descents.get(lot.lot());
        if (descent != null) {
            return Json.array(descent.inputs().stream()
                    .map(input -> view.shows(input.lot())
                            ? node(input.lot(), seen)
                                    .with("consumedKg", Json.string(input.mass().toKg()))
                            : Json.object().put("shown", "not-granted").build())
                    .toList());
        }
        if (opens(view, lot)) {
            return Json.strings(List.of());
        }
        JsonObject upstream = Json.object()
                .put("origin", OriginRollUp.of(lot.original(), profiles))
                .put("shown", "upstream")
                .build();
        return Json.array(List.of(upstream));
    }
}
