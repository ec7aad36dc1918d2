package io.lodestone.custody.history.api;

import io.lodestone.custody.history.TimelineItem;
import io.lodestone.custody.history.app.HistoryQueries;
import io.lodestone.custody.transfer.api.Paging;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.kit.actor.CurrentActor;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What happened to a lot, for those who have it, who had it, and auditors they let in. */
@Path("/lots")
@Tag(name = "lots")
public class TimelineResource {

    /** The statements of a page are read for their event times, so a page is shorter than elsewhere. */
    private static final int MAX_PAGE = 100;

    private final HistoryQueries history;
    private final CurrentActor actor;

    @Inject
    TimelineResource(HistoryQueries history, CurrentActor actor) {
        this.history = history;
        this.actor = actor;
    }

    @GET
    @Path("{lot}/timeline")
    @RolesAllowed("**")
    @Operation(
            summary = "The statements that touched a lot, in order, by cursor, with how the lot stood after each",
            description = "Whoever has handed the lot on sees it up to then. Of versions from before the caller's time"
                    + " the members kind, eventTime, holder, owner, state and remaining are null. The receipt is there"
                    + " once a published checkpoint covers the statement.")
    @APIResponse(
            responseCode = "200",
            description = "A page; next is null on the last",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "sold on", value = HistoryExamples.TIMELINE)))
    @APIResponse(responseCode = "304", description = "Nothing has changed since the ETag was given")
    public Uni<Response> timeline(
            @Context Request request,
            @PathParam("lot") String lot,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        Asking asking = Asking.of(actor.get(), lot);
        Paging paging = Paging.of(cursor, limit);
        int items = Math.min(MAX_PAGE, paging.limit());
        // One more than asked for, so that a cursor never leads to an empty page, which a stranger gets no answer for.
        return history.timeline(asking.lot(), asking.viewer(), paging.after(), items + 1)
                .map(found -> Revalidated.json(request, page(asking.lot(), found, items)));
    }

    private static JsonObject page(LotId lot, List<TimelineItem> found, int limit) {
        if (found.isEmpty()) {
            throw Asking.notFound();
        }
        boolean more = found.size() > limit;
        List<TimelineItem> items = more ? found.subList(0, limit) : found;
        return Json.object()
                .put("items", items, TimelineJson::of)
                .putWire("lot", lot)
                .put("next", more ? Paging.cursor(items.get(items.size() - 1).version()) : null)
                .build();
    }
}
