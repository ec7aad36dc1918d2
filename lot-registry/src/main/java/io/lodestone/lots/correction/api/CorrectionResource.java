package io.lodestone.lots.correction.api;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.statement.Correction;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.kit.actor.CurrentActor;
import io.lodestone.kit.actor.Role;
import io.lodestone.kit.body.JsonReply;
import io.lodestone.lots.correction.CorrectionRequest;
import io.lodestone.lots.correction.CorrectionState;
import io.lodestone.lots.correction.app.Corrections;
import io.lodestone.lots.lot.LotQuery;
import io.lodestone.lots.outbox.Paths;
import io.lodestone.lots.outbox.Request;
import io.lodestone.lots.outbox.api.StatementReplies;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Path("/corrections")
public class CorrectionResource {

    private final Corrections corrections;
    private final CurrentActor actor;

    @Inject
    CorrectionResource(Corrections corrections, CurrentActor actor) {
        this.corrections = corrections;
        this.actor = actor;
    }

    @POST
    @RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER, Role.Name.TRADER})
    public Uni<Response> correct(
            @HeaderParam(Request.KEY) @Nullable String key,
            @QueryParam(Request.PREPARE) @Nullable String prepare,
            byte[] body) {
        Request<CorrectionRequest> request = Request.read(key, "POST /corrections", body, CorrectionRequest::read)
                .preparing(prepare);
        return corrections
                .correct(actor.get(), request)
                .map(outcome -> StatementReplies.reply(
                        outcome, CorrectionResource::described, made -> "/corrections/" + made.id()));
    }

    private static JsonObject described(Statement statement) {
        Correction body = (Correction) statement.body();
        return Json.object()
                .putWire("corrects", body.corrects())
                .put("reason", body.reason().wire())
                .put("void", body.isVoid())
                .build();
    }

    @GET
    @RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER, Role.Name.TRADER, Role.Name.EXPORTER})
    public Uni<Response> page(@QueryParam("before") @Nullable String before) {
        long index = before == null ? Long.MAX_VALUE : index(before);
        return corrections.page(actor.get().party(), index).map(JsonReply::ok);
    }

    /** Named by its statement's id by who made it, and by its place in the log by anybody it concerns. */
    @GET
    @Path("/{correction}")
    @RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER, Role.Name.TRADER, Role.Name.EXPORTER})
    public Uni<Response> correction(@PathParam("correction") String correction) {
        return found(correction)
                .map(state -> state.isDone()
                        ? JsonReply.ok(state.json())
                        : Response.fromResponse(JsonReply.ok(state.json()))
                                .header(HttpHeaders.RETRY_AFTER, 1)
                                .build());
    }

    @GET
    @Path("/{correction}/lots")
    @RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER, Role.Name.TRADER, Role.Name.EXPORTER})
    public Uni<Response> lots(
            @PathParam("correction") String correction, @QueryParam("cursor") @Nullable String cursor) {
        Optional<LotId> after = LotQuery.page(cursor, null).after();
        return found(correction)
                .chain(state -> corrections.lots(actor.get().party(), state, after))
                .map(JsonReply::ok);
    }

    private Uni<CorrectionState> found(String correction) {
        boolean isIndex = correction.matches("[0-9]{1,18}");
        Optional<StatementId> statement =
                isIndex ? Optional.empty() : Optional.of(Paths.id(correction, StatementId::parse));
        return corrections
                .find(actor.get().party(), isIndex ? Long.parseLong(correction) : -1, statement)
                .map(found -> found.orElseThrow(Paths::notFound));
    }

    private static long index(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw Paths.notFound();
        }
        return Long.parseLong(text);
    }
}
