package io.lodestone.custody.statement;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonArray;
import io.lodestone.evidence.canonical.Json.JsonNull;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.Annex;
import io.lodestone.evidence.statement.Correction;
import io.lodestone.evidence.statement.LotsRecomputed;
import io.lodestone.evidence.statement.Statement;
import java.util.List;

/**
 * A statement with the annexes it commits to, as it is submitted. Refuses annexes that are not exactly those of the
 * statement's list, and a signature, which no party can have registered a key for yet.
 */
public final class Submission {

    private final Statement statement;
    private final List<Annex> annexes;
    private final byte[] bytes;
    private final Digest digest;
    private final int size;

    public Submission(Statement statement, List<Annex> annexes) {
        this.statement = statement;
        this.annexes = List.copyOf(annexes);
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
    private Submission(Statement statement) {
        this.statement = statement;
        this.annexes = List.of();
        this.bytes = statement.bytes();
        this.digest = Digest.sha256(bytes);
        this.size = bytes.length;
    }

    static Submission recorded(Statement statement) {
        return new Submission(statement);
    }

    public static Submission read(Members in) {
        if (in.value("signature") != JsonNull.NULL) {
            throw new FormatException(Fault.OUT_OF_BOUNDS, "signature", "must be null in this version");
        }
        Statement statement = Statement.read(in.value("statement"), "statement");
        return new Submission(statement, annexes(in));
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
                .put("signature", JsonNull.NULL)
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
