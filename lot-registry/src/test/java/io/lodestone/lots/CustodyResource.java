package io.lodestone.lots;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starts the stand-in beside the service under test. */
public final class CustodyResource implements QuarkusTestResourceLifecycleManager {

    private @Nullable StandInCustody custody;

    @Override
    public Map<String, String> start() {
        try {
            StandInCustody started = StandInCustody.start();
            custody = started;
            System.setProperty(StandIn.PORT, String.valueOf(started.port()));
            return Map.of(
                    "lodestone.custody.url",
                    "http://localhost:" + started.port(),
                    "lodestone.log.origin",
                    StandInCustody.LOG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (custody != null) {
            custody.stop();
        }
    }
}
