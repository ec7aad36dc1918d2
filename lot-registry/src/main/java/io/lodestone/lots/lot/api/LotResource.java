package io.lodestone.lots.lot.api;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.kit.actor.CurrentActor;
import io.lodestone.kit.actor.Role;
import io.lodestone.kit.body.JsonReply;
import io.lodestone.lots.lot.Descriptions;
import io.lodestone.lots.lot.LotQuery;
import io.lodestone.lots.lot.LotRequest;
import io.lodestone.lots.lot.app.Lots;
import io.lodestone.lots.outbox.Paths;
import io.lodestone.lots.outbox.Request;
import io.lodestone.lots.outbox.SourceKey;
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

@Path("/lots")
public class LotResource {

    private final Lots lots;
    private final CurrentActor actor;

    @Inject
    LotResource(Lots lots, CurrentActor actor) {
        this.lots = lots;
        this.actor = actor;
    }

    @POST
    @RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER, Role.Name.TRADER})
    public Uni<Response> register(
            @HeaderParam(Request.KEY) @Nullable String key,
            @HeaderParam(SourceKey.HEADER) @Nullable String source,
            byte[] body) {
        Request<LotRequest> request = Request.read(key, source, "POST /lots", body, LotRequest::read);
        return lots.register(actor.get(), request)
                .map(outcome -> StatementReplies.reply(
                        outcome,
                        made -> Descriptions.registered(body(made)),
                        made -> "/lots/" + body(made).lot()));
    }

    private static LotRegistered body(Statement statement) {
        return (LotRegistered) statement.body();
    }

    @GET
    @RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER, Role.Name.TRADER, Role.Name.EXPORTER, Role.Name.AUDITOR})
    public Uni<Response> page(
            @QueryParam("form") @Nullable String form,
            @QueryParam("state") @Nullable String state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("party") @Nullable String party) {
        LotQuery query = LotQuery.of(form, state, cursor, limit);
        return lots.page(actor.get(), Paths.party(party), query).map(JsonReply::ok);
    }

    @GET
    @Path("/{lot}")
    @RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER, Role.Name.TRADER, Role.Name.EXPORTER, Role.Name.AUDITOR})
    public Uni<Response> lot(@PathParam("lot") String lot, @QueryParam("party") @Nullable String party) {
        LotId id = Paths.id(lot, LotId::parse);
        return lots.find(actor.get(), Paths.party(party), id)
                .map(found -> found.map(JsonReply::ok).orElseThrow(Paths::notFound));
    }
}
