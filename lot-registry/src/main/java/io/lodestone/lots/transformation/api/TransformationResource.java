package io.lodestone.lots.transformation.api;

import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.kit.actor.CurrentActor;
import io.lodestone.kit.actor.Role;
import io.lodestone.kit.body.JsonReply;
import io.lodestone.lots.outbox.Paths;
import io.lodestone.lots.outbox.Request;
import io.lodestone.lots.outbox.SourceKey;
import io.lodestone.lots.outbox.api.StatementReplies;
import io.lodestone.lots.transformation.TransformationAnswer;
import io.lodestone.lots.transformation.TransformationRequest;
import io.lodestone.lots.transformation.app.Transformations;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

@Path("/transformations")
public class TransformationResource {

    private final Transformations transformations;
    private final CurrentActor actor;

    @Inject
    TransformationResource(Transformations transformations, CurrentActor actor) {
        this.transformations = transformations;
        this.actor = actor;
    }

    @POST
    @RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER})
    @Operation(
            summary = "Records what was made of lots, with what was measured of it",
            description = "An input relies on the assay that counts for its lot, unless it names another."
                    + " Less of an element than the book gives is booked as a loss; more, within the joint uncertainty"
                    + " (k = 2) of the assays, is an observation.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "metal making", value = Examples.REQUEST)))
    public Uni<Response> record(
            @HeaderParam(Request.KEY) @Nullable String key,
            @HeaderParam(SourceKey.HEADER) @Nullable String source,
            @QueryParam(Request.PREPARE) @Nullable String prepare,
            byte[] body) {
        Request<TransformationRequest> request = Request.read(
                        key, source, "POST /transformations", body, TransformationRequest::read)
                .preparing(prepare);
        return transformations
                .record(actor.get(), request)
                .chain(outcome -> transformations
                        .losses(outcome)
                        .map(losses -> StatementReplies.reply(
                                outcome,
                                made -> TransformationAnswer.of((LotsTransformed) made.body(), losses),
                                made -> "/transformations/" + made.id())));
    }

    @GET
    @Path("/{statement}")
    @RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER, Role.Name.AUDITOR})
    @Operation(
            summary = "A transformation that you stated, or were let see: inputs, outputs, how it was carried out and"
                    + " what was measured")
    @APIResponse(
            responseCode = "200",
            description = "As it was stated; what was measured stands beside what the book said",
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "metal making", value = Examples.TRANSFORMATION)))
    public Uni<Response> transformation(
            @PathParam("statement") String statement, @QueryParam("party") @Nullable String party) {
        StatementId id = Paths.id(statement, StatementId::parse);
        return transformations
                .find(actor.get(), Paths.party(party), id)
                .map(found -> found.map(JsonReply::ok).orElseThrow(Paths::notFound));
    }
}
