package io.lodestone.custody.holding.api;

import io.lodestone.custody.access.app.GrantQueries;
import io.lodestone.custody.holding.HeldLot;
import io.lodestone.custody.holding.app.Holdings;
import io.lodestone.evidence.acceptance.Holding;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Json.ObjectBuilder;
import io.lodestone.evidence.statement.LotId;
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
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How a lot stands, for its holder, its owner, auditors they let in, and sibling services. Strangers learn not even that it exists. */
@Path("/lots")
@Tag(name = "lots")
public class LotResource {

    private final Holdings holdings;
    private final GrantQueries grants;
    private final CurrentActor actor;

    @Inject
    LotResource(Holdings holdings, GrantQueries grants, CurrentActor actor) {
        this.holdings = holdings;
        this.grants = grants;
        this.actor = actor;
    }

    @GET
    @Path("{lot}")
    @RolesAllowed("**")
    @Operation(
            summary =
                    "Holder, owner, version and what is left; the holder and its auditors also get the secret of the next spend")
    public Uni<Response> lot(@PathParam("lot") String lot) {
        Actor asking = actor.get();
        // Who asks is settled before anything is looked up, or a refusal would tell that there is something.
        Optional<PartyId> self = asking.is(Role.SERVICE) ? Optional.empty() : Optional.of(asking.party());
        LotId id = id(lot);
        return holdings.of(List.of(id)).chain(found -> {
            HeldLot held = Optional.ofNullable(found.get(id)).orElseThrow(LotResource::notFound);
            return self.map(party -> viewers(asking, party, held.holding()))
                    .orElseGet(() -> Uni.createFrom().item(Set.of()))
                    .map(viewers -> seen(asking, held, viewers));
        });
    }

    /** The parties as which the caller looks: itself, and for an auditor those of the lot's that let it. */
    private Uni<Set<PartyId>> viewers(Actor asking, PartyId self, Holding lot) {
        if (!asking.is(Role.AUDITOR)) {
            return Uni.createFrom().item(Set.of(self));
        }
        return grants.showing(self, lot.lot(), List.of(lot.holder(), lot.owner()))
                .map(granters -> {
                    Set<PartyId> viewers = new HashSet<>(granters);
                    viewers.add(self);
                    return viewers;
                });
    }

    private static Response seen(Actor asking, HeldLot held, Set<PartyId> viewers) {
        Holding lot = held.holding();
        boolean holder = viewers.contains(lot.holder());
        if (!asking.is(Role.SERVICE) && !holder && !viewers.contains(lot.owner())) {
            throw notFound();
        }
        return JsonReply.ok(json(held, holder));
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
