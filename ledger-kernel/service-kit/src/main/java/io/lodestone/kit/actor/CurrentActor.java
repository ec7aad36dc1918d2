package io.lodestone.kit.actor;

import io.lodestone.kit.problem.KitProblem;
import io.lodestone.kit.problem.LedgerProblem;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The actor of the current request, for resource methods that ask for a role. Resources are singletons: they inject
 * this and call {@link #get} in the method.
 */
@RequestScoped
public class CurrentActor {

    private static final int MAX_CLAIM = 256;

    private final SecurityIdentity identity;

    @Inject
    CurrentActor(SecurityIdentity identity) {
        this.identity = identity;
    }

    public Actor get() {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw new LedgerProblem(KitProblem.TOKEN_MISSING, "Send a token as Authorization: Bearer.");
        }
        return new Actor(claim(token, "org"), claim(token, "sub"), roles(token.getGroups()));
    }

    private static Set<Role> roles(Set<String> groups) {
        return groups.stream().map(Role::of).flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet());
    }

    private static String claim(JsonWebToken token, String name) {
        Object value = token.getClaim(name);
        if (value instanceof String text && !text.isBlank() && text.length() <= MAX_CLAIM) {
            return text;
        }
        throw new LedgerProblem(KitProblem.TOKEN_NOT_ACCEPTED, "The token lacks the claim " + name + ".");
    }
}
