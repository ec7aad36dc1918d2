package io.lodestone.custody.statement.api;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Base64Text;
import io.lodestone.evidence.signature.DetachedJws;
import io.lodestone.evidence.signature.KeyType;
import io.lodestone.evidence.signature.Thumbprint;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.kit.actor.Role;
import io.lodestone.kit.body.JsonBody;
import io.lodestone.kit.body.JsonReply;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Says which bytes a party has to sign, for those who do not write canonical JSON themselves. Nothing is stored. */
@Path("/statements/signing-input")
@Tag(name = "statements")
public class SigningResource {

    private record Asked(KeyType algorithm, Thumbprint key, Statement statement) {

        static Asked read(Members in) {
            return new Asked(
                    in.parsed("algorithm", 16, Asked::algorithm),
                    in.parsed("key", 43, Thumbprint::parse),
                    Statement.read(in.value("statement"), "statement"));
        }

        private static KeyType algorithm(String name) {
            return KeyType.ofJose(name).orElseThrow(() -> new IllegalArgumentException("must be EdDSA or ES256"));
        }

        JsonObject json() {
            byte[] canonical = statement.bytes();
            String header = DetachedJws.header(DetachedJws.STATEMENT, algorithm, key);
            return Json.object()
                    .put("canonical", Base64Text.encode(canonical))
                    .put("header", header)
                    .put("input", Base64Text.encode(DetachedJws.input(header, canonical)))
                    .putWire("statement", statement.digest())
                    .build();
        }
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
    @Operation(
            summary = "The exact bytes to sign for a statement and a key",
            description = "Sign what input decodes to, with Ed25519, or with ECDSA over P-256 and SHA-256; write the 64"
                    + " bytes of the signature in base64url after header and two full stops, and send that as"
                    + " signature beside the statement. For ES256 they are r and s, and where s is above half the order"
                    + " of the curve, the order less s.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "signing is required", value = SigningExample.ASKED)))
    public Uni<Response> input(byte[] body) {
        return Uni.createFrom()
                .item(() -> JsonReply.ok(JsonBody.read(body, Asked::read).json()));
    }
}
