package io.lodestone.lots.party;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.party.PartyDescription;
import io.lodestone.evidence.statement.WireTime;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A description of a party, one of several over time.
 *
 * @param index of its statement in the log
 * @param recorded time of that entry
 * @param from when on it is as described
 * @param content empty where the annex was not sent or is not understood
 */
public record Described(long index, Instant recorded, Instant from, Optional<PartyDescription> content) {

    public JsonObject json() {
        JsonObject described =
                content.map(PartyDescription::json).orElse(Json.object().build());
        SortedMap<String, Json> members = new TreeMap<>(described.members());
        members.remove("kind");
        members.put("eventTime", Json.string(WireTime.text(from)));
        members.put("index", Json.integer(index));
        members.put("time", Json.string(WireTime.text(recorded)));
        return Json.object(members);
    }
}
