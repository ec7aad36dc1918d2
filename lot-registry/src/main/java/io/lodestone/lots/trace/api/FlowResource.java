package io.lodestone.lots.trace.api;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.kit.actor.CurrentActor;
import io.lodestone.kit.actor.Role;
import io.lodestone.lots.outbox.Paths;
import io.lodestone.lots.trace.app.Pictures;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The mass flow through a lot's lineage, for people to look at. */
@Path("/lots/{lot}/flow.svg")
@Tag(name = "trace")
public class FlowResource {

    private static final String SVG = "image/svg+xml";

    private final Pictures pictures;
    private final CurrentActor actor;

    @Inject
    FlowResource(Pictures pictures, CurrentActor actor) {
        this.pictures = pictures;
        this.actor = actor;
    }

    @GET
    @RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER, Role.Name.TRADER, Role.Name.EXPORTER, Role.Name.AUDITOR})
    @Operation(
            summary = "The mass flow through the lot's lineage as a picture; element=Dy shows that element's mass only")
    @APIResponse(
            responseCode = "200",
            description = "What it was made of to the left, what it went into to the right",
            content = @Content(mediaType = SVG, examples = @ExampleObject(name = "flow", value = Examples.FLOW)))
    public Uni<Response> flow(
            @PathParam("lot") String lot,
            @QueryParam("element") @Nullable String element,
            @QueryParam("party") @Nullable String party) {
        LotId id = Paths.id(lot, LotId::parse);
        return pictures.flow(actor.get(), Paths.party(party), id, element(element))
                .map(found -> found.map(FlowResource::reply).orElseThrow(Paths::notFound));
    }

    private static Optional<Element> element(@Nullable String symbol) {
        try {
            return Optional.ofNullable(symbol).map(Element::parse);
        } catch (IllegalArgumentException e) {
            throw new FormatException(Fault.MALFORMED, "element", "is not the symbol of a tracked element");
        }
    }

    /** Opened by itself in a browser it may style itself, and nothing else. */
    private static Response reply(String svg) {
        return Response.ok(svg.getBytes(StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_TYPE, SVG)
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
