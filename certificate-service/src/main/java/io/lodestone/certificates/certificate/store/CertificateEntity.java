package io.lodestone.certificates.certificate.store;

import io.lodestone.certificates.certificate.IssuedCertificate;
import io.lodestone.certificates.certificate.IssuedCertificate.Accepted;
import io.lodestone.certificates.certificate.IssuedCertificate.Prepared;
import io.lodestone.certificates.certificate.IssuedCertificate.Refused;
import io.lodestone.certificates.certificate.IssuedCertificate.Signed;
import io.lodestone.certificates.certificate.IssuedCertificate.Stage;
import io.lodestone.certificates.certificate.PreparedCertificate;
import io.lodestone.certificates.problem.PassedOn;
import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.CertificateId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.evidence.statement.Uuid7;
import io.vertx.core.buffer.Buffer;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code certificate}. What was prepared is never updated, for the service's login may not; a row
 * that contradicts the table's constraints throws.
 */
@Entity(name = "Certificate")
@Table(name = "certificate")
@DynamicUpdate
class CertificateEntity {

    enum State {
        PREPARED,
        ACCEPTED,
        SIGNED,
        REFUSED
    }

    @Id
    UUID id;

    @Column(updatable = false)
    UUID issuer;

    @Column(updatable = false)
    UUID lot;

    @Column(name = "statement_id", updatable = false)
    UUID statementId;

    @Column(name = "request_digest", updatable = false)
    byte[] requestDigest;

    @Column(updatable = false)
    byte[] ruleset;

    @Column(updatable = false)
    byte[] claims;

    @Column(updatable = false)
    byte[] statement;

    @Column(updatable = false)
    byte[] annexes;

    @Enumerated(EnumType.STRING)
    State state;

    @Column(name = "log_index")
    @Nullable
    Long logIndex;

    byte @Nullable [] refusal;

    @Nullable
    String jws;

    byte @Nullable [] bundle;

    @SuppressWarnings("NullAway.Init")
    protected CertificateEntity() {}

    void accepted(long index) {
        if (state == State.PREPARED) {
            state = State.ACCEPTED;
            logIndex = index;
        }
    }

    void refused(PassedOn decision) {
        if (state == State.PREPARED) {
            state = State.REFUSED;
            refusal = CanonicalJson.bytes(decision.json());
        }
    }

    void signed(String signature, Buffer document) {
        if (state == State.ACCEPTED) {
            state = State.SIGNED;
            jws = signature;
            bundle = document.getBytes();
        }
    }

    IssuedCertificate certificate() {
        PreparedCertificate prepared = new PreparedCertificate(
                new CertificateId(new Uuid7(id)),
                new PartyId(new Uuid7(issuer)),
                new StatementId(new Uuid7(statementId)),
                Digest.of(requestDigest),
                Digest.of(ruleset),
                Buffer.buffer(claims),
                Buffer.buffer(statement),
                Buffer.buffer(annexes));
        return new IssuedCertificate(prepared, stage());
    }

    private Stage stage() {
        return switch (state) {
            case PREPARED -> new Prepared();
            case ACCEPTED -> new Accepted(present(logIndex));
            case SIGNED -> new Signed(present(logIndex), present(jws), Buffer.buffer(present(bundle)));
            case REFUSED -> new Refused(PassedOn.read(CanonicalJson.parse(present(refusal))));
        };
    }

    private <T> T present(@Nullable T value) {
        return Objects.requireNonNull(value, () -> "a certificate lacks what its state needs: " + state);
    }
}
