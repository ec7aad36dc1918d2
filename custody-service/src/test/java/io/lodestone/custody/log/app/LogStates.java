package io.lodestone.custody.log.app;

import io.quarkus.runtime.StartupEvent;

/** Begins logs whose service is not started, for tests of other packages. */
public final class LogStates {

    private LogStates() {}

    public static void begin(LogState state) {
        state.onStart(new StartupEvent());
    }
}
