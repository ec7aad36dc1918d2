package io.lodestone.custody.webhook;

import java.util.Locale;

/** Why something was not delivered. */
public enum Failure {
    NOT_HTTPS,
    /** The operator has not registered the host, or no more. */
    HOST_NOT_REGISTERED,
    NAME_UNKNOWN,
    /** The name resolves to an address of an inner network, at least among others. */
    ADDRESS_REFUSED,
    /** No connection, or none that proves to be to that host. */
    NOT_REACHED,
    TIMED_OUT,
    /** Another status than 2xx; redirects are not followed. */
    NOT_TAKEN,
    WITHDRAWN;

    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
