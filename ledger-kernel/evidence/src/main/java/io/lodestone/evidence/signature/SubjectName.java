package io.lodestone.evidence.signature;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/**
 * Whom a certificate names: the common name, and the organisational unit, which is {@code development} for a key that
 * vouches for nothing. Other attributes are not looked at.
 */
public record SubjectName(String commonName, Optional<String> organisationalUnit) {

    /** Empty unless there is exactly one common name and at most one organisational unit, each text alone in its RDN. */
    static Optional<SubjectName> of(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        List<String> units = new ArrayList<>();
        try {
            for (Rdn rdn :
                    new LdapName(certificate.getSubjectX500Principal().getName(X500Principal.RFC2253)).getRdns()) {
                if (rdn.size() != 1 || !(rdn.getValue() instanceof String value)) {
                    return Optional.empty();
                }
                if (rdn.getType().equals("CN")) {
                    names.add(value);
                } else if (rdn.getType().equals("OU")) {
                    units.add(value);
                }
            }
        } catch (InvalidNameException | IllegalArgumentException e) {
            return Optional.empty();
        }
        return names.size() == 1 && units.size() <= 1
                ? Optional.of(new SubjectName(names.get(0), units.stream().findFirst()))
                : Optional.empty();
    }
}
