package io.lodestone.custody.webhook;

import java.util.Locale;

/** What becomes of a transfer, as it is told: to the party that did not do it; an expiry to both. */
public enum Event {
    OFFER,
    ACCEPTANCE,
    DISPUTE,
    CANCELLATION,
    EXPIRY;

    public static Event parse(String text) {
        for (Event event : values()) {
            if (event.wire().equals(text)) {
                return event;
            }
        }
        throw new IllegalArgumentException("must be offer, acceptance, dispute, cancellation or expiry");
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
