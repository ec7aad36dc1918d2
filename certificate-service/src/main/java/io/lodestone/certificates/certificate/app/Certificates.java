package io.lodestone.certificates.certificate.app;

import io.lodestone.certificates.certificate.IssuedCertificate;
import io.lodestone.certificates.certificate.PreparedCertificate;
import io.lodestone.certificates.problem.PassedOn;
import io.lodestone.evidence.statement.CertificateId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.StatementId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where certificates are kept. A stage that was reached already is left as it is; what stands is answered. */
public interface Certificates {

    Uni<Optional<IssuedCertificate>> find(CertificateId id);

    Uni<Optional<IssuedCertificate>> find(PartyId issuer, StatementId statement);

    /** False where the certificate's id or the issuer's statement id is in use. */
    Uni<Boolean> prepare(PreparedCertificate certificate);

    Uni<IssuedCertificate> accepted(CertificateId id, long index);

    Uni<IssuedCertificate> refused(CertificateId id, PassedOn refusal);

    Uni<IssuedCertificate> signed(CertificateId id, String jws, Buffer bundle);

    /** Takes up at most {@code limit} unfinished ones that nobody has worked on for {@code idle}. */
    Uni<List<IssuedCertificate>> takeUp(Duration idle, int limit);
}
