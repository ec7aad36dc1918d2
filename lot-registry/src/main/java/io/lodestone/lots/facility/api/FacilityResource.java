package io.lodestone.lots.facility.api;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.FacilityRegistered;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.kit.actor.CurrentActor;
import io.lodestone.kit.actor.Role;
import io.lodestone.kit.body.JsonReply;
import io.lodestone.lots.facility.FacilityRequest;
import io.lodestone.lots.facility.app.Facilities;
import io.lodestone.lots.outbox.PageQuery;
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
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

@Path("/facilities")
@RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER, Role.Name.TRADER})
public class FacilityResource {

    private final Facilities facilities;
    private final CurrentActor actor;

    @Inject
    FacilityResource(Facilities facilities, CurrentActor actor) {
        this.facilities = facilities;
        this.actor = actor;
    }

    @POST
    public Uni<Response> register(
            @HeaderParam(Request.KEY) @Nullable String key,
            @QueryParam(Request.PREPARE) @Nullable String prepare,
            byte[] body) {
        Request<FacilityRequest> request = Request.read(key, "POST /facilities", body, FacilityRequest::read)
                .preparing(prepare);
        return facilities
                .register(actor.get(), request)
                .map(outcome -> StatementReplies.reply(
                        outcome,
                        FacilityResource::described,
                        made -> "/facilities/" + body(made).facility()));
    }

    private static JsonObject described(Statement statement) {
        FacilityRegistered body = body(statement);
        return Json.object()
                .put("country", body.country())
                .putWire("facility", body.facility())
                .build();
    }

    private static FacilityRegistered body(Statement statement) {
        return (FacilityRegistered) statement.body();
    }

    @GET
    public Uni<Response> page(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable String limit) {
        PageQuery<FacilityId> query = PageQuery.of(cursor, limit, FacilityId::parse);
        return facilities.page(actor.get().party(), query).map(JsonReply::ok);
    }

    @GET
    @Path("/{id}")
    public Uni<Response> facility(@PathParam("id") String id) {
        FacilityId facility = Paths.id(id, FacilityId::parse);
        return facilities
                .of(actor.get().party(), facility)
                .map(found -> found.map(named -> JsonReply.ok(named.json())).orElseThrow(Paths::notFound));
    }
}
