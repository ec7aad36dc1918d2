package io.lodestone.custody.sweep;

import io.lodestone.custody.log.TileMap;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Everything that is stored for a run of entries, as it is stored, by index. A row that is missing is missing here.
 *
 * @param nullifiers by themselves, those that the entries name
 * @param checkpoints that were published, by their size
 * @param covered how many entries the tiles cover, by the publication's row
 */
public record StoredRows(
        Map<Long, EntryRow> entries,
        Map<Long, StatementRow> statements,
        Map<Long, RecordRow> records,
        Map<Long, DecisionRow> decisions,
        Map<Long, List<AnnexRow>> annexes,
        Map<Long, Bytes> signatures,
        Map<Digest, Long> nullifiers,
        Map<Long, String> checkpoints,
        TileMap tiles,
        long covered) {

    public record EntryRow(Instant time, Digest leaf, Bytes bytes) {

        /** What it reads as; empty where it is no entry. */
        Optional<Entry> parsed() {
            try {
                return Optional.of(Entry.parse(bytes.value()));
            } catch (FormatException e) {
                return Optional.empty();
            }
        }

        public List<Digest> nullifiers() {
            return parsed().map(Entry::nullifiers).orElse(List.of());
        }
    }

    public record StatementRow(Digest digest, UUID actor, UUID id, Bytes bytes) {}

    public record RecordRow(Digest digest, Bytes bytes) {}

    /**
     * One that names an entry.
     *
     * @param refuses whether it says something that only a refusal says
     */
    public record DecisionRow(Digest digest, UUID actor, UUID id, boolean refuses) {}

    public record AnnexRow(Digest digest, Bytes bytes) {}

    /** A stored document. */
    public static final class Bytes {

        private final byte[] value;

        public Bytes(byte[] value) {
            this.value = value.clone();
        }

        public byte[] value() {
            return value.clone();
        }

        public Digest digest() {
            return Digest.sha256(value);
        }

        public Digest leaf() {
            return Digest.leaf(value);
        }
    }

    public StoredRows {
        entries = Map.copyOf(entries);
        statements = Map.copyOf(statements);
        records = Map.copyOf(records);
        decisions = Map.copyOf(decisions);
        annexes = Map.copyOf(annexes);
        signatures = Map.copyOf(signatures);
        nullifiers = Map.copyOf(nullifiers);
        checkpoints = Map.copyOf(checkpoints);
    }

    /** The same rows with the tiles over them. */
    public StoredRows over(TileMap above, long entriesCovered) {
        return new StoredRows(
                entries,
                statements,
                records,
                decisions,
                annexes,
                signatures,
                nullifiers,
                checkpoints,
                above,
                entriesCovered);
    }
}
