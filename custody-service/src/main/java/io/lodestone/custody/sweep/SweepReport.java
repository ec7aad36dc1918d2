package io.lodestone.custody.sweep;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.statement.WireTime;
import java.time.Instant;
import java.util.List;

/** What a sweep reports in the end ({@code SPEC.md} section 22): one line of canonical JSON, which is no checkpoint. */
public final class SweepReport {

    private SweepReport() {}

    public static JsonObject json(String origin, Sweep sweep, List<Finding> findings, Instant finished) {
        return Json.object()
                .put("findings", findings, Finding::json)
                .put("finished", WireTime.text(finished))
                .put("found", sweep.found())
                .put("log", origin)
                .put("replayed", sweep.replayed().entries())
                .putWire("root", sweep.position().root())
                .put("size", sweep.size())
                .put("started", WireTime.text(sweep.started()))
                .putWire("sweep", sweep.id())
                .put("type", "lodestone-sweep")
                .put("version", 1)
                .build();
    }

    /** The text of the note. */
    public static String text(JsonObject report) {
        return CanonicalJson.text(report) + "\n";
    }
}
