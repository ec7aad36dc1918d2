package io.lodestone.custody.log.app;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Whether the log runs. Once stopped it stays so until the service is started again and its checks agree. */
@Singleton
public class LogState {

    private static final Logger LOG = Logger.getLogger(LogState.class);

    private final AtomicReference<@Nullable String> reason = new AtomicReference<>();

    private volatile boolean begun;

    /** After every reason not to start was looked for: the scheduler runs before that. */
    void onStart(@Observes @Priority(1_000) StartupEvent event) {
        begun = true;
    }

    /** Whether the service has started, so that the log may be written. */
    public boolean begun() {
        return begun;
    }

    public void stop(String why) {
        if (reason.compareAndSet(null, why)) {
            LOG.errorf("the log has stopped: %s", why);
        }
    }

    /** Why it has stopped; empty while it runs. */
    public Optional<String> stopped() {
        return Optional.ofNullable(reason.get());
    }
}
