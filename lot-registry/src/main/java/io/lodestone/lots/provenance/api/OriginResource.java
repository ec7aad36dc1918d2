package io.lodestone.lots.provenance.api;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.kit.actor.CurrentActor;
import io.lodestone.kit.actor.Role;
import io.lodestone.kit.body.JsonReply;
import io.lodestone.lots.outbox.Paths;
import io.lodestone.lots.provenance.app.Origins;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

@Path("/lots/{lot}/origin")
public class OriginResource {

    private final Origins origins;
    private final CurrentActor actor;

    @Inject
    OriginResource(Origins origins, CurrentActor actor) {
        this.origins = origins;
        this.actor = actor;
    }

    @GET
    @RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER, Role.Name.TRADER, Role.Name.EXPORTER, Role.Name.AUDITOR})
    public Uni<Response> origin(@PathParam("lot") String lot, @QueryParam("party") @Nullable String party) {
        LotId id = Paths.id(lot, LotId::parse);
        return origins.rollUp(actor.get(), Paths.party(party), id)
                .map(found -> found.map(JsonReply::ok).orElseThrow(Paths::notFound));
    }
}
