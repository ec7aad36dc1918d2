package io.lodestone.kit.body;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.kit.problem.FrameworkProblem;
import io.lodestone.kit.problem.LedgerProblem;
import io.lodestone.kit.problem.Passing;
import io.lodestone.kit.problem.Problems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Reads every request body, on the event loop and whole, before its resource is called. One that is over the limit is
 * refused with a problem, whether its length was announced or not; the HTTP layer's own refusal would be empty.
 *
 * <p>A service may name one path, {@code lodestone.body.large-path}, that takes many documents at once. Of bodies that
 * are longer there than elsewhere only a few are read at a time, for nobody has shown a token yet; the rest hears 503.
 */
@Singleton
public class BodyReading {

    /** Ahead of the HTTP layer's own check of an announced length, which runs at 2. */
    private static final int PRIORITY = 100;

    private static final int LIMIT = CanonicalJson.MAX_DOCUMENT_BYTES;

    /** So much of a refused body is let pass by, so that its sender can hear the answer; then the line is cut. */
    private static final long PATIENCE = 128L << 20;

    /** Large bodies that are being read at the same time: 128 MiB at most. */
    private static final int LARGE_AT_ONCE = 8;

    private final Semaphore large = new Semaphore(LARGE_AT_ONCE);
    private final @Nullable String largePath;

    @Inject
    BodyReading(@ConfigProperty(name = "lodestone.body.large-path") Optional<String> largePath) {
        this.largePath = largePath.orElse(null);
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, PRIORITY);
    }

    private void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.isEnded() || !mayHaveBody(request)) {
            context.next();
            return;
        }
        int limit = request.path() != null && request.path().equals(largePath) ? BodyItems.MAX_BYTES : LIMIT;
        Body body = new Body(context, limit, large);
        if (announcesTooMuch(request, limit)) {
            body.refuse(FrameworkProblem.tooLarge(limit));
        }
        request.handler(body);
        request.exceptionHandler(body::fail);
        request.endHandler(body::end);
        request.resume();
    }

    private static boolean mayHaveBody(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    private static boolean announcesTooMuch(HttpServerRequest request, int limit) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length != null && Long.parseLong(length) > limit;
        } catch (NumberFormatException e) {
            return true;
        }
    }

    /** What has arrived so far; nothing of it is kept once it is refused. */
    private static final class Body implements Handler<Buffer> {

        private final RoutingContext context;
        private final int limit;
        private final Semaphore large;
        private Buffer content = Buffer.buffer();
        private @Nullable LedgerProblem refusal;
        private boolean isLarge;
        private long passedBy;

        Body(RoutingContext context, int limit, Semaphore large) {
            this.context = context;
            this.limit = limit;
            this.large = large;
        }

        @Override
        public void handle(Buffer chunk) {
            int length = content.length() + chunk.length();
            if (refusal == null && length > limit) {
                refuse(FrameworkProblem.tooLarge(limit));
            } else if (refusal == null && length > LIMIT && !isLarge) {
                isLarge = large.tryAcquire();
                if (!isLarge) {
                    refuse(Passing.unavailable("Too many large requests are being read; nothing was done."));
                }
            }
            if (refusal == null) {
                content.appendBuffer(chunk);
                return;
            }
            passedBy += chunk.length();
            if (passedBy > PATIENCE) {
                context.request().connection().close(closed -> {});
            }
        }

        void refuse(LedgerProblem problem) {
            refusal = problem;
            content = Buffer.buffer();
            release();
        }

        private void release() {
            if (isLarge) {
                isLarge = false;
                large.release();
            }
        }

        /** Answered only now, for a client that is still sending may see a reset in place of the answer. */
        void end(Void end) {
            release();
            if (refusal != null) {
                answer(refusal);
            } else {
                ((RoutingContextInternal) context).setBody(content);
                context.next();
            }
        }

        void fail(Throwable failure) {
            release();
            if (!context.response().ended()) {
                context.fail(400, failure);
            }
        }

        private void answer(LedgerProblem problem) {
            problem.retryAfter()
                    .ifPresent(wait -> context.response()
                            .putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, wait.toSeconds()))));
            context.response()
                    .setStatusCode(problem.type().status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problems.MEDIA_TYPE)
                    .end(Buffer.buffer(Problems.bytes(problem)), written -> {});
        }
    }
}
