package io.lodestone.custody.webhook;

import java.util.Optional;
import java.util.Set;

/**
 * The hosts that the operator has registered, each as {@code name} for port 443 or as {@code name:port}.
 *
 * @param insecure names that may be delivered to without TLS and wherever they resolve to: for tests on one machine, and
 *     refused in production
 */
public record AllowedHosts(Set<String> hosts, Set<String> insecure) {

    private static final int HTTPS = 443;

    public AllowedHosts {
        hosts = Set.copyOf(hosts);
        insecure = Set.copyOf(insecure);
    }

    /** Whether it is exempt from TLS and from the rules for addresses. */
    public boolean isInsecure(HookUrl url) {
        return !url.secure() && insecure.contains(url.host());
    }

    /** Why nothing is delivered there, if so. */
    public Optional<Failure> refusal(HookUrl url) {
        if (isInsecure(url)) {
            return Optional.empty();
        } else if (!url.secure()) {
            return Optional.of(Failure.NOT_HTTPS);
        }
        boolean known =
                hosts.contains(url.host() + ":" + url.port()) || (url.port() == HTTPS && hosts.contains(url.host()));
        return known ? Optional.empty() : Optional.of(Failure.HOST_NOT_REGISTERED);
    }
}
