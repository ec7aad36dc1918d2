package io.lodestone.kit.token;

import io.lodestone.kit.problem.KitProblem;
import io.lodestone.kit.problem.ProblemType;
import io.smallrye.jwt.auth.principal.ParseException;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.InvalidJwtSignatureException;
import org.jspecify.annotations.Nullable;

/** A token that is not accepted, and why. */
public final class TokenRefused extends ParseException {

    private static final long serialVersionUID = 1L;

    private static final int MAX_CAUSES = 16;

    private final KitProblem problem;

    TokenRefused(KitProblem problem) {
        super(problem.title());
        this.problem = problem;
    }

    /** Claims are looked at only after the signature held, so naming them tells a forger nothing. */
    static TokenRefused of(ParseException refusal) {
        @Nullable Throwable cause = refusal;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++, cause = cause.getCause()) {
            if (cause instanceof InvalidJwtSignatureException) {
                return new TokenRefused(KitProblem.TOKEN_SIGNATURE);
            }
            if (cause instanceof InvalidJwtException invalid) {
                return new TokenRefused(problem(invalid));
            }
        }
        return new TokenRefused(KitProblem.TOKEN_NOT_ACCEPTED);
    }

    private static KitProblem problem(InvalidJwtException invalid) {
        if (invalid.hasErrorCode(ErrorCodes.SIGNATURE_INVALID)) {
            return KitProblem.TOKEN_SIGNATURE;
        }
        if (invalid.hasErrorCode(ErrorCodes.EXPIRED)) {
            return KitProblem.TOKEN_EXPIRED;
        }
        if (invalid.hasErrorCode(ErrorCodes.ISSUER_INVALID) || invalid.hasErrorCode(ErrorCodes.ISSUER_MISSING)) {
            return KitProblem.TOKEN_ISSUER;
        }
        if (invalid.hasErrorCode(ErrorCodes.AUDIENCE_INVALID) || invalid.hasErrorCode(ErrorCodes.AUDIENCE_MISSING)) {
            return KitProblem.TOKEN_AUDIENCE;
        }
        return KitProblem.TOKEN_NOT_ACCEPTED;
    }

    /** The problem behind an authentication failure; the most general one where it was not a token's. */
    public static ProblemType causeOf(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++, cause = cause.getCause()) {
            if (cause instanceof TokenRefused refused) {
                return refused.problem;
            }
        }
        return KitProblem.TOKEN_NOT_ACCEPTED;
    }
}
