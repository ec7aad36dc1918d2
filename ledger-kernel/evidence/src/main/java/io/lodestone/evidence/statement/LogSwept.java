package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonInteger;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;

/**
 * The log's operator has gone through everything it stores, and says how that came out ({@code SPEC.md} section 22). The
 * registrar states it.
 *
 * @param found how many disagreements
 * @param report digest of the signed report, as it stands
 * @param root of the tree over the entries that were read
 * @param size how many those are
 */
public record LogSwept(long found, Digest report, Digest root, long size) implements Body {

    static LogSwept read(Members in) {
        return new LogSwept(
                in.integer("found", 0, JsonInteger.MAX),
                in.parsed("report", 44, Digest::parse),
                in.parsed("root", 44, Digest::parse),
                in.integer("size", 0, JsonInteger.MAX));
    }

    @Override
    public Kind kind() {
        return Kind.LOG_SWEPT;
    }

    @Override
    public JsonObject json() {
        return Json.object()
                .put("found", found)
                .putWire("report", report)
                .putWire("root", root)
                .put("size", size)
                .build();
    }
}
