package io.lodestone.kit.startup;

import java.util.List;

/** This service does not start, and why. */
public final class StartupRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartupRefused(List<String> refusals) {
        super("refuses to start:\n  - " + String.join("\n  - ", refusals));
    }
}
