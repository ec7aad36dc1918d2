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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
    @Operation(
            summary = "Registers a lot with its composition, origin and description",
            description = "Details go into an annex: they are shown to few and can be withdrawn.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "oxide", value = Examples.REQUEST)))
    public Uni<Response> register(
            @HeaderParam(Request.KEY) @Nullable String key,
            @HeaderParam(SourceKey.HEADER) @Nullable String source,
            @QueryParam(Request.PREPARE) @Nullable String prepare,
            byte[] body) {
        Request<LotRequest> request =
                Request.read(key, source, "POST /lots", body, LotRequest::read).preparing(prepare);
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
    @Operation(
            summary = "The lots that you hold or own now, or have asked for, by id; all filters have to fit",
            description = "Example: /lots?element=Dy&origin=CN&recordedFrom=2026-11-01&limit=50."
                    + " state=HANDED_OVER finds those that you once had. An auditor finds those that it was let see;"
                    + " party says whose.")
    @Parameter(name = "party", in = ParameterIn.QUERY, description = "for an auditor: whose grant")
    @Parameter(name = "form", in = ParameterIn.QUERY, example = "oxide")
    @Parameter(name = "state", in = ParameterIn.QUERY, example = "HELD")
    @Parameter(name = "element", in = ParameterIn.QUERY, example = "Dy")
    @Parameter(
            name = "origin",
            in = ParameterIn.QUERY,
            description = "a country of any step of any of its profiles, or Unknown",
            example = "CN")
    @Parameter(name = "facility", in = ParameterIn.QUERY, description = "of lots that you made")
    @Parameter(name = "holder", in = ParameterIn.QUERY)
    @Parameter(name = "eventFrom", description = "inclusive", in = ParameterIn.QUERY, example = "2026-11-01")
    @Parameter(
            name = "eventTo",
            description = "exclusive",
            in = ParameterIn.QUERY,
            example = "2026-11-22T07:30:00.000Z")
    @Parameter(name = "recordedFrom", in = ParameterIn.QUERY, example = "2026-11-01")
    @Parameter(name = "recordedTo", in = ParameterIn.QUERY, example = "2026-12-01")
    @Parameter(name = "identifier", in = ParameterIn.QUERY, example = "https://id.gs1.org/01/04006381333931/10/A7")
    @Parameter(name = "grade", in = ParameterIn.QUERY, example = "N42SH")
    @Parameter(name = "code", in = ParameterIn.QUERY, example = "284690")
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "next of the page before")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "1 to 200; 50 where it is left out",
            example = "50")
    @APIResponse(
            responseCode = "200",
            description = "A page; next is null on the last, else the cursor of the following one",
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "oxides", value = Examples.PAGE)))
    public Uni<Response> page(@Context UriInfo uri) {
        LotQuery query = LotQuery.of(uri.getQueryParameters());
        return lots.page(actor.get(), query).map(JsonReply::ok);
    }

    @GET
    @Path("/{lot}")
    @RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER, Role.Name.TRADER, Role.Name.EXPORTER, Role.Name.AUDITOR})
    @Operation(summary = "A lot: masses, state, description; its price for who made it, its licence for who has it")
    @APIResponse(
            responseCode = "200",
            description = "The lot as you may see it",
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "oxide", value = Examples.LOT)))
    public Uni<Response> lot(@PathParam("lot") String lot, @QueryParam("party") @Nullable String party) {
        LotId id = Paths.id(lot, LotId::parse);
        return lots.find(actor.get(), Paths.party(party), id)
                .map(found -> found.map(JsonReply::ok).orElseThrow(Paths::notFound));
    }
}
