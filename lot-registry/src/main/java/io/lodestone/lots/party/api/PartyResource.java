package io.lodestone.lots.party.api;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.PartyRegistered;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.kit.actor.CurrentActor;
import io.lodestone.kit.actor.Role;
import io.lodestone.kit.body.JsonReply;
import io.lodestone.lots.outbox.Paths;
import io.lodestone.lots.outbox.Request;
import io.lodestone.lots.outbox.api.StatementReplies;
import io.lodestone.lots.party.PartyRequest;
import io.lodestone.lots.party.app.Parties;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

@Path("/parties")
public class PartyResource {

    private final Parties parties;
    private final CurrentActor actor;

    @Inject
    PartyResource(Parties parties, CurrentActor actor) {
        this.parties = parties;
        this.actor = actor;
    }

    @POST
    @RolesAllowed(Role.Name.REGISTRAR)
    public Uni<Response> register(@HeaderParam(Request.KEY) @Nullable String key, byte[] body) {
        Request<PartyRequest> request = Request.read(key, "POST /parties", body, PartyRequest::read);
        return parties.register(actor.get(), request)
                .map(outcome -> StatementReplies.reply(
                        outcome,
                        PartyResource::described,
                        made -> "/parties/" + body(made).party()));
    }

    private static JsonObject described(Statement statement) {
        PartyRegistered body = body(statement);
        return Json.object()
                .put("country", body.country())
                .putWire("party", body.party())
                .build();
    }

    private static PartyRegistered body(Statement statement) {
        return (PartyRegistered) statement.body();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Role.Name.REGISTRAR,
        Role.Name.REFINER,
        Role.Name.MANUFACTURER,
        Role.Name.TRADER,
        Role.Name.EXPORTER,
        Role.Name.SERVICE
    })
    public Uni<Response> party(@PathParam("id") String id) {
        PartyId party = Paths.id(id, PartyId::parse);
        return parties.find(actor.get(), party)
                .map(found -> found.map(known -> JsonReply.ok(known.json())).orElseThrow(Paths::notFound));
    }
}
