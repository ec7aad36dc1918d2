package io.lodestone.custody.transfer.api;

import io.lodestone.custody.transfer.Listed;
import io.lodestone.custody.transfer.app.Inbox;
import io.lodestone.custody.transfer.app.TransferQueries;
import io.lodestone.evidence.acceptance.Transfer;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.kit.actor.CurrentActor;
import io.lodestone.kit.body.JsonReply;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Transfers, to be read by their parties. */
@Path("/transfers")
@Tag(name = "transfers")
public class TransferListResource {

    private static final String CSV = "text/csv";

    private final TransferQueries queries;
    private final Inbox inbox;
    private final CurrentActor actor;

    @Inject
    TransferListResource(TransferQueries queries, Inbox inbox, CurrentActor actor) {
        this.queries = queries;
        this.inbox = inbox;
        this.actor = actor;
    }

    @GET
    @RolesAllowed("**")
    @Operation(
            summary =
                    "The caller's transfers in the order they were offered, by cursor; state, role (sender, recipient),"
                            + " counterparty, lot, and from and to for the time of the offer narrow them")
    @APIResponse(
            responseCode = "200",
            description = "A page; next is null on the last",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "disputed", value = Examples.PAGE)))
    public Uni<Response> list(@BeanParam Asked asked) {
        Paging paging = asked.paging();
        return queries.list(asked.filter(actor.get()), paging.after(), paging.limit())
                .map(found -> JsonReply.ok(paging.page(found, Listed::offeredIndex, TransferJson::of)));
    }

    @GET
    @Path("{transfer}")
    @RolesAllowed("**")
    @Operation(summary = "A transfer for its two parties, with what was weighed and what it differs from the offer")
    @APIResponse(
            responseCode = "200",
            description = "The transfer; relative is the exact size of the difference as a part of the offered mass",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "20 g short", value = Examples.ONE)))
    public Uni<Response> one(@PathParam("transfer") String transfer) {
        Optional<PartyId> party = Asked.party(actor.get());
        return queries.find(Asked.transfer(transfer))
                .map(found -> found.filter(listed -> concerns(listed, party)).orElseThrow(Asked::notFound))
                .chain(listed ->
                        queries.details(listed).map(details -> JsonReply.ok(TransferJson.detailed(listed, details))));
    }

    private static boolean concerns(Listed listed, Optional<PartyId> party) {
        Transfer transfer = listed.transfer();
        return party.isEmpty()
                || List.of(transfer.sender(), transfer.recipient()).contains(party.get());
    }

    @GET
    @Path("ageing")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed("**")
    @Operation(
            summary = "The caller's open transfers by age, the oldest first, and how many are how old; also text/csv")
    @APIResponse(
            responseCode = "200",
            description = "Ages are whole days since the offer's entry",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "one of 12 days", value = Examples.AGEING)))
    public Uni<Response> ageing() {
        return inbox.ageing(actor.get().party()).map(found -> JsonReply.ok(AgeingList.json(found)));
    }

    @GET
    @Path("ageing")
    @Produces(CSV)
    @RolesAllowed("**")
    public Uni<Response> ageingCsv() {
        PartyId party = actor.get().party();
        return inbox.ageing(party)
                .map(found -> Response.ok(AgeingList.csv(found, party), CSV + "; charset=utf-8")
                        .build());
    }
}
