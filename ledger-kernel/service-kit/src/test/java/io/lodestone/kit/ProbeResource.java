package io.lodestone.kit;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.kit.actor.Actor;
import io.lodestone.kit.actor.CurrentActor;
import io.lodestone.kit.actor.Role;
import io.lodestone.kit.body.JsonBody;
import io.lodestone.kit.body.JsonReply;
import io.lodestone.kit.problem.KitProblem;
import io.lodestone.kit.problem.LedgerProblem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** A resource as the services write theirs, for the rim to be tried on. */
@Path("/probe")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProbeResource {

    private final CurrentActor actor;

    @Inject
    ProbeResource(CurrentActor actor) {
        this.actor = actor;
    }

    @GET
    @Path("actor")
    @RolesAllowed(Role.Name.REFINER)
    public Uni<Response> actor() {
        Actor who = actor.get();
        return Uni.createFrom()
                .item(JsonReply.ok(Json.object()
                        .putWire("party", who.party())
                        .put("person", who.person())
                        .put("refiner", who.is(Role.REFINER))
                        .build()));
    }

    @GET
    @Path("unannotated")
    public String unannotated() {
        return "never";
    }

    @GET
    @Path("broken")
    @PermitAll
    public Uni<Response> broken() {
        return Uni.createFrom().failure(new IllegalStateException("a secret"));
    }

    @GET
    @Path("busy")
    @PermitAll
    public Response busy() {
        throw new LedgerProblem(KitProblem.UNAVAILABLE, "The queue is full.").retryAfter(Duration.ofSeconds(2));
    }

    @POST
    @Path("lots")
    @PermitAll
    public Uni<Response> lots(byte[] body) {
        Mass mass = JsonBody.read(body, members -> members.parsed("massKg", 32, Mass::parseKg));
        return Uni.createFrom()
                .item(JsonReply.created(
                        "/probe/lots/1",
                        Json.object()
                                .putWire("massUg", mass)
                                .put("thread", Thread.currentThread().getName())
                                .build()));
    }
}
