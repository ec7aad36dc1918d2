package io.lodestone.custody.sweep;

import io.lodestone.custody.sweep.StoredRows.EntryRow;
import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.checkpoint.NoteVerification;
import io.lodestone.evidence.checkpoint.NoteVerification.Verified;
import io.lodestone.evidence.checkpoint.VerifierKey;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.Frontier;
import io.lodestone.evidence.merkle.Frontier.TileHash;
import io.lodestone.evidence.merkle.Tile;
import io.lodestone.evidence.statement.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Goes through a run of entries in their order and says everything in which the stored rows disagree. */
public final class EntrySweep {

    private static final String ENTRY = "entry";
    private static final String BYTES = "bytes";
    private static final String TILE = "tile";

    private final VerifierKey key;
    private final StoredRows rows;
    private final Frontier frontier;
    private final List<Finding> findings = new ArrayList<>();
    private Optional<Digest> previous;
    private Optional<Instant> time;

    private EntrySweep(VerifierKey key, Position from, StoredRows rows) {
        this.key = key;
        this.rows = rows;
        this.frontier = from.frontier();
        this.previous = from.previous();
        this.time = from.time();
    }

    /** How far it came, and what it found on the way. */
    public record Swept(Position position, List<Finding> findings) {

        public Swept {
            findings = List.copyOf(findings);
        }
    }

    /** @param until the first entry that is not looked at */
    public static Swept run(VerifierKey key, Position from, long until, StoredRows rows) {
        EntrySweep sweep = new EntrySweep(key, from, rows);
        for (long index = from.next(); index < until; index++) {
            sweep.entry(index);
            sweep.checkpoint(index);
        }
        return new Swept(Position.of(sweep.frontier, sweep.previous, sweep.time), sweep.findings);
    }

    /** Where an entry is missing, the tree goes on with what the tile says, so that what follows is judged by itself. */
    private void entry(long index) {
        @Nullable EntryRow row = rows.entries().get(index);
        if (row == null) {
            find(index, ENTRY, "log_index", "the entry is missing");
            Digest leaf = tileHash(0, index).orElse(Digest.leaf(new byte[0]));
            tiles(index, frontier.append(leaf));
            previous = Optional.of(leaf);
            statement(index, Optional.empty());
            return;
        }
        Digest leaf = row.bytes().leaf();
        if (!leaf.equals(row.leaf())) {
            find(index, ENTRY, "leaf_hash", "the leaf hash is not that of the entry's bytes");
        }
        Optional<Entry> entry = row.parsed();
        entry.ifPresentOrElse(
                it -> stated(index, it, row), () -> find(index, ENTRY, BYTES, "these are not the bytes of an entry"));
        tiles(index, frontier.append(leaf));
        statement(index, entry);
        previous = Optional.of(leaf);
    }

    /** The one over everything up to this entry, where one was published. */
    private void checkpoint(long index) {
        @Nullable String note = rows.checkpoints().get(index + 1);
        if (note != null && !states(Checkpoint.open(note, key))) {
            find(
                    index,
                    "published_checkpoint",
                    "checkpoint",
                    "is not this log's checkpoint of that size, with its root");
        }
    }

    private boolean states(NoteVerification<Checkpoint> opened) {
        return opened instanceof Verified<Checkpoint> verified
                && verified.value().size().equals(frontier.size())
                && verified.value().root().equals(frontier.root());
    }

    private void statement(long index, Optional<Entry> entry) {
        if (index > 0) {
            findings.addAll(StatementCheck.of(index, entry, rows));
        } else if (rows.statements().containsKey(index) || rows.records().containsKey(index)) {
            find(index, "statement", "log_index", "entry 0 stands for no statement");
        }
    }

    private void stated(long index, Entry entry, EntryRow row) {
        if (!entry.log().equals(key.name())) {
            find(index, ENTRY, BYTES, "the entry is of another log");
        }
        if (!entry.time().equals(row.time())) {
            find(index, ENTRY, "time", "the time is not that of the entry's bytes");
        }
        if (time.isPresent() && entry.time().isBefore(time.get())) {
            find(index, ENTRY, BYTES, "the entry is earlier than the one before it");
        }
        if (entry.previous().isPresent() == (index == 0) || !entry.previous().equals(previous)) {
            find(index, ENTRY, BYTES, "the entry does not continue the one before it");
        }
        time = Optional.of(entry.time());
    }

    private void tiles(long index, List<TileHash> complete) {
        for (TileHash hash : complete) {
            long leaves = (hash.index() + 1) << 8 * hash.level();
            if (leaves <= rows.covered()
                    && !tileHash(hash.level(), hash.index()).equals(Optional.of(hash.hash()))) {
                find(index, TILE, "hashes", "tile level " + hash.level() + " has another hash than the entries give");
            }
        }
    }

    private Optional<Digest> tileHash(int level, long index) {
        byte @Nullable [] row = rows.tiles().read(level, index / Tile.WIDTH);
        int at = (int) (index % Tile.WIDTH) * Digest.LENGTH;
        return row == null || row.length < at + Digest.LENGTH
                ? Optional.empty()
                : Optional.of(Digest.of(Arrays.copyOfRange(row, at, at + Digest.LENGTH)));
    }

    private void find(long index, String table, String column, String message) {
        findings.add(Finding.at(index, table, column, message));
    }
}
