package io.lodestone.lots.alert.api;

import io.lodestone.evidence.digest.Base64Text;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.kit.actor.CurrentActor;
import io.lodestone.kit.actor.Role;
import io.lodestone.kit.body.JsonBody;
import io.lodestone.kit.body.JsonReply;
import io.lodestone.lots.alert.Acknowledgement;
import io.lodestone.lots.alert.AlertQuery;
import io.lodestone.lots.alert.app.Alerts;
import io.lodestone.lots.outbox.Paths;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

@Path("/alerts")
@RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER, Role.Name.TRADER, Role.Name.EXPORTER})
public class AlertResource {

    private final Alerts alerts;
    private final CurrentActor actor;

    @Inject
    AlertResource(Alerts alerts, CurrentActor actor) {
        this.alerts = alerts;
        this.actor = actor;
    }

    /** Filtered by kind, severity, state, lot, facility and since; paged by cursor and limit. */
    @GET
    public Uni<Response> page(@Context UriInfo uri) {
        AlertQuery query = AlertQuery.of(uri.getQueryParameters()::getFirst);
        return alerts.page(actor.get().party(), query).map(JsonReply::ok);
    }

    @GET
    @Path("/{id}")
    public Uni<Response> alert(@PathParam("id") String id) {
        return alerts.find(actor.get().party(), Paths.id(id, AlertResource::digest))
                .map(JsonReply::ok);
    }

    @POST
    @Path("/{id}/acknowledgement")
    public Uni<Response> acknowledge(@PathParam("id") String id, byte[] body) {
        String reason = JsonBody.read(body, Acknowledgement::reason);
        return alerts.acknowledge(actor.get(), Paths.id(id, AlertResource::digest), reason)
                .map(JsonReply::ok);
    }

    private static Digest digest(String text) {
        return Digest.of(Base64Text.decodeUrl(text));
    }
}
