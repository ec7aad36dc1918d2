package io.lodestone.custody.statement;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonArray;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.signature.DetachedJws;
import io.lodestone.evidence.statement.Annex;
import io.lodestone.evidence.statement.Correction;
import io.lodestone.evidence.statement.LotsRecomputed;
import io.lodestone.evidence.statement.Statement;
import java.util.List;
import java.util.Optional;

/**
 * A statement with the annexes it commits to, as it is submitted, and the party's own signature where it has one.
 * Refuses annexes that are not exactly those of the statement's list.
 */
public final class Submission {

    private final Statement statement;
    private final List<Annex> annexes;
    private final Optional<DetachedJws> signature;
    private final byte[] bytes;
    private final Digest digest;
    private final int size;

    public Submission(Statement statement, List<Annex> annexes) {
        this(statement, annexes, Optional.empty());
    }

    public Submission(Statement statement, List<Annex> annexes, Optional<DetachedJws> signature) {
        this.statement = statement;
        this.annexes = List.copyOf(annexes);
        this.signature = signature;
        List<Digest> given = annexes.stream().map(Annex::digest).sorted().toList();
        if (!given.equals(statement.annexes())) {
            throw new FormatException(
                    Fault.MALFORMED, "annexes", "must be exactly the documents whose digests the statement lists");
        }
        this.bytes = statement.bytes();
        this.digest = Digest.sha256(bytes);
        this.size = bytes.length
                + annexes.stream()
                        .mapToInt(a -> CanonicalJson.bytes(a.json()).length)
                        .sum();
    }

    /** A statement that was accepted, without its annexes: nothing that is decided depends on them. */
    private Submission(Statement statement, Optional<DetachedJws> signature) {
        this.statement = statement;
        this.annexes = List.of();
        this.signature = signature;
        this.bytes = statement.bytes();
        this.digest = Digest.sha256(bytes);
        this.size = bytes.length;
    }

    static Submission recorded(Statement statement, Optional<DetachedJws> signature) {
        return new Submission(statement, signature);
    }

    public static Submission read(Members in) {
        Optional<DetachedJws> signature = in.nullableParsed(
                "signature", DetachedJws.MAX_LENGTH, text -> DetachedJws.parse(DetachedJws.STATEMENT, text));
        Statement statement = Statement.read(in.value("statement"), "statement");
        return new Submission(statement, annexes(in), signature);
    }

    private static List<Annex> annexes(Members in) {
        if (!(in.value("annexes") instanceof JsonArray list)) {
            throw new FormatException(Fault.WRONG_TYPE, "annexes", "must be an array");
        }
        if (list.items().size() > Statement.MAX_ANNEXES) {
            throw new FormatException(Fault.TOO_LARGE, "annexes", "has at most " + Statement.MAX_ANNEXES + " items");
        }
        List<Json> items = list.items();
        return java.util.stream.IntStream.range(0, items.size())
                .mapToObj(i -> Annex.read(items.get(i), "annexes[" + i + "]"))
                .toList();
    }

    public JsonObject json() {
        return Json.object()
                .put("annexes", annexes, Annex::json)
                .putWire("signature", signature)
                .put("statement", statement.json())
                .build();
    }

    public Statement statement() {
        return statement;
    }

    /**
     * Whether it has to be the only one of its batch: a correction and what follows from it are decided over rows that
     * other statements change.
     */
    public boolean standsAlone() {
        return standsAlone(statement);
    }

    static boolean standsAlone(Statement statement) {
        return statement.body() instanceof Correction || statement.body() instanceof LotsRecomputed;
    }

    public StatementKey key() {
        return StatementKey.of(statement);
    }

    public List<Annex> annexes() {
        return annexes;
    }

    public Optional<DetachedJws> signature() {
        return signature;
    }

    /** The statement's canonical bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    public Digest digest() {
        return digest;
    }

    /** Bytes of the statement and its annexes. */
    public int size() {
        return size;
    }
}
