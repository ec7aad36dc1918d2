package io.lodestone.lots.assay.api;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.statement.AssayRecorded;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.kit.actor.CurrentActor;
import io.lodestone.kit.actor.Role;
import io.lodestone.kit.body.JsonReply;
import io.lodestone.lots.assay.AssayRequest;
import io.lodestone.lots.assay.app.Assays;
import io.lodestone.lots.assay.app.Compositions;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

@Path("/lots/{lot}/assays")
public class AssayResource {

    private final Assays assays;
    private final Compositions compositions;
    private final CurrentActor actor;

    @Inject
    AssayResource(Assays assays, Compositions compositions, CurrentActor actor) {
        this.assays = assays;
        this.compositions = compositions;
        this.actor = actor;
    }

    @POST
    @RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER, Role.Name.TRADER})
    @Operation(
            summary = "Records a laboratory's results; they move no mass",
            description = "Each result has exactly one of fraction, below (a detection limit) and from with to.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "assay", value = Examples.REQUEST)))
    public Uni<Response> record(
            @PathParam("lot") String lot,
            @HeaderParam(Request.KEY) @Nullable String key,
            @HeaderParam(SourceKey.HEADER) @Nullable String source,
            @QueryParam(Request.PREPARE) @Nullable String prepare,
            byte[] body) {
        LotId id = Paths.id(lot, LotId::parse);
        Request<AssayRequest> request = Request.read(
                        key, source, "POST /lots/" + id + "/assays", body, AssayRequest::read)
                .preparing(prepare);
        return assays.record(actor.get(), id, request)
                .map(outcome ->
                        StatementReplies.reply(outcome, AssayResource::described, made -> "/statements/" + made.id()));
    }

    private static JsonObject described(Statement statement) {
        AssayRecorded body = (AssayRecorded) statement.body();
        return Json.object()
                .putWire("assay", body.assay())
                .putWire("lot", body.of().lot())
                .put("lotVersion", body.of().version() + 1)
                .build();
    }

    @GET
    @RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER, Role.Name.TRADER, Role.Name.EXPORTER, Role.Name.AUDITOR})
    @Operation(summary = "A lot's assays, newest first; the one that counts is marked current")
    @APIResponse(
            responseCode = "200",
            description = "Those that you may see, newest first",
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "assays", value = Examples.ASSAYS)))
    public Uni<Response> assays(@PathParam("lot") String lot, @QueryParam("party") @Nullable String party) {
        LotId id = Paths.id(lot, LotId::parse);
        return compositions
                .assays(actor.get(), Paths.party(party), id)
                .map(found -> found.map(JsonReply::ok).orElseThrow(Paths::notFound));
    }
}
