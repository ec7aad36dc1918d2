package io.lodestone.lots.trace.api;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.kit.actor.CurrentActor;
import io.lodestone.kit.actor.Role;
import io.lodestone.kit.body.JsonReply;
import io.lodestone.lots.csv.Csv;
import io.lodestone.lots.outbox.Paths;
import io.lodestone.lots.trace.TraceList;
import io.lodestone.lots.trace.TracePage;
import io.lodestone.lots.trace.TraceQuery;
import io.lodestone.lots.trace.TracedLot;
import io.lodestone.lots.trace.app.Traces;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/** The lots a lot was made of, those it went into, and those to call back for it: a page as JSON, the whole as CSV. */
@Path("/lots/{lot}")
@RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER, Role.Name.TRADER, Role.Name.EXPORTER, Role.Name.AUDITOR})
@Tag(name = "trace")
public class TraceResource {

    private final Traces traces;
    private final CurrentActor actor;

    @Inject
    TraceResource(Traces traces, CurrentActor actor) {
        this.traces = traces;
        this.actor = actor;
    }

    @GET
    @Path("/upstream")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What the lot was made of, nearest first, as far back as lots that others made; also text/csv")
    @APIResponse(
            responseCode = "200",
            description = "A page; next is null on the last",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "oxide", value = Examples.UPSTREAM)))
    public Uni<Response> upstream(
            @PathParam("lot") String lot,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("party") @Nullable String party) {
        return page(TraceList.UPSTREAM, lot, cursor, limit, party);
    }

    @GET
    @Path("/upstream")
    @Produces(CsvFormat.TEXT_CSV)
    public RestMulti<String> upstreamCsv(@PathParam("lot") String lot, @QueryParam("party") @Nullable String party) {
        return csv(TraceList.UPSTREAM, lot, party);
    }

    @GET
    @Path("/downstream")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "What the lot went into through the caller's own transformations, nearest first; also text/csv")
    @APIResponse(
            responseCode = "200",
            description = "A page; next is null on the last",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "magnets", value = Examples.DOWNSTREAM)))
    public Uni<Response> downstream(
            @PathParam("lot") String lot,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("party") @Nullable String party) {
        return page(TraceList.DOWNSTREAM, lot, cursor, limit, party);
    }

    @GET
    @Path("/downstream")
    @Produces(CsvFormat.TEXT_CSV)
    public RestMulti<String> downstreamCsv(@PathParam("lot") String lot, @QueryParam("party") @Nullable String party) {
        return csv(TraceList.DOWNSTREAM, lot, party);
    }

    @GET
    @Path("/recall")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Everything that contains any of the lot, itself first: what is in stock and how much of it,"
                    + " what is consumed, and whom to tell of what was handed over; also text/csv")
    @APIResponse(
            responseCode = "200",
            description = "A page; next is null on the last",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "handed over", value = Examples.RECALL)))
    public Uni<Response> recall(
            @PathParam("lot") String lot,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("party") @Nullable String party) {
        return page(TraceList.RECALL, lot, cursor, limit, party);
    }

    @GET
    @Path("/recall")
    @Produces(CsvFormat.TEXT_CSV)
    public RestMulti<String> recallCsv(@PathParam("lot") String lot, @QueryParam("party") @Nullable String party) {
        return csv(TraceList.RECALL, lot, party);
    }

    private Uni<Response> page(
            TraceList list, String lot, @Nullable String cursor, @Nullable String limit, @Nullable String party) {
        TraceQuery query = TraceQuery.of(Paths.id(lot, LotId::parse), list, cursor, limit);
        return traces.page(actor.get(), Paths.party(party), query)
                .map(found -> found.map(TracePage::json).map(JsonReply::ok).orElseThrow(Paths::notFound));
    }

    private RestMulti<String> csv(TraceList list, String lot, @Nullable String party) {
        LotId id = Paths.id(lot, LotId::parse);
        String name = "attachment; filename=\"%s-%s.csv\"".formatted(list.wire(), id);
        return RestMulti.fromUniResponse(
                traces.pages(actor.get(), Paths.party(party), TraceQuery.of(id, list, null, null))
                        .map(found -> found.orElseThrow(Paths::notFound)),
                TraceResource::text,
                pages -> Map.of(
                        HttpHeaders.CONTENT_TYPE,
                        List.of(CsvFormat.TEXT_CSV + ";charset=utf-8;header=present"),
                        HttpHeaders.CONTENT_DISPOSITION,
                        List.of(name)));
    }

    private static Multi<String> text(Multi<TracePage> pages) {
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(Csv.line(TracedLot.COLUMNS)),
                        pages.map(TracePage::csv).filter(text -> !text.isEmpty()));
    }
}
