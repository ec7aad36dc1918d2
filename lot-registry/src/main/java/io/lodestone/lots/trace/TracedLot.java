package io.lodestone.lots.trace;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import java.util.List;
import java.util.Optional;

/**
 * A lot of a trace, as its reader may see it.
 *
 * @param process that made it, where the reader's own did
 * @param index where in the log it was made
 * @param remaining only for who holds or owns it now
 * @param depth the smallest number of transformations between it and the lot asked about
 * @param standing HELD, OFFERED or CONSUMED for who holds or owns it, else HANDED_OVER
 * @param handedTo whom the reader handed it to, where it is not back; nobody beyond
 */
public record TracedLot(
        LotId lot,
        Form form,
        Optional<String> process,
        long index,
        Mass mass,
        Optional<Mass> remaining,
        int depth,
        String standing,
        Optional<PartyId> handedTo,
        Optional<Boundary> boundary) {

    /** The heads of {@link #cells}. */
    public static final List<String> COLUMNS = List.of(
            "lot", "form", "process", "index", "massKg", "remainingKg", "depth", "standing", "handedTo", "boundary");

    public JsonObject json() {
        return Json.object()
                .putWire("boundary", boundary.map(Boundary::wire))
                .put("depth", depth)
                .put("form", form.wire())
                .putWire("handedTo", handedTo)
                .put("index", index)
                .putWire("lot", lot)
                .put("massKg", mass.toKg())
                .putWire("process", process)
                .putWire("remainingKg", remaining.map(Mass::toKg))
                .put("standing", standing)
                .build();
    }

    public List<String> cells() {
        return List.of(
                lot.toString(),
                form.wire(),
                process.orElse(""),
                Long.toString(index),
                mass.toKg(),
                remaining.map(Mass::toKg).orElse(""),
                Integer.toString(depth),
                standing,
                handedTo.map(PartyId::toString).orElse(""),
                boundary.map(Boundary::wire).orElse(""));
    }
}
