package io.lodestone.lots.provenance.api;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.kit.actor.CurrentActor;
import io.lodestone.kit.actor.Role;
import io.lodestone.kit.body.JsonReply;
import io.lodestone.lots.outbox.Paths;
import io.lodestone.lots.provenance.app.Parts;
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

@Path("/lots/{lot}/parts")
public class PartResource {

    private static final String EXAMPLE = """
            {"lot":"01a20229-6cd8-7b3f-8a4c-5d6e7f801133","parts":[
              {"elements":[{"element":"Dy","kg":"0.016","origins":[],"recycled":[{"class":"none","kg":"0.016",
                "share":"1.000000"}]}],"form":"magnet","lot":"01a20229-6cd8-7b3f-8a4c-5d6e7f801144","massKg":"1"},
              {"elements":null,"form":"alloy","lot":null,"massKg":"0.4"}]}""";

    private final Parts parts;
    private final CurrentActor actor;

    @Inject
    PartResource(Parts parts, CurrentActor actor) {
        this.parts = parts;
        this.actor = actor;
    }

    @GET
    @RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER, Role.Name.TRADER, Role.Name.EXPORTER, Role.Name.AUDITOR})
    @Operation(
            summary = "The lots that were assembled into this one, one level down",
            description = "Parts that you may not see show form and mass alone.")
    @APIResponse(
            responseCode = "200",
            description = "Form and mass alone of what you may not see",
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "rotor", value = EXAMPLE)))
    public Uni<Response> parts(@PathParam("lot") String lot, @QueryParam("party") @Nullable String party) {
        LotId id = Paths.id(lot, LotId::parse);
        return parts.of(actor.get(), Paths.party(party), id)
                .map(found -> found.map(JsonReply::ok).orElseThrow(Paths::notFound));
    }
}
