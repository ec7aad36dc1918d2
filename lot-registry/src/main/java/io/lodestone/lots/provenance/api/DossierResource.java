package io.lodestone.lots.provenance.api;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
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

/** For sibling services, which name the party they act for. */
@Path("/dossiers")
public class DossierResource {

    private final Origins origins;

    @Inject
    DossierResource(Origins origins) {
        this.origins = origins;
    }

    @GET
    @Path("/{lot}")
    @RolesAllowed(Role.Name.SERVICE)
    public Uni<Response> dossier(@PathParam("lot") String lot, @QueryParam("party") @Nullable String party) {
        PartyId actsFor = Paths.id(party == null ? "" : party, PartyId::parse);
        return origins.dossier(actsFor, Paths.id(lot, LotId::parse))
                .map(found -> found.map(JsonReply::ok).orElseThrow(Paths::notFound));
    }
}
