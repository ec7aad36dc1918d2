package io.lodestone.custody.sweep.api;

import io.lodestone.custody.sweep.SweepId;
import io.lodestone.custody.sweep.app.Sweeps;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.statement.Uuid7;
import io.lodestone.kit.actor.Role;
import io.lodestone.kit.body.JsonReply;
import io.lodestone.kit.problem.KitProblem;
import io.lodestone.kit.problem.LedgerProblem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Sweeps: everything stored is hashed again and compared, from entry 0 to the last checkpoint. */
@Path("/sweeps")
@Tag(name = "sweeps")
public class SweepResource {

    private final Sweeps sweeps;

    @Inject
    SweepResource(Sweeps sweeps) {
        this.sweeps = sweeps;
    }

    @POST
    @RolesAllowed(Role.Name.REGISTRAR)
    @Operation(summary = "Begins a sweep, or shows the one that runs; has no body. The log goes on meanwhile")
    @APIResponse(
            responseCode = "202",
            description = "It runs; how far it is stands at the Location",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "just begun", value = SweepExamples.BEGUN)))
    public Uni<Response> begin() {
        return sweeps.begin()
                .map(sweep -> JsonReply.accepted(
                        "/sweeps/" + sweep.id(), SweepJson.of(sweep).build()));
    }

    @GET
    @RolesAllowed({Role.Name.REGISTRAR, Role.Name.AUDITOR})
    @Operation(summary = "The last fifty sweeps, the latest first")
    public Uni<Response> list() {
        return sweeps.latest()
                .map(found -> JsonReply.ok(Json.object()
                        .put("items", found, sweep -> SweepJson.of(sweep).build())
                        .build()));
    }

    @GET
    @Path("{sweep}")
    @RolesAllowed(Role.Name.REGISTRAR)
    @Operation(
            summary = "One sweep with the first 500 of its findings; once it has ended, with its report, a signed note")
    @APIResponse(
            responseCode = "200",
            description = "How far it is and what it has found",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "one disagreement", value = SweepExamples.FOUND)))
    public Uni<Response> find(@PathParam("sweep") String sweep) {
        return sweeps.find(id(sweep)).map(shown -> JsonReply.ok(SweepJson.whole(shown)));
    }

    private static SweepId id(String text) {
        try {
            return new SweepId(Uuid7.parse(text));
        } catch (IllegalArgumentException e) {
            throw new LedgerProblem(KitProblem.NOT_FOUND, "There was no such sweep.");
        }
    }
}
