package io.lodestone.lots.bulk.api;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Json.ObjectBuilder;
import io.lodestone.kit.actor.CurrentActor;
import io.lodestone.kit.actor.Role;
import io.lodestone.kit.body.BodyItems;
import io.lodestone.kit.body.JsonReply;
import io.lodestone.kit.problem.Problems;
import io.lodestone.lots.bulk.BulkItem;
import io.lodestone.lots.bulk.BulkResult;
import io.lodestone.lots.bulk.app.Bulk;
import io.lodestone.lots.outbox.api.StatementReplies;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Up to 1,000 entries in one request, each under the caller's own key and each with a result of its own. */
@Path("/bulk")
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER, Role.Name.TRADER})
public class BulkResource {

    private static final int MAX_ITEMS = 1_000;
    static final String LINES = "application/x-ndjson";

    private final Bulk bulk;
    private final CurrentActor actor;

    @Inject
    BulkResource(Bulk bulk, CurrentActor actor) {
        this.bulk = bulk;
        this.actor = actor;
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Response> all(byte[] body) {
        return results(body).collect().asList().map(BulkResource::reply);
    }

    /** A line for each result as soon as there is one, then a line with the counts: without it something is missing. */
    @POST
    @Produces(LINES)
    public Multi<Line> lines(byte[] body) {
        Counts counts = new Counts();
        return Multi.createBy()
                .concatenating()
                .streams(
                        results(body).invoke(counts::add).map(BulkResource::json),
                        Multi.createFrom().item(() -> counts.put(Json.object()).build()))
                .map(json -> new Line(CanonicalJson.text(json)));
    }

    /** A line of the answer, which is JSON already. */
    record Line(String text) {}

    private Multi<BulkResult> results(byte[] body) {
        return bulk.take(actor.get(), () -> read(body));
    }

    private static List<BulkItem> read(byte[] body) {
        return BodyItems.read(body, MAX_ITEMS).stream().map(BulkItem::read).toList();
    }

    private static Response reply(List<BulkResult> results) {
        Counts counts = new Counts();
        results.forEach(counts::add);
        JsonObject answer = counts.put(Json.object())
                .put("results", results, BulkResource::json)
                .build();
        Response.ResponseBuilder reply = JsonReply.of(200, answer);
        return counts.notTaken > 0 ? reply.header(HttpHeaders.RETRY_AFTER, 1).build() : reply.build();
    }

    private static JsonObject json(BulkResult result) {
        return result.json(
                made -> StatementReplies.state(made.statement(), made.disposition()),
                result.problem().<Json>map(Problems::json).orElse(Json.string(null)));
    }

    private static final class Counts {

        private int accepted;
        private int queued;
        private int refused;
        private int notTaken;

        void add(BulkResult result) {
            switch (result.status()) {
                case 200, 201 -> accepted++;
                case 202 -> queued++;
                case 503 -> notTaken++;
                default -> refused++;
            }
        }

        ObjectBuilder put(ObjectBuilder out) {
            return out.put("accepted", accepted)
                    .put("notTaken", notTaken)
                    .put("queued", queued)
                    .put("refused", refused);
        }
    }
}
