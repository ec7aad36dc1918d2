package io.lodestone.custody.transfer.api;

import io.lodestone.custody.transfer.app.Inbox;
import io.lodestone.kit.actor.CurrentActor;
import io.lodestone.kit.body.JsonReply;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What waits for the caller. */
@Path("/inbox")
@Tag(name = "transfers")
public class InboxResource {

    private final Inbox inbox;
    private final CurrentActor actor;

    @Inject
    InboxResource(Inbox inbox, CurrentActor actor) {
        this.inbox = inbox;
        this.actor = actor;
    }

    @GET
    @RolesAllowed("**")
    @Operation(
            summary = "What waits for the caller's party, each with why: offer (to answer), dispute (of its own offer),"
                    + " expiring (within so many days, 7 if not said) and expired (its own, since so many days)")
    @APIResponse(
            responseCode = "200",
            description = "A page in the order of the offers; next is null on the last",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "an offer that expires", value = Examples.INBOX)))
    public Uni<Response> waiting(
            @QueryParam("days") @Nullable String days,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        Paging paging = Paging.of(cursor, limit);
        return inbox.waiting(actor.get().party(), Asked.days(days), paging.after(), paging.limit())
                .map(found ->
                        JsonReply.ok(paging.page(found, item -> item.listed().offeredIndex(), TransferJson::waiting)));
    }
}
