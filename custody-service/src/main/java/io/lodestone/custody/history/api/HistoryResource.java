package io.lodestone.custody.history.api;

import io.lodestone.custody.history.app.Histories;
import io.lodestone.custody.history.app.Histories.Part;
import io.lodestone.evidence.history.LotHistory;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.kit.actor.CurrentActor;
import io.lodestone.kit.problem.KitProblem;
import io.lodestone.kit.problem.LedgerProblem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A lot's own history as a file that verifies without a network, for those who see its timeline. */
@Path("/lots")
@Tag(name = "lots")
public class HistoryResource {

    private final Histories histories;
    private final CurrentActor actor;

    @Inject
    HistoryResource(Histories histories, CurrentActor actor) {
        this.histories = histories;
        this.actor = actor;
    }

    @GET
    @Path("{lot}/history")
    @RolesAllowed("**")
    @Operation(
            summary = "The lot's acceptance records and entries with their proofs, to be verified offline",
            description = "A lodestone-history file of at most 1,000 versions and about 4 MiB, over the checkpoint that"
                    + " is published now. Where more follow, Link has the address of the next file (rel=next). It"
                    + " holds no statement and nothing of other lots but ids, versions and digests.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "a new lot", value = HistoryExamples.HISTORY)))
    @APIResponse(responseCode = "404", description = "Not there, not the caller's, or not published yet")
    public Uni<Response> history(
            @PathParam("lot") String lot,
            @Parameter(description = "Begin after this version") @QueryParam("after") @DefaultValue("0") String after,
            @QueryParam("limit") @DefaultValue("1000") String limit) {
        Asking asking = Asking.of(actor.get(), lot);
        int versions = (int) Math.max(1, Math.min(LotHistory.MAX_VERSIONS, number(limit)));
        return histories
                .of(asking.lot(), asking.viewer(), number(after), versions)
                .map(found -> reply(asking.lot(), found.orElseThrow(Asking::notFound), versions));
    }

    private static Response reply(LotId lot, Part part, int limit) {
        Response.ResponseBuilder reply = Response.ok(part.history().bytes(), MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + lot + ".history.json\"");
        part.more()
                .ifPresent(after -> reply.header(
                        HttpHeaders.LINK,
                        "</lots/" + lot + "/history?after=" + after + "&limit=" + limit + ">; rel=\"next\""));
        return reply.build();
    }

    private static long number(String decimal) {
        if (!decimal.matches("[0-9]{1,15}")) {
            throw new LedgerProblem(KitProblem.BAD_REQUEST, "A version and a limit are whole numbers without sign.");
        }
        return Long.parseLong(decimal);
    }
}
