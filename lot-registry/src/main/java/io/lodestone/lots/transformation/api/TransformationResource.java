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
import org.jspecify.annotations.Nullable;

@Path("/transformations")
public class TransformationResource {

    private static final String EXAMPLE = """
            {"process":"metal-making","step":"metal","facility":"01a20228-8660-7a02-8b02-0c03d4e5f603",
             "ownership":["JP"],"technology":["JP"],"equipment":["JP"],"started":"2026-11-20T08:00:00.000+09:00",
             "eventTime":"2026-11-22T16:29:00.000+09:00",
             "inputs":[{"lot":"01a20229-6cd8-7b3f-8a4c-5d6e7f801122","consumedKg":"27.106842"}],
             "outputs":[{"kind":"product","form":"metal","massKg":"22.560632","openKg":"0",
               "description":{"custodyModel":"segregated","grade":"Dy 99"},
               "measured":[{"element":"Dy","fraction":"0.999","uncertainty":"0.002"}]},{"kind":"loss"}]}""";

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
                            examples = @ExampleObject(name = "metal making", value = EXAMPLE)))
    public Uni<Response> record(
            @HeaderParam(Request.KEY) @Nullable String key,
            @HeaderParam(SourceKey.HEADER) @Nullable String source,
            byte[] body) {
        Request<TransformationRequest> request =
                Request.read(key, source, "POST /transformations", body, TransformationRequest::read);
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
    public Uni<Response> transformation(
            @PathParam("statement") String statement, @QueryParam("party") @Nullable String party) {
        StatementId id = Paths.id(statement, StatementId::parse);
        return transformations
                .find(actor.get(), Paths.party(party), id)
                .map(found -> found.map(JsonReply::ok).orElseThrow(Paths::notFound));
    }
}
