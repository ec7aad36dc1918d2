package io.lodestone.kit.body;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.kit.problem.FrameworkProblem;
import io.lodestone.kit.problem.Problems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Reads every request body, on the event loop and whole, before its resource is called. One that is over the limit is
 * refused with a problem, whether its length was announced or not; the HTTP layer's own refusal would be empty.
 */
@Singleton
public class BodyReading {

    /** Ahead of the HTTP layer's own check of an announced length, which runs at 2. */
    private static final int PRIORITY = 100;

    private static final int LIMIT = CanonicalJson.MAX_DOCUMENT_BYTES;

    /** So much of a refused body is let pass by, so that its sender can hear the answer; then the line is cut. */
    private static final long PATIENCE = 128L << 20;

    void register(@Observes Filters filters) {
        filters.register(BodyReading::handle, PRIORITY);
    }

    private static void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.isEnded() || !mayHaveBody(request)) {
            context.next();
            return;
        }
        Body body = new Body(context, announcesTooMuch(request));
        request.handler(body);
        request.exceptionHandler(body::fail);
        request.endHandler(body::end);
        request.resume();
    }

    private static boolean mayHaveBody(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    private static boolean announcesTooMuch(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length != null && Long.parseLong(length) > LIMIT;
        } catch (NumberFormatException e) {
            return true;
        }
    }

    /** What has arrived so far; nothing of it is kept once it is too much. */
    private static final class Body implements Handler<Buffer> {

        private final RoutingContext context;
        private Buffer content = Buffer.buffer();
        private boolean tooLarge;
        private long passedBy;

        Body(RoutingContext context, boolean tooLarge) {
            this.context = context;
            this.tooLarge = tooLarge;
        }

        @Override
        public void handle(Buffer chunk) {
            if (tooLarge || content.length() + chunk.length() > LIMIT) {
                tooLarge = true;
                content = Buffer.buffer();
                passedBy += chunk.length();
                if (passedBy > PATIENCE) {
                    context.request().connection().close(closed -> {});
                }
            } else {
                content.appendBuffer(chunk);
            }
        }

        /** Answered only now, for a client that is still sending may see a reset in place of the answer. */
        void end(Void end) {
            if (tooLarge) {
                refuse();
            } else {
                ((RoutingContextInternal) context).setBody(content);
                context.next();
            }
        }

        void fail(Throwable failure) {
            if (!context.response().ended()) {
                context.fail(400, failure);
            }
        }

        private void refuse() {
            byte[] problem = Problems.bytes(FrameworkProblem.tooLarge());
            context.response()
                    .setStatusCode(413)
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problems.MEDIA_TYPE)
                    .end(Buffer.buffer(problem), written -> {});
        }
    }
}
