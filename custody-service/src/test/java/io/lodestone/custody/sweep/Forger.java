package io.lodestone.custody.sweep;

import io.lodestone.custody.log.TileMap;
import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.TileRow;
import io.lodestone.evidence.merkle.TileTree;
import io.lodestone.evidence.merkle.TileTree.Growth;
import io.lodestone.evidence.merkle.TreeSize;
import io.lodestone.evidence.statement.AcceptanceRecord;
import io.lodestone.evidence.statement.Entry;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.evidence.statement.Statement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Rewrites one entry of a copy and then everything that follows from it: records, chain, leaves, tiles and head. */
final class Forger {

    private final SweptCopy copy;

    Forger(SweptCopy copy) {
        this.copy = copy;
    }

    /** Another salt of the statement there, with its record, decision and entry; returns the root of it all. */
    Digest restate(long index) throws SQLException {
        Statement was = Statement.parse(one("SELECT bytes FROM statement WHERE log_index = " + index));
        Statement made = new Statement(
                was.actor(), was.annexes(), was.body(), was.id(), was.log(), Salt.of(new byte[16]), was.time());
        set("UPDATE statement SET bytes = ?, digest = ? WHERE log_index = " + index, made.bytes(), made.digest());
        set("UPDATE decision SET digest = ? WHERE log_index = " + index, made.digest());
        return record(index, it -> new AcceptanceRecord(it.key(), it.lots(), it.salt(), it.signature(), made.digest()));
    }

    /** Another salt of the record there. */
    Digest record(long index) throws SQLException {
        return record(
                index,
                it -> new AcceptanceRecord(it.key(), it.lots(), Salt.of(new byte[16]), it.signature(), it.statement()));
    }

    private Digest record(long index, UnaryOperator<AcceptanceRecord> change) throws SQLException {
        byte[] bytes = one("SELECT bytes FROM acceptance_record WHERE log_index = " + index);
        AcceptanceRecord made = change.apply(AcceptanceRecord.read(CanonicalJson.parse(bytes), ""));
        set(
                "UPDATE acceptance_record SET bytes = ?, digest = ? WHERE log_index = " + index,
                CanonicalJson.bytes(made.json()),
                made.digest());
        return entry(
                index,
                it -> new Entry(
                        it.environment(),
                        it.log(),
                        it.nullifiers(),
                        it.previous(),
                        Optional.of(made.digest()),
                        it.time()));
    }

    /** A millisecond later than it was, which is not later than the next. */
    Digest delay(long index) throws SQLException {
        return entry(
                index,
                it -> new Entry(
                        it.environment(),
                        it.log(),
                        it.nullifiers(),
                        it.previous(),
                        it.record(),
                        it.time().plusMillis(1)));
    }

    /** Those before it stay as they are; all after it name another one before them. */
    private Digest entry(long index, UnaryOperator<Entry> change) throws SQLException {
        List<Digest> leaves = new ArrayList<>();
        Optional<Digest> previous = Optional.empty();
        try (Connection db = copy.open();
                PreparedStatement rewritten = db.prepareStatement(
                        "UPDATE entry SET bytes = ?, leaf_hash = ?, time = ? WHERE log_index = ?")) {
            for (byte[] bytes : all("SELECT bytes FROM entry ORDER BY log_index")) {
                int at = leaves.size();
                Entry entry = Entry.parse(bytes);
                Entry chained = after(previous, at == index ? change.apply(entry) : entry);
                if (at >= index) {
                    rewritten.setBytes(1, chained.bytes());
                    rewritten.setBytes(2, chained.leafHash().bytes());
                    rewritten.setObject(3, chained.time().atOffset(ZoneOffset.UTC));
                    rewritten.setLong(4, at);
                    rewritten.addBatch();
                }
                leaves.add(chained.leafHash());
                previous = Optional.of(chained.leafHash());
            }
            int[] ignored = rewritten.executeBatch();
        }
        set("UPDATE log_head SET last_leaf = ?", leaves.get(leaves.size() - 1));
        return tiles(leaves);
    }

    private static Entry after(Optional<Digest> previous, Entry entry) {
        return new Entry(entry.environment(), entry.log(), entry.nullifiers(), previous, entry.record(), entry.time());
    }

    private Digest tiles(List<Digest> leaves) throws SQLException {
        int published =
                Integer.parseInt(copy.list("SELECT size FROM publication").get(0));
        Growth growth = TileTree.of(new TileMap(Map.of()), TreeSize.ZERO).append(leaves.subList(0, published));
        for (TileRow row : growth.tiles()) {
            set(
                    "UPDATE tile SET hashes = ? WHERE level = " + row.tile().level() + " AND tile_index = "
                            + row.tile().index(),
                    (Object) row.bytes());
        }
        set("UPDATE publication SET root = ?", growth.root());
        set("DELETE FROM published_checkpoint WHERE size < " + published);
        return growth.root();
    }

    /** Takes back what was published beyond that checkpoint, as the rollback of a publisher does that has died. */
    void unpublish(Checkpoint to) throws SQLException {
        String hashes = "(" + to.size().value() + " >> (8 * level)) - 256 * tile_index";
        set("DELETE FROM tile WHERE " + hashes + " <= 0");
        set("UPDATE tile SET hashes = substring(hashes FROM 1 FOR (32 * least(256, " + hashes + "))::integer)");
        set("DELETE FROM published_checkpoint WHERE size > " + to.size().value());
        set(
                "UPDATE publication SET root = ?, size = " + to.size().value()
                        + ", checkpoint = (SELECT max(checkpoint) FROM published_checkpoint WHERE size = "
                        + to.size().value() + ")",
                to.root());
    }

    void checkpoint(String note) throws SQLException {
        set("UPDATE publication SET checkpoint = ?", note);
        set("UPDATE published_checkpoint SET checkpoint = ?", note);
    }

    private byte[] one(String query) throws SQLException {
        return all(query).get(0);
    }

    private List<byte[]> all(String query) throws SQLException {
        try (Connection db = copy.open();
                ResultSet rows = db.createStatement().executeQuery(query)) {
            List<byte[]> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getBytes(1));
            }
            return found;
        }
    }

    private void set(String update, Object... values) throws SQLException {
        try (Connection db = copy.open();
                PreparedStatement sql = db.prepareStatement(update)) {
            for (int i = 0; i < values.length; i++) {
                sql.setObject(i + 1, values[i] instanceof Digest digest ? digest.bytes() : values[i]);
            }
            int ignored = sql.executeUpdate();
        }
    }
}
