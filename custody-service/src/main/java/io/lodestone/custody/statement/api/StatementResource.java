package io.lodestone.custody.statement.api;

import io.lodestone.custody.statement.app.Receipts;
import io.lodestone.custody.statement.app.StatementQueries;
import io.lodestone.custody.statement.app.StatementQueries.Page;
import io.lodestone.custody.statement.app.StatementQueries.Stored;
import io.lodestone.custody.statement.app.Statements;
import io.lodestone.custody.wire.OutcomeReply;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.merkle.LeafIndex;
import io.lodestone.evidence.merkle.TreeSize;
import io.lodestone.evidence.statement.WireTime;
import io.lodestone.kit.actor.CurrentActor;
import io.lodestone.kit.actor.Role;
import io.lodestone.kit.body.JsonReply;
import io.lodestone.kit.problem.KitProblem;
import io.lodestone.kit.problem.LedgerProblem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Statements: submit one, follow all of them, prove one. */
@Path("/statements")
@Tag(name = "statements")
public class StatementResource {

    private static final int MAX_PAGE = 500;

    private final Statements statements;
    private final StatementQueries queries;
    private final Receipts receipts;
    private final CurrentActor actor;

    @Inject
    StatementResource(Statements statements, StatementQueries queries, Receipts receipts, CurrentActor actor) {
        this.statements = statements;
        this.queries = queries;
        this.receipts = receipts;
        this.actor = actor;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({
        Role.Name.REFINER,
        Role.Name.MANUFACTURER,
        Role.Name.TRADER,
        Role.Name.EXPORTER,
        Role.Name.REGISTRAR,
        Role.Name.SERVICE
    })
    @Operation(summary = "Submits a finished statement with its annexes")
    public Uni<Response> submit(byte[] body) {
        return statements.submit(actor.get(), SubmissionReader.read(body)).map(OutcomeReply::of);
    }

    @GET
    @RolesAllowed(Role.Name.SERVICE)
    @Operation(summary = "The accepted statements after an index, in log order")
    public Uni<Response> feed(
            @QueryParam("after") @DefaultValue("0") String after,
            @QueryParam("limit") @DefaultValue("100") String limit) {
        int items = (int) Math.min(MAX_PAGE, Math.max(1, index(limit).value()));
        return queries.after(index(after).value(), items).map(page -> JsonReply.ok(json(page)));
    }

    private static JsonObject json(Page page) {
        return Json.object()
                .put("head", page.head())
                .put("items", page.items(), StatementResource::json)
                .build();
    }

    private static JsonObject json(Stored stored) {
        return Json.object()
                .put("annexes", Json.array(stored.annexes()))
                .put("index", stored.index())
                .put("record", stored.record())
                .put("statement", stored.statement())
                .put("time", WireTime.text(stored.time()))
                .with(stored.signature(), (out, jws) -> out.put("signature", jws))
                .build();
    }

    @GET
    @Path("{index}/receipt")
    @RolesAllowed("**")
    @Operation(summary = "Statement, record, entry and proof; treeSize asks for the proof at an earlier size")
    public Uni<Response> receipt(@PathParam("index") String index, @QueryParam("treeSize") @Nullable String size) {
        return receipts.receipt(actor.get(), index(index), size(size)).map(receipt -> JsonReply.ok(receipt.json()));
    }

    @GET
    @Path("{index}/tlog-proof")
    @RolesAllowed("**")
    @Operation(
            summary = "Proof and checkpoint as a C2SP tlog-proof file",
            description = "treeSize asks for it over an earlier checkpoint, which has to be one that was published.")
    public Uni<Response> tlogProof(@PathParam("index") String index, @QueryParam("treeSize") @Nullable String size) {
        return receipts.proof(actor.get(), index(index), size(size))
                .map(proven -> Response.ok(
                                proven.tlogProof()
                                        .orElseThrow(() -> new LedgerProblem(
                                                KitProblem.NOT_FOUND, "No checkpoint of this size was published."))
                                        .toString(),
                                "text/plain; charset=utf-8")
                        .build());
    }

    private static Optional<TreeSize> size(@Nullable String decimal) {
        return Optional.ofNullable(decimal).map(text -> new TreeSize(index(text).value()));
    }

    @GET
    @Path("{index}/entry")
    @RolesAllowed("**")
    @Operation(summary = "The entry's bytes, which are the leaf that the proof is for")
    public Uni<Response> entry(@PathParam("index") String index) {
        return receipts.entry(actor.get(), index(index))
                .map(entry -> Response.ok(entry.bytes(), MediaType.APPLICATION_OCTET_STREAM)
                        .build());
    }

    private static LeafIndex index(String decimal) {
        try {
            return LeafIndex.parse(decimal);
        } catch (IllegalArgumentException e) {
            throw new LedgerProblem(KitProblem.BAD_REQUEST, "An index is a whole number without sign.");
        }
    }
}
