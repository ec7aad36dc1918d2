package io.lodestone.custody.key.api;

import io.lodestone.custody.key.app.KeyQueries;
import io.lodestone.custody.transfer.api.Paging;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.kit.actor.Actor;
import io.lodestone.kit.actor.CurrentActor;
import io.lodestone.kit.actor.Role;
import io.lodestone.kit.body.JsonReply;
import io.lodestone.kit.problem.KitProblem;
import io.lodestone.kit.problem.LedgerProblem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Keys by which parties sign: the caller's, and those of whom it deals with. */
@Path("/")
@Tag(name = "keys")
public class KeyResource {

    private final KeyQueries keys;
    private final CurrentActor actor;
    private final Clock clock;

    @Inject
    KeyResource(KeyQueries keys, CurrentActor actor, Clock clock) {
        this.keys = keys;
        this.actor = actor;
        this.clock = clock;
    }

    @GET
    @Path("keys")
    @RolesAllowed("**")
    @Operation(
            summary = "The caller's keys in the order in which they were added, revoked ones too, by cursor",
            description = "They are added by PartyKeyAdded, ended by PartyKeyRevoked, and required by SigningRequired.")
    @APIResponse(
            responseCode = "200",
            description = "A page of keys",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "one key", value = Examples.KEYS)))
    public Uni<Response> own(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable String limit) {
        return page(actor.get().party(), Paging.of(cursor, limit));
    }

    @GET
    @Path("parties/{party}/keys")
    @RolesAllowed("**")
    @Operation(
            summary = "The keys of a party that the caller had a transfer with, or by which it is let in as an auditor",
            description = "To everybody else it is as if there were no such party.")
    @APIResponse(
            responseCode = "200",
            description = "A page of keys",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "one key", value = Examples.KEYS)))
    public Uni<Response> of(
            @Parameter(example = "01a20228-8660-7a01-8b02-0c03d4e5f601") @PathParam("party") String party,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        Paging paging = Paging.of(cursor, limit);
        Actor asking = actor.get();
        Optional<PartyId> viewer = asking.is(Role.SERVICE) ? Optional.empty() : Optional.of(asking.party());
        PartyId wanted = party(party);
        return keys.shown(wanted, viewer, asking.is(Role.AUDITOR)).chain(shown -> {
            if (!shown) {
                throw notFound();
            }
            return page(wanted, paging);
        });
    }

    private Uni<Response> page(PartyId party, Paging paging) {
        return keys.of(party, paging.after(), paging.limit())
                .map(shown -> JsonReply.ok(KeyJson.page(paging, shown, clock.instant())));
    }

    private static PartyId party(String text) {
        try {
            return PartyId.parse(text);
        } catch (IllegalArgumentException e) {
            throw notFound();
        }
    }

    private static LedgerProblem notFound() {
        return new LedgerProblem(KitProblem.NOT_FOUND, "There is no party with this id whose keys you may see.");
    }
}
