package io.lodestone.custody.log.api;

import io.lodestone.custody.log.app.LogKey;
import io.lodestone.custody.log.app.Proofs;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.merkle.LeafIndex;
import io.lodestone.evidence.merkle.TilePath;
import io.lodestone.evidence.merkle.TreeSize;
import io.lodestone.kit.body.JsonReply;
import io.lodestone.kit.problem.KitProblem;
import io.lodestone.kit.problem.LedgerProblem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * What anybody may ask of the log: the read side of C2SP tlog-tiles, and proofs that a client without an implementation
 * of it can use. All of it names nobody.
 */
@Path("/")
@PermitAll
@Tag(name = "log")
public class LogResource {

    private final Proofs proofs;
    private final LogKey key;

    @Inject
    LogResource(Proofs proofs, LogKey key) {
        this.proofs = proofs;
        this.key = key;
    }

    @GET
    @Path("checkpoint")
    @Operation(summary = "The last published checkpoint, a C2SP signed note")
    public Uni<Response> checkpoint(@Context Request request) {
        return proofs.checkpoint().map(note -> PublicReply.text(request, note));
    }

    @GET
    @Path("checkpoint/{size}")
    @Operation(
            summary = "The checkpoint that was published at this size",
            description = "It gets a line with each witness's cosignature until it has them all.")
    public Uni<Response> checkpoint(
            @Context Request request, @Parameter(example = "31") @PathParam("size") String size) {
        return proofs.checkpointOf(size(size))
                .map(note -> proofs.isFinal(note)
                        ? PublicReply.immutable(request, note.getBytes(StandardCharsets.UTF_8), PublicReply.TEXT)
                        : PublicReply.growing(request, note.getBytes(StandardCharsets.UTF_8), PublicReply.TEXT));
    }

    @GET
    @Path("checkpoint/cosigned")
    @Operation(summary = "The last checkpoint that the witnesses cosigned in sufficient number")
    public Uni<Response> cosigned(@Context Request request) {
        return proofs.cosignedCheckpoint().map(note -> PublicReply.text(request, note));
    }

    @GET
    @Path("log.vkey")
    @Operation(summary = "The verifier key of this log's checkpoints")
    public Uni<Response> verifierKey(@Context Request request) {
        return Uni.createFrom().item(() -> PublicReply.text(request, key.verifier() + "\n"));
    }

    @GET
    @Path("tile/{path: .+}")
    @Operation(
            summary = "A tile, or the entries under one, as C2SP tlog-tiles has it",
            description = "<level>/<index>, or entries/<index>; .p/<width> after it asks for a partial one.")
    public Uni<Response> tile(
            @Context Request request, @Parameter(example = "0/000.p/31") @PathParam("path") String path) {
        TilePath asked = TilePath.parse(path)
                .orElseThrow(() -> new LedgerProblem(KitProblem.NOT_FOUND, "This is not the path of a tile."));
        return proofs.read(asked)
                .map(bytes -> PublicReply.immutable(request, bytes, MediaType.APPLICATION_OCTET_STREAM));
    }

    @GET
    @Path("consistency/{first}/{second}")
    @Operation(
            summary = "That the log of one size is the beginning of the log of another",
            description = "The path of RFC 9162 section 2.1.4; both sizes at most the published one.")
    public Uni<Response> consistency(
            @Parameter(example = "12") @PathParam("first") String first,
            @Parameter(example = "31") @PathParam("second") String second) {
        TreeSize from = size(first);
        TreeSize to = size(second);
        if (from.isEmpty() || from.compareTo(to) > 0) {
            throw new LedgerProblem(KitProblem.BAD_REQUEST, "The first size is at least 1 and not above the second.");
        }
        return proofs.consistency(from, to)
                .map(proof -> JsonReply.ok(Json.object()
                        .put("first", from.value())
                        .put("path", proof.path(), hash -> Json.string(hash.toString()))
                        .put("second", to.value())
                        .build()));
    }

    private static TreeSize size(String decimal) {
        try {
            return new TreeSize(LeafIndex.parse(decimal).value());
        } catch (IllegalArgumentException e) {
            throw new LedgerProblem(KitProblem.BAD_REQUEST, "A size is a whole number without sign.");
        }
    }
}
