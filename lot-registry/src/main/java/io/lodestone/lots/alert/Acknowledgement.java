package io.lodestone.lots.alert;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.statement.WireTime;
import io.lodestone.lots.outbox.Fields;
import java.time.Instant;

/** That somebody of a party has seen an alert, and why it may stand. */
public record Acknowledgement(String person, String reason, Instant at) {

    private static final int MAX_REASON = 1_000;

    /** Reads the reason. */
    public static String reason(Members in) {
        return in.parsed("reason", MAX_REASON, Fields::name);
    }

    public JsonObject json() {
        return Json.object()
                .put("at", WireTime.text(at))
                .put("person", person)
                .put("reason", reason)
                .build();
    }
}
