package io.lodestone.certificates.certificate.store;

import io.lodestone.certificates.certificate.IssuedCertificate;
import io.lodestone.certificates.certificate.PreparedCertificate;
import io.lodestone.certificates.certificate.app.Certificates;
import io.lodestone.certificates.certificate.store.CertificateEntity.State;
import io.lodestone.certificates.problem.PassedOn;
import io.lodestone.certificates.session.Sessions;
import io.lodestone.evidence.statement.CertificateId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.StatementId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The table {@code certificate}. Whoever changes a row holds it first, so a stage is reached once. */
@Singleton
public class CertificateTable implements Certificates {

    private static final String FIND_STATEMENT =
            "from Certificate where issuer = :issuer and statementId = :statementId";

    /** Whether an id is in use is a question with an answer here, not a failure. */
    private static final String PREPARE = "insert into Certificate (id, issuer, lot, statementId, requestDigest,"
            + " ruleset, claims, statement, annexes, state) values (:id, :issuer, :lot, :statementId, :requestDigest,"
            + " :ruleset, :claims, :statement, :annexes, :state) on conflict do nothing";

    private static final String FIND_ALL = "from Certificate where id in (:ids)";

    /**
     * Outside any request, and in one round trip: through the pool beneath the sessions. The instants are the
     * database's own, so replicas need no common clock; rows that others hold are left to them.
     */
    private static final String TAKE_UP = "UPDATE certificate SET attempted_at = now() WHERE id IN ("
            + "SELECT id FROM certificate WHERE state IN ('PREPARED', 'ACCEPTED')"
            + " AND attempted_at < now() - make_interval(secs => $1::bigint / 1000.0)"
            + " ORDER BY attempted_at LIMIT $2 FOR UPDATE SKIP LOCKED) RETURNING id";

    private final Sessions sessions;
    private final Pool pool;

    @Inject
    CertificateTable(Sessions sessions, Pool pool) {
        this.sessions = sessions;
        this.pool = pool;
    }

    @Override
    public Uni<Optional<IssuedCertificate>> find(CertificateId id) {
        return sessions.read(session ->
                        session.find(CertificateEntity.class, id.value().value()))
                .map(CertificateTable::certificate);
    }

    @Override
    public Uni<Optional<IssuedCertificate>> find(PartyId issuer, StatementId statement) {
        return sessions.read(session -> session.createQuery(FIND_STATEMENT, CertificateEntity.class)
                        .setParameter("issuer", issuer.value().value())
                        .setParameter("statementId", statement.value().value())
                        .getSingleResultOrNull())
                .map(CertificateTable::certificate);
    }

    private static Optional<IssuedCertificate> certificate(@Nullable CertificateEntity row) {
        return Optional.ofNullable(row).map(CertificateEntity::certificate);
    }

    @Override
    public Uni<Boolean> prepare(PreparedCertificate certificate) {
        return sessions.write(session -> insert(session, certificate)).map(rows -> rows == 1);
    }

    private static Uni<Integer> insert(Mutiny.Session session, PreparedCertificate it) {
        return session.createMutationQuery(PREPARE)
                .setParameter("id", it.id().value().value())
                .setParameter("issuer", it.issuer().value().value())
                .setParameter("lot", it.lot().value().value())
                .setParameter("statementId", it.statementId().value().value())
                .setParameter("requestDigest", it.request().bytes())
                .setParameter("ruleset", it.ruleset().bytes())
                .setParameter("claims", it.claims().getBytes())
                .setParameter("statement", it.statement().getBytes())
                .setParameter("annexes", it.annexes().getBytes())
                .setParameter("state", State.PREPARED)
                .executeUpdate();
    }

    @Override
    public Uni<IssuedCertificate> accepted(CertificateId id, long index) {
        return change(id, row -> row.accepted(index));
    }

    @Override
    public Uni<IssuedCertificate> refused(CertificateId id, PassedOn refusal) {
        return change(id, row -> row.refused(refusal));
    }

    @Override
    public Uni<IssuedCertificate> signed(CertificateId id, String jws, Buffer bundle) {
        return change(id, row -> row.signed(jws, bundle));
    }

    private Uni<IssuedCertificate> change(CertificateId id, Consumer<CertificateEntity> change) {
        return sessions.write(
                session -> session.find(CertificateEntity.class, id.value().value(), LockMode.PESSIMISTIC_WRITE)
                        .invoke(change)
                        .map(CertificateEntity::certificate));
    }

    @Override
    public Uni<List<IssuedCertificate>> takeUp(Duration idle, int limit) {
        return pool.preparedQuery(TAKE_UP)
                .execute(Tuple.of(idle.toMillis(), limit))
                .map(CertificateTable::ids)
                .flatMap(ids -> ids.isEmpty() ? Uni.createFrom().item(List.of()) : findAll(ids));
    }

    private static List<UUID> ids(RowSet<Row> rows) {
        List<UUID> ids = new ArrayList<>();
        rows.forEach(row -> ids.add(row.getUUID("id")));
        return ids;
    }

    private Uni<List<IssuedCertificate>> findAll(List<UUID> ids) {
        return sessions.read(session -> session.createQuery(FIND_ALL, CertificateEntity.class)
                        .setParameter("ids", ids)
                        .getResultList())
                .map(rows -> rows.stream().map(CertificateEntity::certificate).toList());
    }
}
