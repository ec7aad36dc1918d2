package io.lodestone.custody.access.api;

import io.lodestone.custody.access.GivenGrant;
import io.lodestone.custody.access.GrantRequest;
import io.lodestone.custody.access.app.GrantQueries;
import io.lodestone.custody.access.app.Grants;
import io.lodestone.custody.transfer.api.Paging;
import io.lodestone.custody.transfer.api.Requests;
import io.lodestone.custody.transfer.app.OnBehalf;
import io.lodestone.custody.transfer.app.OnBehalf.Made;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.AccessGranted;
import io.lodestone.evidence.statement.AccessWithdrawn;
import io.lodestone.evidence.statement.GrantId;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Grants: let an auditor see what the caller sees, for a period, and end that again. */
@Path("/grants")
@Tag(name = "grants")
public class GrantResource {

    private final Grants grants;
    private final GrantQueries queries;
    private final CurrentActor actor;
    private final Ids ids;

    @Inject
    GrantResource(Grants grants, GrantQueries queries, CurrentActor actor, Ids ids) {
        this.grants = grants;
        this.queries = queries;
        this.actor = actor;
        this.ids = ids;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER, Role.Name.TRADER, Role.Name.EXPORTER})
    @Operation(summary = "Lets another party see, as an auditor, what the caller sees: all or some lots, for a period")
    public Uni<Response> give(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @QueryParam("prepare") @Nullable String prepare,
            byte[] body) {
        GrantRequest grant = JsonBody.read(body, GrantRequest::read);
        return grants.give(request(key, Requests.digest("grant", "", body), prepare), grant)
                .map(GrantResource::reply);
    }

    @POST
    @Path("{grant}/withdrawal")
    @RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER, Role.Name.TRADER, Role.Name.EXPORTER})
    @Operation(summary = "Ends a grant of the caller; has no body")
    public Uni<Response> withdraw(
            @PathParam("grant") String grant,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @QueryParam("prepare") @Nullable String prepare) {
        Digest said = Requests.digest("withdrawal", grant, "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return grants.withdraw(request(key, said, prepare), grant(grant)).map(GrantResource::reply);
    }

    private OnBehalf.Request request(@Nullable String key, Digest request, @Nullable String prepare) {
        return Requests.of(actor.get(), key, ids, request, prepare);
    }

    private static GrantId grant(String text) {
        try {
            return GrantId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new LedgerProblem(KitProblem.NOT_FOUND, "The id of a grant is a version 7 UUID.");
        }
    }

    private static Response reply(Made made) {
        GrantId grant = made.submission().statement().body() instanceof AccessGranted given
                ? given.grant()
                : ((AccessWithdrawn) made.submission().statement().body()).grant();
        return Requests.reply(made, json -> json.putWire("grant", grant));
    }

    @GET
    @RolesAllowed("**")
    @Operation(summary = "Grants the caller gave or was given, in the order they were given, by cursor")
    public Uni<Response> list(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable String limit) {
        Paging paging = Paging.of(cursor, limit);
        return queries.list(actor.get().party(), paging.after(), paging.limit())
                .map(found -> JsonReply.ok(paging.page(found, GivenGrant::grantedIndex, GivenGrant::json)));
    }
}
