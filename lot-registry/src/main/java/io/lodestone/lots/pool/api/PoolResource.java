package io.lodestone.lots.pool.api;

import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PoolOpened;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.kit.actor.CurrentActor;
import io.lodestone.kit.actor.Role;
import io.lodestone.kit.body.JsonReply;
import io.lodestone.lots.lot.LotQuery;
import io.lodestone.lots.outbox.Outcome;
import io.lodestone.lots.outbox.Paths;
import io.lodestone.lots.outbox.Request;
import io.lodestone.lots.outbox.api.StatementReplies;
import io.lodestone.lots.pool.CreditRequest;
import io.lodestone.lots.pool.PoolAnswer;
import io.lodestone.lots.pool.PoolRequest;
import io.lodestone.lots.pool.RunRequest;
import io.lodestone.lots.pool.StockRequests.Adjustment;
import io.lodestone.lots.pool.StockRequests.Booking;
import io.lodestone.lots.pool.StockRequests.Closing;
import io.lodestone.lots.pool.StockRequests.Count;
import io.lodestone.lots.pool.app.PoolBooks;
import io.lodestone.lots.pool.app.Pools;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** Pools of the party that asks. */
@Path("/pools")
@RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER})
public class PoolResource {

    private static final String RUN = """
            {"ownership":["EE"],"technology":["EE"],"equipment":["EE"],"eventTime":"2026-11-22T10:00:00.000+02:00",
             "inputs":[{"lot":"01a20229-6cd8-7b3f-8a4c-5d6e7f802202","all":true}],
             "outputs":[{"kind":"product","form":"oxide","massKg":"16",
               "description":{"custodyModel":"mass-balance","grade":"99.5 %"}}]}""";

    private final Pools pools;
    private final PoolBooks books;
    private final CurrentActor actor;

    @Inject
    PoolResource(Pools pools, PoolBooks books, CurrentActor actor) {
        this.pools = pools;
        this.books = books;
        this.actor = actor;
    }

    @POST
    public Uni<Response> open(
            @HeaderParam(Request.KEY) @Nullable String key,
            @QueryParam(Request.PREPARE) @Nullable String prepare,
            byte[] body) {
        Request<PoolRequest> request =
                Request.read(key, "POST /pools", body, PoolRequest::read).preparing(prepare);
        return pools.open(actor.get(), request)
                .map(outcome -> reply(outcome, made -> "/pools/" + ((PoolOpened) made.body()).pool()));
    }

    @POST
    @Path("/{pool}/runs")
    @Operation(
            summary = "What flowed into the pool and out of it: outputs have the running average of what it holds",
            description = "Each output that is a lot is described as in POST /transformations, and may be measured.")
    @RequestBody(
            content = @Content(mediaType = "application/json", examples = @ExampleObject(name = "a day", value = RUN)))
    public Uni<Response> run(
            @PathParam("pool") String pool,
            @HeaderParam(Request.KEY) @Nullable String key,
            @QueryParam(Request.PREPARE) @Nullable String prepare,
            byte[] body) {
        LotId id = Paths.id(pool, LotId::parse);
        return pools.run(
                        actor.get(),
                        id,
                        Request.read(key, what(id, "runs"), body, RunRequest::read)
                                .preparing(prepare))
                .map(outcome -> reply(outcome, made -> "/pools/" + id));
    }

    @POST
    @Path("/{pool}/counts")
    public Uni<Response> count(
            @PathParam("pool") String pool,
            @HeaderParam(Request.KEY) @Nullable String key,
            @QueryParam(Request.PREPARE) @Nullable String prepare,
            byte[] body) {
        return book(pool, "counts", key, prepare, body, Count::read);
    }

    /** Closes the open period. */
    @POST
    @Path("/{pool}/periods")
    public Uni<Response> close(
            @PathParam("pool") String pool,
            @HeaderParam(Request.KEY) @Nullable String key,
            @QueryParam(Request.PREPARE) @Nullable String prepare,
            byte[] body) {
        LotId id = Paths.id(pool, LotId::parse);
        Request<Closing> request =
                Request.read(key, what(id, "periods"), body, Closing::read).preparing(prepare);
        return pools.book(actor.get(), id, request)
                .map(outcome -> reply(
                        outcome,
                        made -> "/pools/" + id + "/periods/" + request.value().period()));
    }

    @POST
    @Path("/{pool}/adjustments")
    public Uni<Response> adjust(
            @PathParam("pool") String pool,
            @HeaderParam(Request.KEY) @Nullable String key,
            @QueryParam(Request.PREPARE) @Nullable String prepare,
            byte[] body) {
        return book(pool, "adjustments", key, prepare, body, Adjustment::read);
    }

    @POST
    @Path("/{pool}/credits")
    public Uni<Response> credit(
            @PathParam("pool") String pool,
            @HeaderParam(Request.KEY) @Nullable String key,
            @QueryParam(Request.PREPARE) @Nullable String prepare,
            byte[] body) {
        LotId id = Paths.id(pool, LotId::parse);
        Request<CreditRequest> request = Request.read(key, what(id, "credits"), body, CreditRequest::read)
                .preparing(prepare);
        return pools.credit(actor.get(), id, request)
                .map(outcome ->
                        reply(outcome, made -> "/lots/" + request.value().lot() + "/credits"));
    }

    @GET
    public Uni<Response> page(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable String limit) {
        return books.page(actor.get().party(), LotQuery.page(cursor, limit)).map(JsonReply::ok);
    }

    @GET
    @Path("/{pool}")
    public Uni<Response> pool(@PathParam("pool") String pool) {
        LotId id = Paths.id(pool, LotId::parse);
        return books.pool(actor.get().party(), id).map(PoolResource::found);
    }

    private Uni<Response> book(
            String pool,
            String what,
            @Nullable String key,
            @Nullable String prepare,
            byte[] body,
            Function<Members, ? extends Booking> read) {
        LotId id = Paths.id(pool, LotId::parse);
        Request<? extends Booking> request =
                Request.read(key, what(id, what), body, read).preparing(prepare);
        return pools.book(actor.get(), id, request).map(outcome -> reply(outcome, made -> "/pools/" + id));
    }

    private static String what(LotId pool, String what) {
        return "POST /pools/" + pool + "/" + what;
    }

    private static Response reply(Outcome outcome, Function<Statement, String> path) {
        return StatementReplies.reply(outcome, made -> PoolAnswer.of(made.body()), path);
    }

    private static Response found(Optional<? extends io.lodestone.evidence.canonical.Json> body) {
        return body.map(JsonReply::ok).orElseThrow(Paths::notFound);
    }
}
