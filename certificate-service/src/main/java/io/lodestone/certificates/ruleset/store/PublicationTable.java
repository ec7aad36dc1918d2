package io.lodestone.certificates.ruleset.store;

import io.lodestone.certificates.problem.PassedOn;
import io.lodestone.certificates.ruleset.Publication;
import io.lodestone.certificates.ruleset.app.Publications;
import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.evidence.statement.Uuid7;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table {@code ruleset}. */
@Singleton
public class PublicationTable implements Publications {

    private static final String FIND = "SELECT * FROM ruleset WHERE digest = $1";
    private static final String ALL = "SELECT * FROM ruleset ORDER BY edition";
    private static final String PUBLISHERS =
            "SELECT DISTINCT publisher FROM ruleset WHERE state = 'PUBLISHED' ORDER BY publisher";

    /** A refused publication gives way to a new one; any other stays. */
    private static final String PREPARE = "INSERT INTO ruleset AS kept (digest, ruleset_id, edition, document, jws,"
            + " publisher, statement_id, statement, annexes, state)"
            + " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'PREPARED')"
            + " ON CONFLICT (digest) DO UPDATE SET jws = excluded.jws, publisher = excluded.publisher,"
            + " statement_id = excluded.statement_id, statement = excluded.statement, annexes = excluded.annexes,"
            + " state = 'PREPARED', refusal = NULL WHERE kept.state = 'REFUSED'";

    private static final String PUBLISHED = "UPDATE ruleset SET state = 'PUBLISHED', log_index = $3"
            + " WHERE digest = $1 AND statement_id = $2 AND state = 'PREPARED'";
    private static final String REFUSED = "UPDATE ruleset SET state = 'REFUSED', refusal = $3"
            + " WHERE digest = $1 AND statement_id = $2 AND state = 'PREPARED'";

    private final Pool pool;

    @Inject
    PublicationTable(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<Publication>> find(Digest ruleset) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(bytes(ruleset)))
                .map(rows -> publications(rows).stream().findFirst());
    }

    @Override
    public Uni<List<Publication>> all() {
        return pool.query(ALL).execute().map(PublicationTable::publications);
    }

    @Override
    public Uni<List<PartyId>> publishers() {
        return pool.query(PUBLISHERS).execute().map(rows -> {
            List<PartyId> parties = new ArrayList<>();
            rows.forEach(row -> parties.add(new PartyId(new Uuid7(row.getUUID("publisher")))));
            return parties;
        });
    }

    @Override
    public Uni<Publication> prepare(Publication it) {
        Tuple values = Tuple.tuple()
                .addValue(bytes(it.digest()))
                .addValue(it.rulesetId())
                .addValue(it.edition())
                .addValue(it.document())
                .addValue(it.jws())
                .addValue(it.publisher().value().value())
                .addValue(it.statementId().value().value())
                .addValue(it.statement())
                .addValue(it.annexes());
        return pool.preparedQuery(PREPARE).execute(values).flatMap(done -> kept(it.digest()));
    }

    @Override
    public Uni<Publication> published(Publication it, long index) {
        return pool.preparedQuery(PUBLISHED)
                .execute(Tuple.of(bytes(it.digest()), it.statementId().value().value(), index))
                .flatMap(done -> kept(it.digest()));
    }

    @Override
    public Uni<Publication> refused(Publication it, PassedOn refusal) {
        return pool.preparedQuery(REFUSED)
                .execute(Tuple.of(
                        bytes(it.digest()),
                        it.statementId().value().value(),
                        Buffer.buffer(CanonicalJson.bytes(refusal.json()))))
                .flatMap(done -> kept(it.digest()));
    }

    private Uni<Publication> kept(Digest ruleset) {
        return find(ruleset).map(Optional::orElseThrow);
    }

    private static Buffer bytes(Digest digest) {
        return Buffer.buffer(digest.bytes());
    }

    private static List<Publication> publications(RowSet<Row> rows) {
        List<Publication> all = new ArrayList<>();
        rows.forEach(row -> all.add(publication(row.getDelegate())));
        return all;
    }

    private static Publication publication(io.vertx.sqlclient.Row row) {
        return new Publication(
                Digest.of(row.getBuffer("digest").getBytes()),
                row.getString("ruleset_id"),
                row.getString("edition"),
                row.getBuffer("document"),
                row.getString("jws"),
                new PartyId(new Uuid7(row.getUUID("publisher"))),
                new StatementId(new Uuid7(row.getUUID("statement_id"))),
                row.getBuffer("statement"),
                row.getBuffer("annexes"),
                Optional.ofNullable(row.getLong("log_index")),
                Optional.ofNullable(row.getBuffer("refusal"))
                        .map(json -> PassedOn.read(CanonicalJson.parse(json.getBytes()))));
    }
}
