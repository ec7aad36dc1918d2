package io.lodestone.custody.webhook.api;

import io.lodestone.custody.webhook.WebhookId;
import io.lodestone.custody.webhook.WebhookRequest;
import io.lodestone.custody.webhook.app.Webhooks;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.statement.Uuid7;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Webhooks: be told what becomes of the caller's transfers. */
@Path("/webhooks")
@Tag(name = "webhooks")
public class WebhookResource {

    private final Webhooks webhooks;
    private final CurrentActor actor;
    private final Ids ids;

    @Inject
    WebhookResource(Webhooks webhooks, CurrentActor actor, Ids ids) {
        this.webhooks = webhooks;
        this.actor = actor;
        this.ids = ids;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER, Role.Name.TRADER, Role.Name.EXPORTER})
    @Operation(
            summary =
                    "Registers a URL on a host that the operator has registered; it is told what the other party of a"
                            + " transfer does, signed by Standard Webhooks 1.0. The secret is in this answer and in no later one")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "all that matters", value = Examples.REQUEST)))
    @APIResponse(
            responseCode = "201",
            description = "Registered; the same Idempotency-Key again gives the same without the secret",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "with its secret", value = Examples.REGISTERED)))
    public Uni<Response> register(@HeaderParam("Idempotency-Key") @Nullable String key, byte[] body) {
        WebhookRequest request = JsonBody.read(body, WebhookRequest::read);
        return webhooks.register(actor.get().party(), key == null ? new WebhookId(ids.next()) : key(key), request)
                .map(made -> JsonReply.created(
                        "/webhooks/" + made.webhook().id() + "/deliveries",
                        WebhookJson.of(made.webhook())
                                .putWire("secret", made.secret().map(secret -> secret.text()))
                                .build()));
    }

    private static WebhookId key(String key) {
        try {
            return new WebhookId(Uuid7.parse(key));
        } catch (IllegalArgumentException e) {
            throw new LedgerProblem(KitProblem.BAD_REQUEST, "Idempotency-Key must be a version 7 UUID.")
                    .at("Idempotency-Key");
        }
    }

    @GET
    @RolesAllowed("**")
    @Operation(summary = "The caller's webhooks, those that are withdrawn last")
    public Uni<Response> list() {
        return webhooks.list(actor.get().party())
                .map(found -> JsonReply.ok(Json.object()
                        .put("items", found, webhook -> WebhookJson.of(webhook).build())
                        .build()));
    }

    @POST
    @Path("{webhook}/withdrawal")
    @RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER, Role.Name.TRADER, Role.Name.EXPORTER})
    @Operation(summary = "Ends a webhook of the caller and what is on its way to it; has no body")
    public Uni<Response> withdraw(@PathParam("webhook") String webhook) {
        return webhooks.withdraw(actor.get().party(), id(webhook))
                .map(ended -> JsonReply.ok(WebhookJson.of(ended).build()));
    }

    @GET
    @Path("{webhook}/deliveries")
    @RolesAllowed("**")
    @Operation(summary = "What was delivered to a webhook of the caller or is to be, the latest first, by cursor")
    @APIResponse(
            responseCode = "200",
            description = "A page; next is null on the last",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "tried three times", value = Examples.DELIVERIES)))
    public Uni<Response> deliveries(
            @PathParam("webhook") String webhook,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        WebhookJson.Page page = WebhookJson.page(cursor, limit);
        return webhooks.deliveries(actor.get().party(), id(webhook), page.before(), page.limit())
                .map(sent -> JsonReply.ok(page.of(sent)));
    }

    private static WebhookId id(String text) {
        try {
            return new WebhookId(Uuid7.parse(text));
        } catch (IllegalArgumentException e) {
            throw new LedgerProblem(KitProblem.NOT_FOUND, "You have no webhook with this id.");
        }
    }
}
