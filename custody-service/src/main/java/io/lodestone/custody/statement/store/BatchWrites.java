package io.lodestone.custody.statement.store;

import io.lodestone.custody.sql.Columns;
import io.lodestone.custody.statement.BatchResult;
import io.lodestone.custody.statement.BatchResult.RefusedStatement;
import io.lodestone.custody.statement.Sequenced;
import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.signature.DetachedJws;
import io.lodestone.evidence.statement.Annex;
import java.util.ArrayList;
import java.util.List;

/** What a batch adds to the event tables, and then to the projections. */
final class BatchWrites {

    private static final String STATEMENTS = "INSERT INTO statement (log_index, digest, actor, id, bytes)"
            + " SELECT * FROM unnest($1::bigint[], $2::bytea[], $3::uuid[], $4::uuid[], $5::bytea[])";
    private static final String ANNEXES = "INSERT INTO annex (log_index, digest, bytes)"
            + " SELECT * FROM unnest($1::bigint[], $2::bytea[], $3::bytea[])";
    private static final String RECORDS = "INSERT INTO acceptance_record (log_index, digest, bytes)"
            + " SELECT * FROM unnest($1::bigint[], $2::bytea[], $3::bytea[])";
    private static final String ENTRIES = "INSERT INTO entry (log_index, time, leaf_hash, bytes)"
            + " SELECT * FROM unnest($1::bigint[], $2::timestamptz[], $3::bytea[], $4::bytea[])";
    private static final String NULLIFIERS =
            "INSERT INTO nullifier (log_index, nullifier)" + " SELECT * FROM unnest($1::bigint[], $2::bytea[])";
    private static final String ACCEPTED = "INSERT INTO decision (log_index, digest, actor, id)"
            + " SELECT * FROM unnest($1::bigint[], $2::bytea[], $3::uuid[], $4::uuid[])";
    private static final String REFUSED = "INSERT INTO decision (digest, actor, id, code, path, reason)"
            + " SELECT * FROM unnest($1::bytea[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[])";

    private static final String SIGNATURES =
            "INSERT INTO statement_signature (log_index, jws) SELECT * FROM unnest($1::bigint[], $2::text[])";

    private BatchWrites() {}

    private record AnnexRow(long index, Annex annex) {}

    private record SignatureRow(long index, DetachedJws signature) {}

    private record NullifierRow(long index, Digest nullifier) {}

    static List<Write> of(BatchResult result) {
        List<Write> writes = new ArrayList<>();
        if (!result.accepted().isEmpty()) {
            writes.addAll(events(result.accepted()));
            writes.addAll(derived(result));
        }
        if (!result.refused().isEmpty()) {
            writes.add(refused(result.refused()));
        }
        return writes;
    }

    /** What follows from the entries and statements that the batch accepted. */
    static List<Write> derived(BatchResult result) {
        List<Write> writes = new ArrayList<>(ProjectionWrites.of(result));
        List<NullifierRow> nullifiers = result.accepted().stream()
                .flatMap(s -> s.entry().nullifiers().stream().map(n -> new NullifierRow(s.index(), n)))
                .toList();
        if (!nullifiers.isEmpty()) {
            writes.add(new Write(
                    NULLIFIERS,
                    Columns.of(nullifiers)
                            .number(NullifierRow::index)
                            .bytes(row -> row.nullifier().bytes())));
        }
        return writes;
    }

    private static List<Write> events(List<Sequenced> accepted) {
        List<AnnexRow> annexes = accepted.stream()
                .flatMap(s -> s.submission().annexes().stream().map(annex -> new AnnexRow(s.index(), annex)))
                .toList();
        List<Write> writes = new ArrayList<>(List.of(
                new Write(STATEMENTS, keyed(accepted).bytes(s -> s.submission().bytes())),
                new Write(
                        RECORDS,
                        Columns.of(accepted)
                                .number(Sequenced::index)
                                .bytes(s -> s.recordDigest().bytes())
                                .bytes(s -> CanonicalJson.bytes(s.record().json()))),
                new Write(
                        ENTRIES,
                        Columns.of(accepted)
                                .number(Sequenced::index)
                                .time(s -> s.entry().time())
                                .bytes(s -> s.leaf().bytes())
                                .bytes(s -> s.entry().bytes())),
                new Write(ACCEPTED, keyed(accepted))));
        List<SignatureRow> signatures = accepted.stream()
                .flatMap(s -> s.submission().signature().stream().map(jws -> new SignatureRow(s.index(), jws)))
                .toList();
        if (!signatures.isEmpty()) {
            writes.add(new Write(
                    SIGNATURES,
                    Columns.of(signatures)
                            .number(SignatureRow::index)
                            .text(row -> row.signature().toString())));
        }
        if (!annexes.isEmpty()) {
            writes.add(new Write(
                    ANNEXES,
                    Columns.of(annexes)
                            .number(AnnexRow::index)
                            .bytes(row -> row.annex().digest().bytes())
                            .bytes(row -> CanonicalJson.bytes(row.annex().json()))));
        }
        return writes;
    }

    private static Columns<Sequenced> keyed(List<Sequenced> accepted) {
        return Columns.of(accepted)
                .number(Sequenced::index)
                .bytes(s -> s.submission().digest().bytes())
                .uuid(s -> s.submission().statement().actor().value())
                .uuid(s -> s.submission().statement().id().value());
    }

    private static Write refused(List<RefusedStatement> refused) {
        return new Write(
                REFUSED,
                Columns.of(refused)
                        .bytes(r -> r.submission().digest().bytes())
                        .uuid(r -> r.submission().statement().actor().value())
                        .uuid(r -> r.submission().statement().id().value())
                        .text(r -> r.refusal().code().slug())
                        .text(r -> r.refusal().path())
                        .text(r -> r.refusal().reason()));
    }
}
