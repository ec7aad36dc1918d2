package io.lodestone.certificates.trust;

import io.lodestone.evidence.signature.Environment;
import java.security.cert.X509Certificate;
import java.util.Locale;
import javax.naming.InvalidNameException;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/** Whether a certificate's subject says, in an organisational unit, that its key is for development. */
public final class DevelopmentMark {

    private DevelopmentMark() {}

    public static boolean isOn(X509Certificate certificate) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName(X500Principal.RFC2253))
                    .getRdns().stream().anyMatch(DevelopmentMark::says);
        } catch (InvalidNameException e) {
            // A name that cannot be read cannot be shown to be clean.
            return true;
        }
    }

    private static boolean says(Rdn rdn) {
        try {
            Attribute unit = rdn.toAttributes().get("OU");
            return unit != null
                    && unit.get().toString().toLowerCase(Locale.ROOT).contains(Environment.DEVELOPMENT.wire());
        } catch (NamingException e) {
            return true;
        }
    }
}
