package io.lodestone.lots.pool.api;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.kit.actor.CurrentActor;
import io.lodestone.kit.actor.Role;
import io.lodestone.kit.body.JsonReply;
import io.lodestone.lots.outbox.Paths;
import io.lodestone.lots.pool.app.PoolBooks;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** Mass-balance credits of a lot, apart from its physical origin. */
@Path("/lots/{lot}/credits")
public class CreditResource {

    private final PoolBooks books;
    private final CurrentActor actor;

    @Inject
    CreditResource(PoolBooks books, CurrentActor actor) {
        this.books = books;
        this.actor = actor;
    }

    @GET
    @RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER, Role.Name.TRADER, Role.Name.EXPORTER})
    public Uni<Response> credits(@PathParam("lot") String lot) {
        LotId id = Paths.id(lot, LotId::parse);
        return books.credits(actor.get().party(), id)
                .map(found -> found.map(JsonReply::ok).orElseThrow(Paths::notFound));
    }
}
