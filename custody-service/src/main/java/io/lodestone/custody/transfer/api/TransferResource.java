package io.lodestone.custody.transfer.api;

import io.lodestone.custody.transfer.AcceptanceRequest;
import io.lodestone.custody.transfer.CancellationRequest;
import io.lodestone.custody.transfer.DisputeRequest;
import io.lodestone.custody.transfer.OfferRequest;
import io.lodestone.custody.transfer.app.OnBehalf;
import io.lodestone.custody.transfer.app.OnBehalf.Made;
import io.lodestone.custody.transfer.app.Transfers;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.TransferAccepted;
import io.lodestone.evidence.statement.TransferCancelled;
import io.lodestone.evidence.statement.TransferDisputed;
import io.lodestone.evidence.statement.TransferId;
import io.lodestone.evidence.statement.TransferOffered;
import io.lodestone.kit.actor.CurrentActor;
import io.lodestone.kit.actor.Role;
import io.lodestone.kit.body.JsonBody;
import io.lodestone.kit.ids.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * What the parties of a transfer do: offer, take over, dispute, take back. With {@code prepare=true} the statement is
 * answered and not submitted, so that a party that signs can do so, and submit it itself.
 */
@Path("/transfers")
@Tag(name = "transfers")
public class TransferResource {

    private final Transfers transfers;
    private final CurrentActor actor;
    private final Ids ids;

    @Inject
    TransferResource(Transfers transfers, CurrentActor actor, Ids ids) {
        this.transfers = transfers;
        this.actor = actor;
        this.ids = ids;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER, Role.Name.TRADER, Role.Name.EXPORTER})
    @Operation(summary = "Offers whole lots to another party")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "for two weeks", value = Examples.OFFER)))
    public Uni<Response> offer(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @QueryParam("prepare") @Nullable String prepare,
            byte[] body) {
        OfferRequest offer = JsonBody.read(body, OfferRequest::read);
        return transfers
                .offer(request(key, Requests.digest("offer", "", body), prepare), offer)
                .map(TransferResource::reply);
    }

    @POST
    @Path("{transfer}/acceptance")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER, Role.Name.TRADER, Role.Name.EXPORTER})
    @Operation(
            summary = "Takes over an offer, with a weighing of each lot: weighedKg repeats the offered mass; netKg with"
                    + " uncertaintyKg, and grossKg if known, is the recipient's own and moves no mass")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "20 g short", value = Examples.ACCEPTANCE)))
    public Uni<Response> accept(
            @PathParam("transfer") String transfer,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @QueryParam("prepare") @Nullable String prepare,
            byte[] body) {
        AcceptanceRequest acceptance = JsonBody.read(body, AcceptanceRequest::read);
        return transfers
                .accept(
                        request(key, Requests.digest("acceptance", transfer, body), prepare),
                        Asked.transfer(transfer),
                        acceptance)
                .map(TransferResource::reply);
    }

    @POST
    @Path("{transfer}/dispute")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER, Role.Name.TRADER, Role.Name.EXPORTER})
    @Operation(
            summary =
                    "Says what is wrong with an offer instead of taking it over: its lots rest until the sender cancels,"
                            + " or the recipient takes them over after all. takes says how much of a lot would be taken,"
                            + " and as which lot: the sender cancels, splits that off, and offers it")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "20 g short", value = Examples.DISPUTE)))
    public Uni<Response> dispute(
            @PathParam("transfer") String transfer,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @QueryParam("prepare") @Nullable String prepare,
            byte[] body) {
        DisputeRequest dispute = JsonBody.read(body, DisputeRequest::read);
        return transfers
                .dispute(
                        request(key, Requests.digest("dispute", transfer, body), prepare),
                        Asked.transfer(transfer),
                        dispute)
                .map(TransferResource::reply);
    }

    @POST
    @Path("{transfer}/cancellation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER, Role.Name.TRADER, Role.Name.EXPORTER})
    @Operation(summary = "Takes an open offer of the caller back, disputed or not; its lots are free again")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "when it was agreed", value = Examples.CANCELLATION)))
    public Uni<Response> cancel(
            @PathParam("transfer") String transfer,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @QueryParam("prepare") @Nullable String prepare,
            byte[] body) {
        CancellationRequest cancellation = JsonBody.read(body, CancellationRequest::read);
        return transfers
                .cancel(
                        request(key, Requests.digest("cancellation", transfer, body), prepare),
                        Asked.transfer(transfer),
                        cancellation.happened())
                .map(TransferResource::reply);
    }

    private OnBehalf.Request request(@Nullable String key, Digest request, @Nullable String prepare) {
        return Requests.of(actor.get(), key, ids, request, prepare);
    }

    private static Response reply(Made made) {
        return Requests.reply(
                made,
                json -> json.putWire(
                        "transfer", transfer(made.submission().statement().body())));
    }

    private static TransferId transfer(Body body) {
        if (body instanceof TransferOffered offer) {
            return offer.transfer();
        } else if (body instanceof TransferAccepted acceptance) {
            return acceptance.transfer();
        } else if (body instanceof TransferDisputed dispute) {
            return dispute.transfer();
        }
        return ((TransferCancelled) body).transfer();
    }
}
