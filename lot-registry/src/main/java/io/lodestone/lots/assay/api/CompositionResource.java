package io.lodestone.lots.assay.api;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.kit.actor.CurrentActor;
import io.lodestone.kit.actor.Role;
import io.lodestone.kit.body.JsonReply;
import io.lodestone.lots.assay.app.Compositions;
import io.lodestone.lots.outbox.Paths;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

@Path("/lots/{lot}/composition")
public class CompositionResource {

    private final Compositions compositions;
    private final CurrentActor actor;

    @Inject
    CompositionResource(Compositions compositions, CurrentActor actor) {
        this.compositions = compositions;
        this.actor = actor;
    }

    @GET
    @RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER, Role.Name.TRADER, Role.Name.EXPORTER, Role.Name.AUDITOR})
    @Operation(
            summary = "What is in a lot, on metal, oxide and TREO basis, measured or computed from the book",
            description = "Every figure is an interval: \"below 0.01 %\" is from 0 to 0.0001.")
    @APIResponse(
            responseCode = "200",
            description = "Element by element; source says whether an assay or the book",
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "oxide", value = Examples.COMPOSITION)))
    public Uni<Response> composition(@PathParam("lot") String lot, @QueryParam("party") @Nullable String party) {
        LotId id = Paths.id(lot, LotId::parse);
        return compositions
                .composition(actor.get(), Paths.party(party), id)
                .map(found -> found.map(JsonReply::ok).orElseThrow(Paths::notFound));
    }
}
