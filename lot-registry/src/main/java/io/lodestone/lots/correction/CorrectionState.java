package io.lodestone.lots.correction;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.StatementId;
import java.math.BigDecimal;

/**
 * How far a correction has come.
 *
 * @param own whether who asks has made it; only to its maker it says whose statement it was
 * @param marked lots that it touched
 * @param done lots of which nothing is left to be computed
 * @param deficitUg what was consumed of them beyond what there was
 * @param unknownUg tracked mass that was filled in as Unknown
 */
public record CorrectionState(
        long index,
        StatementId statement,
        Digest digest,
        Digest corrects,
        String reason,
        boolean own,
        boolean isVoid,
        long marked,
        long done,
        BigDecimal deficitUg,
        BigDecimal unknownUg) {

    private static final int KG_DECIMALS = 9;

    public boolean isDone() {
        return done == marked;
    }

    private String state() {
        if (isDone()) {
            return "DONE";
        }
        return done == 0 ? "PENDING" : "RUNNING";
    }

    public JsonObject json() {
        Json.ObjectBuilder out = Json.object()
                .put("index", index)
                .put("own", own)
                .put("reason", reason)
                .put("state", state())
                .put("void", isVoid);
        if (!own) {
            return out.build();
        }
        return out.putWire("corrects", corrects)
                .put("deficitKg", kg(deficitUg))
                .putWire("digest", digest)
                .put("lotsDone", done)
                .put("lotsMarked", marked)
                .putWire("statement", statement)
                .put("unknownKg", kg(unknownUg))
                .build();
    }

    private static String kg(BigDecimal ug) {
        BigDecimal kg = ug.movePointLeft(KG_DECIMALS).stripTrailingZeros();
        return kg.signum() == 0 ? "0" : kg.toPlainString();
    }
}
