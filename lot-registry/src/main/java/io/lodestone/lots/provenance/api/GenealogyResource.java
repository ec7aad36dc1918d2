package io.lodestone.lots.provenance.api;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.kit.actor.CurrentActor;
import io.lodestone.kit.actor.Role;
import io.lodestone.kit.body.JsonReply;
import io.lodestone.lots.outbox.Paths;
import io.lodestone.lots.provenance.app.Ancestry;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

@Path("/lots/{lot}/genealogy")
public class GenealogyResource {

    private final Ancestry ancestry;
    private final CurrentActor actor;

    @Inject
    GenealogyResource(Ancestry ancestry, CurrentActor actor) {
        this.ancestry = ancestry;
        this.actor = actor;
    }

    @GET
    @RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER, Role.Name.TRADER, Role.Name.EXPORTER, Role.Name.AUDITOR})
    public Uni<Response> genealogy(@PathParam("lot") String lot, @QueryParam("party") @Nullable String party) {
        LotId id = Paths.id(lot, LotId::parse);
        return ancestry.tree(actor.get(), Paths.party(party), id)
                .map(found -> found.map(JsonReply::ok).orElseThrow(Paths::notFound));
    }
}
