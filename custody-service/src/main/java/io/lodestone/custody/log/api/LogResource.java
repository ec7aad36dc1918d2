package io.lodestone.custody.log.api;

import io.lodestone.custody.log.app.LogKey;
import io.lodestone.custody.log.app.Proofs;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What anybody may ask of the log: its last checkpoint and the key that signs it. */
@Path("/")
@PermitAll
@Tag(name = "log")
public class LogResource {

    private static final String TEXT = "text/plain; charset=utf-8";

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
    public Uni<Response> checkpoint() {
        return proofs.checkpoint()
                .map(note -> Response.ok(note, TEXT)
                        .header("Cache-Control", "no-cache")
                        .build());
    }

    @GET
    @Path("log.vkey")
    @Operation(summary = "The verifier key of this log's checkpoints")
    public Uni<Response> verifierKey() {
        return Uni.createFrom()
                .item(() -> Response.ok(key.verifier() + "\n", TEXT).build());
    }
}
