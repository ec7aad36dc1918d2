package io.lodestone.certificates.certificate.store;

import io.lodestone.certificates.certificate.IssuedCertificate;
import io.lodestone.certificates.certificate.PreparedCertificate;
import io.lodestone.certificates.certificate.app.Certificates;
import io.lodestone.certificates.problem.PassedOn;
import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.statement.CertificateId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.StatementId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The table {@code certificate}. Every change says from which stage it leads, so a stage is reached once. */
@Singleton
public class CertificateTable implements Certificates {

    private static final String FIND = "SELECT * FROM certificate WHERE id = $1";
    private static final String FIND_STATEMENT = "SELECT * FROM certificate WHERE issuer = $1 AND statement_id = $2";
    private static final String PREPARE = "INSERT INTO certificate (id, issuer, lot, statement_id, request_digest,"
            + " ruleset, claims, statement, annexes, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'PREPARED')"
            + " ON CONFLICT DO NOTHING";
    private static final String ACCEPTED =
            "UPDATE certificate SET state = 'ACCEPTED', log_index = $2 WHERE id = $1 AND state = 'PREPARED'";
    private static final String REFUSED =
            "UPDATE certificate SET state = 'REFUSED', refusal = $2 WHERE id = $1 AND state = 'PREPARED'";
    private static final String SIGNED =
            "UPDATE certificate SET state = 'SIGNED', jws = $2, bundle = $3 WHERE id = $1 AND state = 'ACCEPTED'";

    /** The instants are the database's own, so replicas need no common clock. */
    private static final String TAKE_UP = "UPDATE certificate SET attempted_at = now() WHERE id IN ("
            + "SELECT id FROM certificate WHERE state IN ('PREPARED', 'ACCEPTED')"
            + " AND attempted_at < now() - make_interval(secs => $1::bigint / 1000.0)"
            + " ORDER BY attempted_at LIMIT $2 FOR UPDATE SKIP LOCKED) RETURNING *";

    private final Pool pool;

    @Inject
    CertificateTable(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<IssuedCertificate>> find(CertificateId id) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(id.value().value()))
                .map(rows -> CertificateRow.read(rows).stream().findFirst());
    }

    @Override
    public Uni<Optional<IssuedCertificate>> find(PartyId issuer, StatementId statement) {
        return pool.preparedQuery(FIND_STATEMENT)
                .execute(Tuple.of(issuer.value().value(), statement.value().value()))
                .map(rows -> CertificateRow.read(rows).stream().findFirst());
    }

    @Override
    public Uni<Boolean> prepare(PreparedCertificate it) {
        Tuple values = Tuple.tuple()
                .addValue(it.id().value().value())
                .addValue(it.issuer().value().value())
                .addValue(it.parsedClaims().lot().lot().value().value())
                .addValue(it.statementId().value().value())
                .addValue(Buffer.buffer(it.request().bytes()))
                .addValue(Buffer.buffer(it.ruleset().bytes()))
                .addValue(it.claims())
                .addValue(it.statement())
                .addValue(it.annexes());
        return pool.preparedQuery(PREPARE).execute(values).map(done -> done.rowCount() == 1);
    }

    @Override
    public Uni<IssuedCertificate> accepted(CertificateId id, long index) {
        return change(ACCEPTED, id, Tuple.of(id.value().value(), index));
    }

    @Override
    public Uni<IssuedCertificate> refused(CertificateId id, PassedOn refusal) {
        return change(REFUSED, id, Tuple.of(id.value().value(), Buffer.buffer(CanonicalJson.bytes(refusal.json()))));
    }

    @Override
    public Uni<IssuedCertificate> signed(CertificateId id, String jws, Buffer bundle) {
        return change(SIGNED, id, Tuple.of(id.value().value(), jws, bundle));
    }

    private Uni<IssuedCertificate> change(String update, CertificateId id, Tuple values) {
        return pool.preparedQuery(update)
                .execute(values)
                .flatMap(done -> find(id))
                .map(Optional::orElseThrow);
    }

    @Override
    public Uni<List<IssuedCertificate>> takeUp(Duration idle, int limit) {
        return pool.preparedQuery(TAKE_UP)
                .execute(Tuple.of(idle.toMillis(), limit))
                .map(CertificateRow::read);
    }
}
