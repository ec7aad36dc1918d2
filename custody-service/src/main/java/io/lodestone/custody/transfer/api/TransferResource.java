package io.lodestone.custody.transfer.api;

import io.lodestone.custody.transfer.AcceptanceRequest;
import io.lodestone.custody.transfer.OfferRequest;
import io.lodestone.custody.transfer.app.OnBehalf.Made;
import io.lodestone.custody.transfer.app.TransferQueries;
import io.lodestone.custody.transfer.app.TransferQueries.Listed;
import io.lodestone.custody.transfer.app.Transfers;
import io.lodestone.custody.wire.OutcomeReply;
import io.lodestone.evidence.acceptance.Transfer;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.TransferAccepted;
import io.lodestone.evidence.statement.TransferId;
import io.lodestone.evidence.statement.TransferOffered;
import io.lodestone.kit.actor.Actor;
import io.lodestone.kit.actor.CurrentActor;
import io.lodestone.kit.actor.Role;
import io.lodestone.kit.body.JsonBody;
import io.lodestone.kit.body.JsonReply;
import io.lodestone.kit.ids.Ids;
import io.lodestone.kit.problem.KitProblem;
import io.lodestone.kit.problem.LedgerProblem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Transfers: offer lots, take them over, see which are open. */
@Path("/transfers")
@Tag(name = "transfers")
public class TransferResource {

    private final Transfers transfers;
    private final TransferQueries queries;
    private final CurrentActor actor;
    private final Ids ids;

    @Inject
    TransferResource(Transfers transfers, TransferQueries queries, CurrentActor actor, Ids ids) {
        this.transfers = transfers;
        this.queries = queries;
        this.actor = actor;
        this.ids = ids;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER, Role.Name.TRADER, Role.Name.EXPORTER})
    @Operation(summary = "Offers whole lots to another party")
    public Uni<Response> offer(@HeaderParam("Idempotency-Key") @Nullable String key, byte[] body) {
        OfferRequest offer = JsonBody.read(body, OfferRequest::read);
        return transfers
                .offer(actor.get(), Requests.id(key, ids), Requests.digest("offer", "", body), offer)
                .map(TransferResource::reply);
    }

    @POST
    @Path("{transfer}/acceptance")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER, Role.Name.TRADER, Role.Name.EXPORTER})
    @Operation(summary = "Takes over an offer, with a weighing of each lot")
    public Uni<Response> accept(
            @PathParam("transfer") String transfer, @HeaderParam("Idempotency-Key") @Nullable String key, byte[] body) {
        AcceptanceRequest acceptance = JsonBody.read(body, AcceptanceRequest::read);
        return transfers
                .accept(
                        actor.get(),
                        Requests.id(key, ids),
                        Requests.digest("acceptance", transfer, body),
                        transfer(transfer),
                        acceptance)
                .map(TransferResource::reply);
    }

    private static Response reply(Made made) {
        TransferId transfer = made.submission().statement().body() instanceof TransferOffered offer
                ? offer.transfer()
                : ((TransferAccepted) made.submission().statement().body()).transfer();
        return OutcomeReply.of(made.outcome(), json -> json.putWire("transfer", transfer));
    }

    @GET
    @RolesAllowed("**")
    @Operation(summary = "The caller's transfers in the order they were offered, by state and cursor")
    public Uni<Response> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        Paging paging = Paging.of(cursor, limit);
        return queries.list(party(actor.get()), state(state), paging.after(), paging.limit())
                .map(found -> JsonReply.ok(paging.page(found, Listed::offeredIndex, TransferJson::of)));
    }

    @GET
    @Path("{transfer}")
    @RolesAllowed("**")
    @Operation(summary = "A transfer, for its two parties")
    public Uni<Response> one(@PathParam("transfer") String transfer) {
        Optional<PartyId> party = party(actor.get());
        return queries.find(transfer(transfer))
                .map(found -> found.filter(listed -> concerns(listed, party))
                        .map(listed -> JsonReply.ok(TransferJson.of(listed)))
                        .orElseThrow(TransferResource::notFound));
    }

    private static boolean concerns(Listed listed, Optional<PartyId> party) {
        Transfer transfer = listed.transfer();
        return party.isEmpty()
                || List.of(transfer.sender(), transfer.recipient()).contains(party.get());
    }

    private static Optional<PartyId> party(Actor actor) {
        return actor.is(Role.SERVICE) ? Optional.empty() : Optional.of(actor.party());
    }

    private static Optional<Transfer.State> state(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        return switch (text) {
            case "offered" -> Optional.of(Transfer.State.OFFERED);
            case "accepted" -> Optional.of(Transfer.State.ACCEPTED);
            default -> throw new LedgerProblem(KitProblem.BAD_REQUEST, "A state is offered or accepted.");
        };
    }

    private static TransferId transfer(String text) {
        try {
            return TransferId.parse(text);
        } catch (IllegalArgumentException e) {
            throw notFound();
        }
    }

    private static LedgerProblem notFound() {
        return new LedgerProblem(KitProblem.NOT_FOUND, "You have no transfer with this id.");
    }
}
