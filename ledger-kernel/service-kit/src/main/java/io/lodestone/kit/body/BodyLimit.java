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
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Refuses a body whose announced length is over the limit before it is read, and before the HTTP layer does so with an
 * empty answer. A body that announces no length is cut off by that layer while it is read.
 */
@Singleton
public class BodyLimit implements Handler<RoutingContext> {

    /** Ahead of the HTTP layer's own check, which runs at 2. */
    private static final int PRIORITY = 100;

    void register(@Observes Filters filters) {
        filters.register(this, PRIORITY);
    }

    @Override
    public void handle(RoutingContext context) {
        if (!announcesTooMuch(context.request())) {
            context.next();
            return;
        }
        byte[] problem = Problems.bytes(FrameworkProblem.tooLarge());
        context.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problems.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        // Answered when the body has passed by, else the client may see a reset in place of the answer.
        context.request().endHandler(end -> finish(context, problem));
        context.request().resume();
    }

    private static void finish(RoutingContext context, byte[] problem) {
        // A caller that left has nothing more to hear.
        context.response().end(Buffer.buffer(problem), written -> {});
    }

    private static boolean announcesTooMuch(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length != null && Long.parseLong(length) > CanonicalJson.MAX_DOCUMENT_BYTES;
        } catch (NumberFormatException e) {
            return true;
        }
    }
}
