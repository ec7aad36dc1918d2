package io.lodestone.lots.pool.api;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.kit.actor.CurrentActor;
import io.lodestone.kit.actor.Role;
import io.lodestone.kit.body.JsonReply;
import io.lodestone.lots.outbox.Paths;
import io.lodestone.lots.pool.PoolSheet;
import io.lodestone.lots.pool.SheetCsv;
import io.lodestone.lots.pool.app.PoolBooks;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;

/** The balance sheet of a period, in JSON or as comma-separated values, as the caller accepts it. */
@Path("/pools/{pool}/periods/{period}")
@RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER})
public class SheetResource {

    private static final String CSV = "text/csv";

    private final PoolBooks books;
    private final CurrentActor actor;

    @Inject
    SheetResource(PoolBooks books, CurrentActor actor) {
        this.books = books;
        this.actor = actor;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Response> sheet(@PathParam("pool") String pool, @PathParam("period") String period) {
        return found(pool, period).map(sheet -> JsonReply.ok(sheet.json()));
    }

    @GET
    @Produces(CSV)
    public Uni<Response> table(@PathParam("pool") String pool, @PathParam("period") String period) {
        return found(pool, period)
                .map(sheet -> Response.ok(SheetCsv.of(sheet).getBytes(StandardCharsets.UTF_8), CSV + ";charset=utf-8")
                        .build());
    }

    private Uni<PoolSheet> found(String pool, String period) {
        LotId id = Paths.id(pool, LotId::parse);
        String name = Paths.id(period, io.lodestone.evidence.statement.PoolOpened::periodName);
        return books.sheet(actor.get().party(), id, name).map(found -> found.orElseThrow(Paths::notFound));
    }
}
