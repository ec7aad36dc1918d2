package io.lodestone.evidence.archive;

import io.lodestone.evidence.acceptance.KeyReplay;
import io.lodestone.evidence.acceptance.Refusal;
import io.lodestone.evidence.archive.StatementVerification.Incomplete;
import io.lodestone.evidence.archive.StatementVerification.Rejected;
import io.lodestone.evidence.archive.StatementVerification.Verified;
import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.Tile;
import io.lodestone.evidence.signature.DetachedJws;
import io.lodestone.evidence.statement.AcceptanceRecord;
import io.lodestone.evidence.statement.Annex;
import io.lodestone.evidence.statement.Entry;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.WireTime;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Audits the statements of a log over its public files, which a {@link LogAudit} has verified before: every record is the
 * one that the entry at its place commits to, every statement and signature the one of its record, every signature good
 * and by a key the party had then, and none is missing that the party required of itself ({@code SPEC.md} section 23).
 * What else makes a statement acceptable is not asked here. For one use, in log order.
 */
public final class StatementAudit {

    /** A statement and its annexes, each of the largest size. */
    public static final int MAX_ITEM_BYTES = (1 + Statement.MAX_ANNEXES) * (Statement.MAX_BYTES + 1_024);

    private final LogFiles files;
    private final Checkpoint checkpoint;
    private final KeyReplay replay = new KeyReplay();
    private Optional<StatementVerification> wrong = Optional.empty();
    private List<byte[]> bundle = List.of();
    private long next = 1;
    private long signed;

    public StatementAudit(LogFiles files, Checkpoint checkpoint) {
        this.files = files;
        this.checkpoint = checkpoint;
    }

    /** One item of what custody answers at {@code GET /statements}. */
    private record Item(
            long index,
            Instant time,
            Statement statement,
            AcceptanceRecord record,
            Optional<DetachedJws> signature,
            List<Digest> annexes) {

        static Item read(byte[] bytes) {
            Members in = Members.of(CanonicalJson.read(bytes, MAX_ITEM_BYTES));
            Item item = new Item(
                    in.integer("index", 1, Json.JsonInteger.MAX),
                    in.parsed("time", 24, WireTime::instant),
                    Statement.read(in.value("statement"), "statement"),
                    AcceptanceRecord.read(in.value("record"), "record"),
                    in.optionalParsed(
                            "signature",
                            DetachedJws.MAX_LENGTH,
                            text -> DetachedJws.parse(DetachedJws.STATEMENT, text)),
                    annexes(in));
            in.end();
            return item;
        }

        private static List<Digest> annexes(Members in) {
            if (!(in.value("annexes") instanceof Json.JsonArray list)) {
                throw new FormatException(Fault.WRONG_TYPE, "annexes", "must be an array");
            }
            return list.items().stream()
                    .map(annex -> Annex.read(annex, "annexes").digest())
                    .toList();
        }
    }

    /** Takes the next item; false once something is wrong, and then nothing more is looked at. */
    public boolean next(byte[] bytes) throws IOException {
        if (wrong.isEmpty()) {
            try {
                wrong = refusal(Item.read(bytes));
            } catch (FormatException e) {
                wrong = rejected("is malformed: " + e.getMessage());
            }
            next++;
        }
        return wrong.isEmpty();
    }

    private Optional<StatementVerification> refusal(Item item) throws IOException {
        if (item.index() != next || next >= checkpoint.size().value()) {
            return rejected("is not what comes next in the log");
        }
        Optional<Entry> there = entry();
        if (there.isEmpty()) {
            return Optional.of(new Incomplete(next));
        }
        Entry entry = there.get();
        if (!entry.record().equals(Optional.of(item.record().digest()))) {
            return rejected("has another record than its entry commits to");
        }
        if (!entry.time().equals(item.time()) || !item.statement().log().equals(entry.log())) {
            return rejected("is of another time or log than its entry");
        }
        if (!item.statement().annexes().containsAll(item.annexes())) {
            return rejected("has an annex that it does not commit to");
        }
        Optional<Refusal> refusal = replay.next(next, entry.time(), item.statement(), item.record(), item.signature());
        if (refusal.isPresent()) {
            String path = refusal.get().path().isEmpty() ? "" : refusal.get().path() + " ";
            return rejected(
                    refusal.get().code().slug() + ": " + path + refusal.get().reason());
        }
        signed += item.signature().isPresent() ? 1 : 0;
        return Optional.empty();
    }

    private Optional<StatementVerification> rejected(String detail) {
        return Optional.of(new Rejected(next, detail));
    }

    /** The entry at the next place, out of its bundle; empty where the file is gone since the log was audited. */
    private Optional<Entry> entry() throws IOException {
        int within = (int) (next % Tile.WIDTH);
        if (bundle.isEmpty() || within == 0) {
            Tile place = Tile.at(0, next / Tile.WIDTH, checkpoint.size());
            byte[] bytes = files.read(place.entriesPath(), EntryBundle.MAX_BYTES);
            if (bytes == null) {
                return Optional.empty();
            }
            bundle = EntryBundle.parse(bytes, place.width());
        }
        return Optional.of(Entry.parse(bundle.get(within)));
    }

    /** The result, after the last item: there has to be one for every entry but the first. */
    public StatementVerification end() {
        return wrong.orElseGet(() -> next == checkpoint.size().value()
                ? new Verified(next - 1, signed, replay.book())
                : new Incomplete(next));
    }
}
