package io.lodestone.lots;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starts the stand-in beside the service under test, and hands it to test classes. */
public final class CustodyResource implements QuarkusTestResourceLifecycleManager {

    private @Nullable StandInCustody custody;

    @Override
    public Map<String, String> start() {
        try {
            StandInCustody started = StandInCustody.start();
            custody = started;
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
    public void inject(TestInjector injector) {
        injector.injectIntoFields(custody, new TestInjector.MatchesType(StandInCustody.class));
    }

    @Override
    public void stop() {
        if (custody != null) {
            custody.stop();
        }
    }
}
