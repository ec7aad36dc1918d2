package io.lodestone.custody.log.app;

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
