package io.lodestone.kit.problem;

import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.kit.ids.Ids;
import io.lodestone.kit.token.TokenRefused;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns everything that leaves a resource by being thrown into a problem. */
@Singleton
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final Ids ids;

    @Inject
    ProblemMappers(Ids ids) {
        this.ids = ids;
    }

    @ServerExceptionMapper
    public Response ledger(LedgerProblem problem) {
        return Problems.reply(problem);
    }

    @ServerExceptionMapper
    public Response format(FormatException refusal) {
        return Problems.reply(FormatProblem.of(refusal));
    }

    @ServerExceptionMapper
    public Response anonymous(UnauthorizedException refusal) {
        return Problems.reply(KitProblem.TOKEN_MISSING, "Send a token as Authorization: Bearer.");
    }

    @ServerExceptionMapper
    public Response rejected(AuthenticationFailedException refusal) {
        return token(refusal);
    }

    @ServerExceptionMapper
    public Response rejected(AuthenticationCompletionException refusal) {
        return token(refusal);
    }

    private static Response token(Throwable refusal) {
        ProblemType type = TokenRefused.causeOf(refusal);
        return Problems.reply(type, type.title() + ".");
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException refusal) {
        return Problems.reply(KitProblem.ROLE_MISSING, "None of the token's roles may do this.");
    }

    /** What the framework refuses by itself. Its headers stay (a 405 names the methods), its text does not. */
    @ServerExceptionMapper
    public Response framework(WebApplicationException refusal) {
        Response original = refusal.getResponse();
        if (original.getStatus() < 400) {
            return original;
        }
        if (original.getStatus() >= 500) {
            return unexpected(refusal);
        }
        LedgerProblem problem = FrameworkProblem.of(original.getStatus());
        Response.ResponseBuilder reply = Problems.builder(problem).status(original.getStatus());
        String allow = original.getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? reply.build()
                : reply.header(HttpHeaders.ALLOW, allow).build();
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable failure) {
        String incident = ids.next().toString();
        if (Passing.isPassing(failure)) {
            LOG.warnf(failure, "unavailable, incident %s", incident);
            return Problems.reply(Passing.unavailable("Try again; incident " + incident + "."));
        }
        LOG.errorf(failure, "unexpected failure, incident %s", incident);
        return Problems.reply(KitProblem.INTERNAL, "It was logged as incident " + incident + ".");
    }
}
