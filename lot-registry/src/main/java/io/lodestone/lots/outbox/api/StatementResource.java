package io.lodestone.lots.outbox.api;

import io.lodestone.evidence.statement.StatementId;
import io.lodestone.kit.actor.CurrentActor;
import io.lodestone.kit.actor.Role;
import io.lodestone.kit.body.JsonReply;
import io.lodestone.kit.problem.KitProblem;
import io.lodestone.kit.problem.LedgerProblem;
import io.lodestone.lots.outbox.Paths;
import io.lodestone.lots.outbox.store.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** What became of a statement that the caller's party made here. */
@Path("/statements")
public class StatementResource {

    private final Outbox outbox;
    private final CurrentActor actor;

    @Inject
    StatementResource(Outbox outbox, CurrentActor actor) {
        this.outbox = outbox;
        this.actor = actor;
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.Name.REGISTRAR, Role.Name.REFINER, Role.Name.MANUFACTURER, Role.Name.TRADER})
    public Uni<Response> state(@PathParam("id") String id) {
        StatementId statement = Paths.id(id, StatementId::parse);
        return outbox.find(actor.get().party(), statement)
                .map(found -> found.map(
                                kept -> JsonReply.ok(StatementReplies.state(kept.statement(), kept.disposition())))
                        .orElseThrow(
                                () -> new LedgerProblem(KitProblem.NOT_FOUND, "You made no statement with this id.")));
    }
}
