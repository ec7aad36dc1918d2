package io.lodestone.kit.token;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.kit.problem.KitProblem;
import io.lodestone.kit.startup.Surroundings;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Verifies tokens, the same one once a minute at most. Refuses every algorithm but RSA's before the library sees the
 * token, and outside development every key whose name says {@code development}.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class RememberingTokenFactory extends JWTCallerPrincipalFactory {

    /** Some 20 MB at most, with tokens of 1 kB. */
    private static final int CAPACITY = 5_000;

    /** A longer one is no token of ours, and would have to be hashed on every request. */
    private static final int MAX_TOKEN = 8_192;

    private static final Set<SignatureAlgorithm> ALGORITHMS = Set.copyOf(EnumSet.of(
            SignatureAlgorithm.RS256,
            SignatureAlgorithm.RS384,
            SignatureAlgorithm.RS512,
            SignatureAlgorithm.PS256,
            SignatureAlgorithm.PS384,
            SignatureAlgorithm.PS512));

    private final JWTCallerPrincipalFactory verifier = new DefaultJWTCallerPrincipalFactory();
    private final TokenMemory<JWTCallerPrincipal> memory = new TokenMemory<>(CAPACITY);
    private final Clock clock;
    private final boolean developmentKeys;
    private volatile @Nullable JWTAuthContextInfo pinned;

    @Inject
    RememberingTokenFactory(Clock clock, Surroundings surroundings) {
        this.clock = clock;
        this.developmentKeys = surroundings.isDevelopment();
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo settings) throws ParseException {
        if (token.length() > MAX_TOKEN) {
            throw new TokenRefused(KitProblem.TOKEN_MALFORMED);
        }
        Digest digest = Digest.sha256(token.getBytes(StandardCharsets.UTF_8));
        Instant now = clock.instant();
        Optional<JWTCallerPrincipal> known = memory.find(digest, now);
        if (known.isPresent()) {
            return known.get();
        }
        JWTCallerPrincipal principal = verify(token, settings);
        memory.remember(digest, principal, Instant.ofEpochSecond(principal.getExpirationTime()), now);
        return principal;
    }

    private JWTCallerPrincipal verify(String token, JWTAuthContextInfo settings) throws TokenRefused {
        TokenHeader header = TokenHeader.read(token);
        header.requireAccepted();
        if (header.namesDevelopmentKey() && !developmentKeys) {
            throw new TokenRefused(KitProblem.TOKEN_DEVELOPMENT);
        }
        try {
            return verifier.parse(token, pinned(settings));
        } catch (ParseException e) {
            throw TokenRefused.of(e);
        }
    }

    private JWTAuthContextInfo pinned(JWTAuthContextInfo settings) {
        JWTAuthContextInfo present = pinned;
        if (present == null) {
            present = new JWTAuthContextInfo(settings);
            present.setSignatureAlgorithm(ALGORITHMS);
            pinned = present;
        }
        return present;
    }
}
