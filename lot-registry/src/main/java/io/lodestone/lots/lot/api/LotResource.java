package io.lodestone.lots.lot.api;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.kit.actor.CurrentActor;
import io.lodestone.kit.actor.Role;
import io.lodestone.kit.body.JsonReply;
import io.lodestone.lots.lot.Descriptions;
import io.lodestone.lots.lot.LotQuery;
import io.lodestone.lots.lot.LotRequest;
import io.lodestone.lots.lot.app.Lots;
import io.lodestone.lots.outbox.Paths;
import io.lodestone.lots.outbox.Request;
import io.lodestone.lots.outbox.SourceKey;
import io.lodestone.lots.outbox.api.StatementReplies;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

@Path("/lots")
public class LotResource {

    private static final String EXAMPLE = """
            {"form":"oxide","massKg":"27.107","eventTime":"2026-11-22T15:29:00.000+08:00",
             "facility":"01a20228-8660-7a02-8b02-0c03d4e5f603","ownership":["CN"],
             "description":{"custodyModel":"segregated","customs":{"code":"284690","tariff":"HS 2022"},
               "control":{"code":"1C902","list":"MOFCOM-GACC 2025-18"},"grade":"99.5 %","grossKg":"27.9"},
             "details":{"packagingMarks":["DRUM 1/1"],"identifiers":[{"scheme":"SSCC","value":"106141412345678908"}],
               "value":{"amount":"5150.33","currency":"USD","date":"2026-11-20","incoterm":"FOB","taxIncluded":false}},
             "material":[{"substance":"Dy2O3","fraction":"0.995","profile":{"recycled":"none","steps":[
               {"step":"mined","countries":["CN"],"ownership":["CN"],"technology":["CN"]}]}}]}""";

    private final Lots lots;
    private final CurrentActor actor;

    @Inject
    LotResource(Lots lots, CurrentActor actor) {
        this.lots = lots;
        this.actor = actor;
    }

    @POST
    @RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER, Role.Name.TRADER})
    @Operation(
            summary = "Registers a lot with its composition, origin and description",
            description = "Details go into an annex: they are shown to few and can be withdrawn.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "oxide", value = EXAMPLE)))
    public Uni<Response> register(
            @HeaderParam(Request.KEY) @Nullable String key,
            @HeaderParam(SourceKey.HEADER) @Nullable String source,
            byte[] body) {
        Request<LotRequest> request = Request.read(key, source, "POST /lots", body, LotRequest::read);
        return lots.register(actor.get(), request)
                .map(outcome -> StatementReplies.reply(
                        outcome,
                        made -> Descriptions.registered(body(made)),
                        made -> "/lots/" + body(made).lot()));
    }

    private static LotRegistered body(Statement statement) {
        return (LotRegistered) statement.body();
    }

    @GET
    @RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER, Role.Name.TRADER, Role.Name.EXPORTER, Role.Name.AUDITOR})
    @Operation(
            summary = "The lots that you hold or own now, or have asked for, by id; all filters have to fit",
            description = "Example: /lots?element=Dy&origin=CN&recordedFrom=2026-11-01&limit=50."
                    + " state=HANDED_OVER finds those that you once had. An auditor finds those that it was let see;"
                    + " party says whose.")
    @Parameter(name = "party", in = ParameterIn.QUERY)
    @Parameter(name = "form", in = ParameterIn.QUERY, example = "oxide")
    @Parameter(name = "state", in = ParameterIn.QUERY, example = "HELD")
    @Parameter(name = "element", in = ParameterIn.QUERY, example = "Dy")
    @Parameter(name = "origin", in = ParameterIn.QUERY, example = "CN")
    @Parameter(name = "facility", in = ParameterIn.QUERY)
    @Parameter(name = "holder", in = ParameterIn.QUERY)
    @Parameter(name = "eventFrom", in = ParameterIn.QUERY, example = "2026-11-01")
    @Parameter(name = "eventTo", in = ParameterIn.QUERY, example = "2026-11-22T07:30:00.000Z")
    @Parameter(name = "recordedFrom", in = ParameterIn.QUERY, example = "2026-11-01")
    @Parameter(name = "recordedTo", in = ParameterIn.QUERY, example = "2026-12-01")
    @Parameter(name = "identifier", in = ParameterIn.QUERY, example = "https://id.gs1.org/01/04006381333931/10/A7")
    @Parameter(name = "grade", in = ParameterIn.QUERY, example = "N42SH")
    @Parameter(name = "code", in = ParameterIn.QUERY, example = "284690")
    @Parameter(name = "cursor", in = ParameterIn.QUERY)
    @Parameter(name = "limit", in = ParameterIn.QUERY, example = "50")
    public Uni<Response> page(@Context UriInfo uri) {
        LotQuery query = LotQuery.of(uri.getQueryParameters());
        return lots.page(actor.get(), query).map(JsonReply::ok);
    }

    @GET
    @Path("/{lot}")
    @RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER, Role.Name.TRADER, Role.Name.EXPORTER, Role.Name.AUDITOR})
    @Operation(summary = "A lot: masses, state, description; prices and licence for who made, holds or owns it")
    public Uni<Response> lot(@PathParam("lot") String lot, @QueryParam("party") @Nullable String party) {
        LotId id = Paths.id(lot, LotId::parse);
        return lots.find(actor.get(), Paths.party(party), id)
                .map(found -> found.map(JsonReply::ok).orElseThrow(Paths::notFound));
    }
}
