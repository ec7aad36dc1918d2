package io.lodestone.custody.sweep.api;

import io.lodestone.custody.sweep.Finding;
import io.lodestone.custody.sweep.Sweep;
import io.lodestone.custody.sweep.Sweep.Ended;
import io.lodestone.custody.sweep.app.Sweeps.Shown;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonNull;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Json.ObjectBuilder;
import io.lodestone.evidence.statement.WireTime;

/** Sweeps as they are answered. */
final class SweepJson {

    private SweepJson() {}

    static ObjectBuilder of(Sweep sweep) {
        String ended = sweep.found() == 0 ? "agrees" : "disagrees";
        return Json.object()
                .putWire("finished", sweep.ended().map(Ended::at).map(WireTime::text))
                .put("found", sweep.found())
                .put(
                        "logged",
                        sweep.ended()
                                .flatMap(Ended::logged)
                                .<Json>map(Json::integer)
                                .orElse(JsonNull.NULL))
                .put("replayed", sweep.replayed().entries())
                .put("size", sweep.size())
                .put("started", WireTime.text(sweep.started()))
                .put("state", sweep.ended().isPresent() ? ended : "running")
                .putWire("sweep", sweep.id())
                .put("swept", sweep.position().next());
    }

    static JsonObject whole(Shown shown) {
        return of(shown.sweep())
                .put("findings", shown.findings(), Finding::json)
                .putWire("report", shown.sweep().ended().map(Ended::report))
                .build();
    }
}
