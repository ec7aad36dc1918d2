package io.lodestone.local.demo;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonArray;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Json.JsonString;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Fills in the names of a scenario: {@code @party.x} is a party's id, {@code @facility.x} one kept as long as the data
 * directory lives, {@code @now+09:00} the moment a step was first reached, and any other {@code @name} an id of this
 * job.
 */
final class Names {

    private static final String PARTY = "@party.";
    private static final String FACILITY = "@facility.";
    private static final String NOW = "@now";

    private final Properties parties;
    private final Journal setup;
    private final Journal job;

    Names(Properties parties, Journal setup, Journal job) {
        this.parties = parties;
        this.setup = setup;
        this.job = job;
    }

    String resolve(String text, String step) {
        if (text.startsWith(NOW)) {
            return job.time("time." + step, text.substring(NOW.length()));
        }
        return id(text);
    }

    String id(String name) {
        if (name.startsWith(PARTY)) {
            return parties.getProperty(name.substring(PARTY.length()));
        }
        if (name.startsWith(FACILITY)) {
            return setup.id(name.substring(1));
        }
        return job.id(name.substring(1));
    }

    /** The same document with every name filled in. */
    Json fill(Json json, String step) {
        if (json instanceof JsonString string && string.text().startsWith("@")) {
            return Json.string(resolve(string.text(), step));
        } else if (json instanceof JsonArray array) {
            return Json.array(
                    array.items().stream().map(item -> fill(item, step)).toList());
        } else if (json instanceof JsonObject object) {
            Map<String, Json> members = new TreeMap<>();
            object.members().forEach((name, value) -> members.put(name, fill(value, step)));
            return Json.object(members);
        }
        return json;
    }

    /** A path such as {@code /lots/@lot.dy2o3/assays}. */
    String fillPath(String path) {
        StringBuilder out = new StringBuilder();
        for (String part : path.substring(1).split("/")) {
            out.append('/').append(part.startsWith("@") ? id(part) : part);
        }
        return out.toString();
    }
}
