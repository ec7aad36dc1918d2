package io.lodestone.certificates.ledger;

import io.lodestone.certificates.problem.PassedOn;
import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonInteger;
import io.lodestone.evidence.canonical.Json.JsonNull;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.checkpoint.SignedNote;
import io.lodestone.evidence.checkpoint.VerifierKey;
import io.lodestone.evidence.merkle.TreeSize;
import io.lodestone.kit.client.Reply;
import io.lodestone.kit.client.Sibling;
import io.lodestone.kit.client.Siblings;
import io.lodestone.kit.problem.Passing;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * custody-service, which keeps the log. Every answer that is not one of its decisions fails as {@code unavailable}:
 * whoever asked asks again.
 */
@Singleton
public class Ledger {

    /** Refusals of the statement itself; the rest of 4xx says something about this service's token or pace. */
    private static final Set<Integer> DECISIONS = Set.of(400, 409, 413, 422);

    private static final String SUBMITTER = "submitter-not-allowed";

    private final Sibling custody;

    @Inject
    Ledger(Siblings siblings) {
        this.custody = siblings.named("custody-service");
    }

    /** Submits a stored statement with its stored annexes, both canonical. */
    public Uni<Submission> submit(byte[] statement, byte[] annexes) {
        JsonObject body = Json.object()
                .put("annexes", CanonicalJson.parse(annexes))
                .put("signature", JsonNull.NULL)
                .put("statement", CanonicalJson.parse(statement))
                .build();
        return custody.post("/statements", body).map(Ledger::decision);
    }

    private static Submission decision(Reply reply) {
        if (reply.isSuccess()) {
            return new Submission.Accepted(Members.of(reply.json()).integer("index", 1, JsonInteger.MAX));
        }
        return PassedOn.of(reply)
                .filter(it -> DECISIONS.contains(it.status()) || it.slug().equals(SUBMITTER))
                .<Submission>map(Submission.Refused::new)
                .orElseThrow(() -> Passing.unavailable("The log did not decide."));
    }

    /** The receipt at the newest checkpoint, or its proof at that size; fails while no checkpoint covers the entry. */
    public Uni<PlacedReceipt> receipt(long index, Optional<TreeSize> size) {
        String query = size.map(it -> "?treeSize=" + it).orElse("");
        return custody.get("/statements/" + index + "/receipt" + query)
                .map(reply -> PlacedReceipt.read(successful(reply).json()));
    }

    /** How much of the log is published. */
    public Uni<TreeSize> size() {
        return custody.get("/checkpoint")
                .map(reply -> Checkpoint.parse(
                                SignedNote.parse(successful(reply).bytes()).text())
                        .size());
    }

    public Uni<VerifierKey> verifierKey() {
        return custody.get("/log.vkey")
                .map(reply -> VerifierKey.parse(new String(successful(reply).bytes(), StandardCharsets.UTF_8).strip()));
    }

    private static Reply successful(Reply reply) {
        if (!reply.isSuccess()) {
            throw Passing.unavailable("The log does not answer that yet.");
        }
        return reply;
    }
}
