package io.lodestone.kit.token;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Base64Text;
import io.lodestone.kit.problem.KitProblem;
import java.util.Locale;
import java.util.Set;

/** The JOSE header of a compact JWS (RFC 7515 section 4): its algorithm and the name of its key. */
record TokenHeader(String algorithm, String keyId) {

    /** RSA only, by name: nothing a token says can choose another family. */
    static final Set<String> ACCEPTED = Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512");

    private static final int MAX_HEADER = 4_096;

    static TokenHeader read(String token) throws TokenRefused {
        int dot = token.indexOf('.');
        if (dot <= 0) {
            throw new TokenRefused(KitProblem.TOKEN_MALFORMED);
        }
        try {
            byte[] bytes = Base64Text.decodeUrl(token.substring(0, dot));
            Members members = Members.of(CanonicalJson.read(bytes, MAX_HEADER));
            String keyId = members.optionalString("kid", MAX_HEADER).orElse("");
            return new TokenHeader(members.string("alg", MAX_HEADER), keyId);
        } catch (FormatException | IllegalArgumentException e) {
            throw new TokenRefused(KitProblem.TOKEN_MALFORMED);
        }
    }

    void requireAccepted() throws TokenRefused {
        if (algorithm.equalsIgnoreCase("none")) {
            throw new TokenRefused(KitProblem.TOKEN_UNSIGNED);
        }
        if (!ACCEPTED.contains(algorithm)) {
            throw new TokenRefused(KitProblem.TOKEN_ALGORITHM);
        }
    }

    boolean namesDevelopmentKey() {
        return keyId.toLowerCase(Locale.ROOT).contains("development");
    }
}
