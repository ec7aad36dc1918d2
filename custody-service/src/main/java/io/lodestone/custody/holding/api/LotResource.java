package io.lodestone.custody.holding.api;

import io.lodestone.custody.holding.HeldLot;
import io.lodestone.custody.holding.app.Holdings;
import io.lodestone.evidence.acceptance.Holding;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Json.ObjectBuilder;
import io.lodestone.evidence.statement.LotId;
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
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How a lot stands, for its holder, its owner and sibling services. Strangers learn not even that it exists. */
@Path("/lots")
@Tag(name = "lots")
public class LotResource {

    private final Holdings holdings;
    private final CurrentActor actor;

    @Inject
    LotResource(Holdings holdings, CurrentActor actor) {
        this.holdings = holdings;
        this.actor = actor;
    }

    @GET
    @Path("{lot}")
    @RolesAllowed("**")
    @Operation(summary = "Holder, owner, version and what is left; the holder also gets the secret of the next spend")
    public Uni<Response> lot(@PathParam("lot") String lot) {
        Actor asking = actor.get();
        LotId id = id(lot);
        return holdings.of(List.of(id))
                .map(found -> Optional.ofNullable(found.get(id))
                        .filter(held -> concerns(asking, held.holding()))
                        .orElseThrow(LotResource::notFound))
                .map(held -> JsonReply.ok(json(held, isHolder(asking, held.holding()))));
    }

    private static LotId id(String text) {
        try {
            return LotId.parse(text);
        } catch (IllegalArgumentException e) {
            throw notFound();
        }
    }

    private static LedgerProblem notFound() {
        return new LedgerProblem(KitProblem.NOT_FOUND, "You hold and own no lot with this id.");
    }

    private static boolean concerns(Actor asking, Holding lot) {
        return asking.is(Role.SERVICE)
                || isHolder(asking, lot)
                || asking.org().equals(lot.owner().toString());
    }

    private static boolean isHolder(Actor asking, Holding lot) {
        return asking.org().equals(lot.holder().toString());
    }

    private static JsonObject json(HeldLot held, boolean holder) {
        Holding lot = held.holding();
        ObjectBuilder out = Json.object()
                .put("certified", List.copyOf(lot.certified().entrySet()), LotResource::certified)
                .put("deficitKg", lot.deficit().toKg())
                .put("form", lot.form().wire())
                .putWire("holder", lot.holder())
                .putWire("lastRecord", held.lastRecord())
                .putWire("lot", lot.lot())
                .put("lotVersion", lot.version())
                .putWire("owner", lot.owner())
                .put("remainingKg", lot.remaining().toKg())
                .putWire("remainingUg", lot.remaining())
                .put("stale", lot.stale())
                .put("state", lot.state().name().toLowerCase(Locale.ROOT))
                .putWire("vector", lot.vector());
        return (holder ? out.put("spendSecret", held.secret().text()) : out).build();
    }

    private static JsonObject certified(Map.Entry<String, ?> mass) {
        return Json.object()
                .putWire("certifiedUg", mass.getValue())
                .put("purpose", mass.getKey())
                .build();
    }
}
