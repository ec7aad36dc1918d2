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
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;

/** Rows of the table {@code certificate}; one that contradicts its constraints throws. */
final class CertificateRow {

    private CertificateRow() {}

    static List<IssuedCertificate> read(RowSet<io.vertx.mutiny.sqlclient.Row> rows) {
        List<IssuedCertificate> certificates = new ArrayList<>();
        rows.forEach(
                row -> certificates.add(new IssuedCertificate(prepared(row.getDelegate()), stage(row.getDelegate()))));
        return certificates;
    }

    private static PreparedCertificate prepared(Row row) {
        return new PreparedCertificate(
                new CertificateId(new Uuid7(row.getUUID("id"))),
                new PartyId(new Uuid7(row.getUUID("issuer"))),
                new StatementId(new Uuid7(row.getUUID("statement_id"))),
                Digest.of(row.getBuffer("request_digest").getBytes()),
                Digest.of(row.getBuffer("ruleset").getBytes()),
                row.getBuffer("claims"),
                row.getBuffer("statement"),
                row.getBuffer("annexes"));
    }

    private static Stage stage(Row row) {
        return switch (row.getString("state")) {
            case "PREPARED" -> new Prepared();
            case "ACCEPTED" -> new Accepted(row.getLong("log_index"));
            case "SIGNED" -> new Signed(row.getLong("log_index"), row.getString("jws"), row.getBuffer("bundle"));
            case "REFUSED" ->
                new Refused(PassedOn.read(
                        CanonicalJson.parse(row.getBuffer("refusal").getBytes())));
            default -> throw new IllegalStateException("a certificate in a state that is not known");
        };
    }
}
