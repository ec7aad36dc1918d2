package io.lodestone.kit.problem;

import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.SocketException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Tells failures that pass by themselves (database away, restarting, full) from those that do not. */
public final class Passing {

    private static final int MAX_CAUSES = 16;

    private Passing() {}

    /** Whether trying the same request again later may well succeed. */
    public static boolean isPassing(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++, cause = cause.getCause()) {
            if (isLostConnection(cause)) {
                return true;
            }
            if (cause instanceof PgException refused && isPassing(refused.getSqlState())) {
                return true;
            }
        }
        return false;
    }

    /** The driver has no type for a statement on a connection that has ended: that is Vert.x's bare throwable. */
    private static boolean isLostConnection(Throwable cause) {
        return cause instanceof SocketException
                || cause instanceof ClosedConnectionException
                || cause instanceof NoStackTraceThrowable;
    }

    /** SQLSTATE classes 08 connection, 53 resources, 57 operator intervention, 40 rolled back; 25P03 idle too long. */
    private static boolean isPassing(@Nullable String state) {
        return state != null
                && (state.startsWith("08")
                        || state.startsWith("53")
                        || state.startsWith("57")
                        || state.startsWith("40")
                        || state.equals("25P03"));
    }

    public static LedgerProblem unavailable(String detail) {
        return new LedgerProblem(KitProblem.UNAVAILABLE, detail).retryAfter(Duration.ofSeconds(1));
    }
}
