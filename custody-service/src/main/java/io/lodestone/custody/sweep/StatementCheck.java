package io.lodestone.custody.sweep;

import io.lodestone.custody.sweep.StoredRows.AnnexRow;
import io.lodestone.custody.sweep.StoredRows.Bytes;
import io.lodestone.custody.sweep.StoredRows.DecisionRow;
import io.lodestone.custody.sweep.StoredRows.RecordRow;
import io.lodestone.custody.sweep.StoredRows.StatementRow;
import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.AcceptanceRecord;
import io.lodestone.evidence.statement.Entry;
import io.lodestone.evidence.statement.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands behind one entry: its record, the record's statement, that one's annexes and its decision. */
final class StatementCheck {

    private static final String RECORD = "acceptance_record";
    private static final String STATEMENT = "statement";
    private static final String DECISION = "decision";
    private static final String ANNEX = "annex";
    private static final String SIGNATURE = "statement_signature";
    private static final String NULLIFIER = "nullifier";

    private final long index;
    private final StoredRows rows;
    private final List<Finding> findings = new ArrayList<>();

    private StatementCheck(long index, StoredRows rows) {
        this.index = index;
        this.rows = rows;
    }

    /** @param entry empty where the stored one cannot be read, which is found elsewhere */
    static List<Finding> of(long index, Optional<Entry> entry, StoredRows rows) {
        StatementCheck check = new StatementCheck(index, rows);
        Optional<AcceptanceRecord> record = check.record(entry);
        check.statement(record);
        record.ifPresent(check::signature);
        entry.ifPresent(it -> check.nullifiers(it, record));
        return check.findings;
    }

    private Optional<AcceptanceRecord> record(Optional<Entry> entry) {
        @Nullable RecordRow row = rows.records().get(index);
        if (row == null) {
            find(RECORD, "log_index", "the entry's acceptance record is missing");
            return Optional.empty();
        }
        Optional<Digest> named = entry.flatMap(Entry::record);
        if (named.isPresent() && !named.get().equals(row.digest())) {
            find(RECORD, "digest", "the entry names another record");
        }
        if (!row.bytes().digest().equals(row.digest())) {
            find(RECORD, "bytes", "the record's digest is not that of its bytes");
        }
        try {
            return Optional.of(
                    AcceptanceRecord.read(CanonicalJson.parse(row.bytes().value()), ""));
        } catch (FormatException e) {
            find(RECORD, "bytes", "these are not the bytes of an acceptance record");
            return Optional.empty();
        }
    }

    private void statement(Optional<AcceptanceRecord> record) {
        @Nullable StatementRow row = rows.statements().get(index);
        if (row == null) {
            find(STATEMENT, "log_index", "the entry's statement is missing");
            return;
        }
        if (record.isPresent() && !record.get().statement().equals(row.digest())) {
            find(STATEMENT, "digest", "the record is of another statement");
        }
        if (!row.bytes().digest().equals(row.digest())) {
            find(STATEMENT, "bytes", "the statement's digest is not that of its bytes");
        }
        decision(row);
        try {
            Statement statement = Statement.parse(row.bytes().value());
            if (!statement.actor().value().value().equals(row.actor())) {
                find(STATEMENT, "actor", "the statement is of another actor");
            }
            if (!statement.id().value().value().equals(row.id())) {
                find(STATEMENT, "id", "the statement has another id");
            }
            annexes(statement);
        } catch (FormatException e) {
            find(STATEMENT, "bytes", "these are not the bytes of a statement");
        }
    }

    private void signature(AcceptanceRecord record) {
        @Nullable Bytes row = rows.signatures().get(index);
        if (row == null && record.signature().isPresent()) {
            find(SIGNATURE, "log_index", "the signature that the record commits to is missing");
        } else if (row != null && record.signature().isEmpty()) {
            find(SIGNATURE, "log_index", "the record commits to no signature");
        } else if (row != null && !record.signature().equals(Optional.of(row.digest()))) {
            find(SIGNATURE, "jws", "the record commits to another signature");
        }
    }

    private void decision(StatementRow statement) {
        @Nullable DecisionRow row = rows.decisions().get(index);
        if (row == null) {
            find(DECISION, "log_index", "no decision says that this statement was accepted");
            return;
        }
        if (!row.digest().equals(statement.digest())) {
            find(DECISION, "digest", "the decision is of another statement than the entry");
        }
        if (!row.actor().equals(statement.actor())) {
            find(DECISION, "actor", "the decision is of another actor than the statement");
        }
        if (row.refuses()) {
            find(DECISION, "code", "the decision gives a reason to refuse what was accepted");
        }
        if (!row.id().equals(statement.id())) {
            find(DECISION, "id", "the decision is under another id than the statement");
        }
    }

    private void annexes(Statement statement) {
        List<AnnexRow> stored = rows.annexes().getOrDefault(index, List.of());
        List<Digest> digests = stored.stream().map(AnnexRow::digest).sorted().toList();
        if (!digests.equals(statement.annexes())) {
            find(ANNEX, "digest", "the annexes are not those that the statement lists");
        }
        if (stored.stream().anyMatch(annex -> !annex.bytes().digest().equals(annex.digest()))) {
            find(ANNEX, "bytes", "an annex's digest is not that of its bytes");
        }
    }

    private void nullifiers(Entry entry, Optional<AcceptanceRecord> record) {
        for (Digest nullifier : entry.nullifiers()) {
            @Nullable Long stored = rows.nullifiers().get(nullifier);
            if (stored == null) {
                find(NULLIFIER, NULLIFIER, "a nullifier of the entry is missing");
            } else if (stored != index) {
                find(NULLIFIER, "log_index", "a nullifier of the entry is recorded for another one");
            }
        }
        record.ifPresent(it -> {
            long continued =
                    it.lots().stream().filter(lot -> lot.previous().isPresent()).count();
            if (continued != entry.nullifiers().size()) {
                find("entry", "bytes", "the entry does not spend as many lot versions as its record continues");
            }
        });
    }

    private void find(String table, String column, String message) {
        findings.add(Finding.at(index, table, column, message));
    }
}
