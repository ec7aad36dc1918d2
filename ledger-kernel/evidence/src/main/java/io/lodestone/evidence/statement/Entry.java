package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Json.ObjectBuilder;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One leaf of the public log ({@code SPEC.md} section 4): when, after which leaf, the digest of an acceptance record,
 * and a nullifier for each lot version it spends. Nothing in it names a party or a lot.
 *
 * @param environment stated by entry 0 alone, which has neither record nor previous entry
 * @param previous leaf hash of the entry before: the hash chain
 */
public record Entry(
        Optional<String> environment,
        String log,
        List<Digest> nullifiers,
        Optional<Digest> previous,
        Optional<Digest> record,
        Instant time) {

    /** C2SP entry bundles prefix an entry with a 16-bit length. */
    public static final int MAX_BYTES = 65_535;

    public Entry {
        nullifiers = List.copyOf(nullifiers);
        Formats.sorted("nullifiers", nullifiers, digest -> digest);
        boolean first = environment.isPresent();
        if (first != record.isEmpty() || first != previous.isEmpty() || (first && !nullifiers.isEmpty())) {
            throw new FormatException(
                    Fault.MALFORMED,
                    "",
                    "entry 0 has an environment and nothing else; every other has record and previous");
        }
        time = WireTime.truncate(time);
    }

    /** Entry 0 of a log. */
    public static Entry genesis(String environment, String log, Instant time) {
        return new Entry(Optional.of(environment), log, List.of(), Optional.empty(), Optional.empty(), time);
    }

    public static Entry next(String log, Digest previousLeaf, Digest record, List<Digest> nullifiers, Instant time) {
        return new Entry(
                Optional.empty(),
                log,
                nullifiers.stream().sorted().toList(),
                Optional.of(previousLeaf),
                Optional.of(record),
                time);
    }

    public static Entry parse(byte[] canonical) {
        return read(CanonicalJson.parse(canonical, MAX_BYTES), "");
    }

    public static Entry read(Json json, String path) {
        Members in = Members.of(json, path);
        in.format("lodestone-entry", 1);
        Entry entry = new Entry(
                in.optionalParsed("environment", 16, Entry::environment),
                in.string("log", Statement.MAX_LOG_LENGTH),
                in.strings("nullifiers", Formats.MAX_LOTS, 44, Digest::parse),
                in.nullableParsed("previous", 44, Digest::parse),
                in.nullableParsed("record", 44, Digest::parse),
                in.parsed("time", 24, WireTime::instant));
        in.end();
        return Formats.same(entry, entry.json(), json, path);
    }

    private static String environment(String text) {
        if (!text.equals("development") && !text.equals("production")) {
            throw new IllegalArgumentException("must be development or production");
        }
        return text;
    }

    public JsonObject json() {
        ObjectBuilder out = Json.object()
                .put("log", log)
                .put("nullifiers", nullifiers, digest -> Json.string(digest.toString()))
                .putWire("previous", previous)
                .putWire("record", record)
                .put("time", WireTime.text(time))
                .put("type", "lodestone-entry")
                .put("version", 1);
        return environment
                .map(value -> out.put("environment", value))
                .orElse(out)
                .build();
    }

    public byte[] bytes() {
        return CanonicalJson.bytes(json());
    }

    public Digest leafHash() {
        return Digest.leaf(bytes());
    }
}
