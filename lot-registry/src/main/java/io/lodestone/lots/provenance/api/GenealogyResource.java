package io.lodestone.lots.provenance.api;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.kit.actor.CurrentActor;
import io.lodestone.kit.actor.Role;
import io.lodestone.kit.body.JsonReply;
import io.lodestone.lots.outbox.Paths;
import io.lodestone.lots.provenance.app.Ancestry;
import io.lodestone.lots.provenance.app.Progeny;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** A bounded part of the genealogy at once; the trace lists have all of it, page by page. */
@Path("/lots/{lot}/genealogy")
public class GenealogyResource {

    private static final String TREE = """
            {"form":"metal","index":11,"inputs":[{"consumedKg":"27.106842","form":"oxide","index":7,"inputs":[],
            "lot":"01a20228-8660-7a01-8b02-0c03d4e5f601","made":"registered","massKg":"27.107","shown":"here"}],
            "lot":"01a20228-8660-7a01-8b02-0c03d4e5f605","made":"metal-making","massKg":"22.560632","shown":"here"}""";

    private final Ancestry ancestry;
    private final Progeny progeny;
    private final CurrentActor actor;

    @Inject
    GenealogyResource(Ancestry ancestry, Progeny progeny, CurrentActor actor) {
        this.ancestry = ancestry;
        this.progeny = progeny;
        this.actor = actor;
    }

    @GET
    @RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER, Role.Name.TRADER, Role.Name.EXPORTER, Role.Name.AUDITOR})
    @Operation(
            summary =
                    "What the lot was made of, or with direction=downstream what it went into, as a tree of 1,000 lots")
    @APIResponse(
            responseCode = "200",
            description = "A lot that stands in the tree before is named again but not shown again",
            content = @Content(mediaType = "application/json", examples = @ExampleObject(name = "tree", value = TREE)))
    public Uni<Response> genealogy(
            @PathParam("lot") String lot,
            @QueryParam("direction") @Nullable String direction,
            @QueryParam("party") @Nullable String party) {
        LotId id = Paths.id(lot, LotId::parse);
        return tree(id, direction == null ? "upstream" : direction, Paths.party(party))
                .map(found -> found.map(JsonReply::ok).orElseThrow(Paths::notFound));
    }

    /** Downstream a party follows what it did itself, which it grants nobody with a view of its lots. */
    private Uni<Optional<JsonObject>> tree(LotId lot, String direction, Optional<PartyId> as) {
        return switch (direction) {
            case "upstream" -> ancestry.tree(actor.get(), as, lot);
            case "downstream" -> progeny.tree(actor.get().party(), lot);
            default -> throw new FormatException(Fault.MALFORMED, "direction", "must be upstream or downstream");
        };
    }
}
