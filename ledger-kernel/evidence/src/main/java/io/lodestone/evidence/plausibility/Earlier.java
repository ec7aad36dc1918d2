package io.lodestone.evidence.plausibility;

import io.lodestone.evidence.digest.Digest;
import java.time.OffsetDateTime;

/**
 * A lot that a party presented, received or let go before, and that looks like one it presents now.
 *
 * @param how what the party did with it
 * @param byIdentifier it looks the same by an identifier that both bear; else by form, mass and composition
 * @param sameLooks form, mass and composition are the same
 * @param happened when
 * @param origin as {@link Fingerprint#origin} tells it
 */
public record Earlier(How how, boolean byIdentifier, boolean sameLooks, OffsetDateTime happened, Digest origin) {

    /** What became of a lot. */
    public enum How {
        REGISTERED,
        RECEIVED,
        DEPARTED
    }
}
