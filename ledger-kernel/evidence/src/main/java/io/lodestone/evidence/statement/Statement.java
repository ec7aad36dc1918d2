package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/**
 * One claim by one party ({@code SPEC.md} section 1). What is hashed and signed is its canonical JSON.
 *
 * @param log the origin line of the log it is meant for, so that it cannot be replayed into another
 * @param annexes digests of salted documents that belong to it, sorted by their bytes
 * @param time when it was made, UTC to the millisecond
 */
public record Statement(
        PartyId actor, List<Digest> annexes, Body body, StatementId id, String log, Salt salt, Instant time) {

    /** A statement with 1,000 lots and their vectors fits; anything larger is not a statement. */
    public static final int MAX_BYTES = CanonicalJson.MAX_DOCUMENT_BYTES;

    public static final int MAX_ANNEXES = 16;
    public static final int MAX_LOG_LENGTH = 128;

    public Statement {
        annexes = List.copyOf(annexes);
        if (!annexes.equals(List.copyOf(new TreeSet<>(annexes)))) {
            throw new FormatException(Fault.NOT_CANONICAL, "annexes", "must be sorted and different");
        }
        time = WireTime.truncate(time);
    }

    /** Parses canonical bytes; {@link FormatException} for anything that is not exactly a statement. */
    public static Statement parse(byte[] canonical) {
        return read(CanonicalJson.parse(canonical, MAX_BYTES));
    }

    /** Reads bytes that {@link #parse} has taken before, and only those: their spelling is not checked again. */
    public static Statement ofKept(byte[] canonical) {
        return members(CanonicalJson.read(canonical, MAX_BYTES), "");
    }

    public static Statement read(Json json) {
        return read(json, "");
    }

    /** Reads a statement that is part of a larger document, at {@code path} there. */
    public static Statement read(Json json, String path) {
        Statement statement = members(json, path);
        return Formats.same(statement, statement.json(), json, path);
    }

    private static Statement members(Json json, String path) {
        Members in = Members.of(json, path);
        Kind kind = in.parsed("type", 32, Kind::parse);
        long version = in.integer("version", 1, kind.latestVersion());
        Statement statement = new Statement(
                in.parsed("actor", 36, PartyId::parse),
                in.strings("annexes", MAX_ANNEXES, 44, Digest::parse),
                kind.read(in.object("body"), version),
                in.parsed("id", 36, StatementId::parse),
                in.string("log", MAX_LOG_LENGTH),
                in.parsed("salt", 24, Salt::new),
                in.parsed("time", 24, WireTime::instant));
        in.end();
        return statement;
    }

    public JsonObject json() {
        return Json.object()
                .putWire("actor", actor)
                .put("annexes", annexes, d -> Json.string(d.toString()))
                .put("body", body.json())
                .putWire("id", id)
                .put("log", log)
                .putWire("salt", salt)
                .put("time", WireTime.text(time))
                .put("type", body.kind().type())
                .put("version", body.version())
                .build();
    }

    public byte[] bytes() {
        return CanonicalJson.bytes(json());
    }

    public Digest digest() {
        return Digest.sha256(bytes());
    }
}
