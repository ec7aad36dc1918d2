package io.lodestone.custody.transfer.store;

import io.lodestone.custody.sql.Rows;
import io.lodestone.custody.statement.StatementKey;
import io.lodestone.custody.statement.Submission;
import io.lodestone.custody.transfer.app.Prepared;
import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Members;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Prepared statements in their table. */
@Singleton
public class PgPrepared implements Prepared {

    private static final String FIND = "SELECT request_digest, submission FROM prepared WHERE actor = $1 AND id = $2";
    private static final String KEEP = "INSERT INTO prepared (actor, id, request_digest, submission)"
            + " VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";

    private final Pool pool;

    @Inject
    PgPrepared(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<Kept>> find(StatementKey key) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(key.actor().value().value(), key.id().value().value()))
                .map(PgPrepared::read);
    }

    private static Optional<Kept> read(RowSet<Row> rows) {
        for (Row row : rows) {
            Members submission = Members.of(CanonicalJson.parse(Rows.bytes(row, "submission")));
            return Optional.of(new Kept(Rows.digest(row, "request_digest"), Submission.read(submission)));
        }
        return Optional.empty();
    }

    @Override
    public Uni<Kept> keep(Kept made) {
        StatementKey key = made.submission().key();
        Tuple row = Tuple.of(
                key.actor().value().value(),
                key.id().value().value(),
                Buffer.buffer(made.request().bytes()),
                Buffer.buffer(CanonicalJson.bytes(made.submission().json())));
        return pool.preparedQuery(KEEP)
                .execute(row)
                .chain(() -> find(key))
                .map(kept -> kept.orElseThrow(() -> new IllegalStateException("a kept statement is gone")));
    }
}
