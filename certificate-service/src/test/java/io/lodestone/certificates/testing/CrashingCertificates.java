package io.lodestone.certificates.testing;

import io.lodestone.certificates.certificate.IssuedCertificate;
import io.lodestone.certificates.certificate.PreparedCertificate;
import io.lodestone.certificates.certificate.app.Certificates;
import io.lodestone.certificates.certificate.store.CertificateTable;
import io.lodestone.certificates.problem.PassedOn;
import io.lodestone.evidence.statement.CertificateId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.StatementId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The real table, which can store a stage and then fail, as when the process dies right after the commit. */
@Alternative
@Priority(1)
@Singleton
public class CrashingCertificates implements Certificates {

    /** After which stage's commit the next work on a certificate ends. */
    public enum After {
        NOTHING,
        PREPARED,
        ACCEPTED,
        SIGNED
    }

    private final CertificateTable table;
    private final AtomicReference<After> crash = new AtomicReference<>(After.NOTHING);

    @Inject
    CrashingCertificates(CertificateTable table) {
        this.table = table;
    }

    public void crashOnce(After after) {
        crash.set(after);
    }

    private <T> Uni<T> stored(After stage, Uni<T> done) {
        return done.invoke(() -> {
            if (crash.compareAndSet(stage, After.NOTHING)) {
                throw new IllegalStateException("the process died after " + stage);
            }
        });
    }

    @Override
    public Uni<Optional<IssuedCertificate>> find(CertificateId id) {
        return table.find(id);
    }

    @Override
    public Uni<Optional<IssuedCertificate>> find(PartyId issuer, StatementId statement) {
        return table.find(issuer, statement);
    }

    @Override
    public Uni<Boolean> prepare(PreparedCertificate certificate) {
        return stored(After.PREPARED, table.prepare(certificate));
    }

    @Override
    public Uni<IssuedCertificate> accepted(CertificateId id, long index) {
        return stored(After.ACCEPTED, table.accepted(id, index));
    }

    @Override
    public Uni<IssuedCertificate> refused(CertificateId id, PassedOn refusal) {
        return table.refused(id, refusal);
    }

    @Override
    public Uni<IssuedCertificate> signed(CertificateId id, String jws, Buffer bundle) {
        return stored(After.SIGNED, table.signed(id, jws, bundle));
    }

    @Override
    public Uni<List<IssuedCertificate>> takeUp(Duration idle, int limit) {
        return table.takeUp(idle, limit);
    }
}
