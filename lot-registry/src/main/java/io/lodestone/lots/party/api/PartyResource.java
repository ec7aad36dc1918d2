package io.lodestone.lots.party.api;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.PartyRegistered;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.kit.actor.CurrentActor;
import io.lodestone.kit.actor.Role;
import io.lodestone.kit.body.JsonReply;
import io.lodestone.lots.outbox.PageQuery;
import io.lodestone.lots.outbox.Paths;
import io.lodestone.lots.outbox.Request;
import io.lodestone.lots.outbox.api.StatementReplies;
import io.lodestone.lots.party.AsOf;
import io.lodestone.lots.party.DescriptionRequest;
import io.lodestone.lots.party.PartyRequest;
import io.lodestone.lots.party.app.Ownerships;
import io.lodestone.lots.party.app.Parties;
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
import java.time.Clock;
import org.jspecify.annotations.Nullable;

@Path("/parties")
public class PartyResource {

    private final Parties parties;
    private final Ownerships ownerships;
    private final CurrentActor actor;
    private final Clock clock;

    @Inject
    PartyResource(Parties parties, Ownerships ownerships, CurrentActor actor, Clock clock) {
        this.parties = parties;
        this.ownerships = ownerships;
        this.actor = actor;
        this.clock = clock;
    }

    @POST
    @RolesAllowed(Role.Name.REGISTRAR)
    public Uni<Response> register(
            @HeaderParam(Request.KEY) @Nullable String key,
            @QueryParam(Request.PREPARE) @Nullable String prepare,
            byte[] body) {
        Request<PartyRequest> request =
                Request.read(key, "POST /parties", body, PartyRequest::read).preparing(prepare);
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

    @POST
    @Path("/{id}/descriptions")
    @RolesAllowed({
        Role.Name.REGISTRAR,
        Role.Name.REFINER,
        Role.Name.MANUFACTURER,
        Role.Name.TRADER,
        Role.Name.EXPORTER,
        Role.Name.AUDITOR
    })
    public Uni<Response> describe(
            @PathParam("id") String id,
            @HeaderParam(Request.KEY) @Nullable String key,
            @QueryParam(Request.PREPARE) @Nullable String prepare,
            byte[] body) {
        PartyId party = Paths.id(id, PartyId::parse);
        Request<DescriptionRequest> request = Request.read(
                        key, "POST /parties/" + party + "/descriptions", body, DescriptionRequest::read)
                .preparing(prepare);
        return parties.describe(actor.get(), party, request)
                .map(outcome -> StatementReplies.reply(
                        outcome,
                        made -> Json.object().putWire("party", party).build(),
                        made -> "/parties/" + party + "/descriptions"));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("**")
    public Uni<Response> party(@PathParam("id") String id) {
        PartyId party = Paths.id(id, PartyId::parse);
        return parties.find(actor.get(), party)
                .map(found -> found.map(known -> JsonReply.ok(known.json())).orElseThrow(Paths::notFound));
    }

    @GET
    @Path("/{id}/descriptions")
    @RolesAllowed("**")
    public Uni<Response> descriptions(
            @PathParam("id") String id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        PartyId party = Paths.id(id, PartyId::parse);
        return parties.descriptions(actor.get(), party, PageQuery.of(cursor, limit, Long::valueOf))
                .map(found -> found.map(JsonReply::ok).orElseThrow(Paths::notFound));
    }

    @GET
    @Path("/{id}/ownership")
    @RolesAllowed("**")
    public Uni<Response> ownership(
            @PathParam("id") String id,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("listed") @Nullable String listed) {
        PartyId party = Paths.id(id, PartyId::parse);
        return ownerships
                .of(actor.get(), party, AsOf.of(asOf, listed, clock.instant()))
                .map(found -> found.map(JsonReply::ok).orElseThrow(Paths::notFound));
    }
}
