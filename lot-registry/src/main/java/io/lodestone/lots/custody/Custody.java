package io.lodestone.lots.custody;

import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.statement.Annex;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.WireTime;
import io.lodestone.kit.client.Reply;
import io.lodestone.kit.client.Sibling;
import io.lodestone.kit.client.Siblings;
import io.lodestone.kit.problem.Passing;
import io.lodestone.lots.custody.Disposition.Accepted;
import io.lodestone.lots.custody.Disposition.Refused;
import io.lodestone.lots.feed.FeedPage;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Sends statements to the custody service and reads its feed. */
@Singleton
public class Custody {

    /** The statuses that decide: anything else (no answer, not allowed, overloaded) is asked again. */
    private static final Set<Integer> DECIDES = Set.of(400, 409, 413, 422);

    private final Sibling service;

    @Inject
    Custody(Siblings siblings) {
        this.service = siblings.named("custody-service");
    }

    /** Fails with {@code unavailable} where nothing was decided, or where the decision did not arrive. */
    public Uni<Disposition> decide(Statement statement, List<Annex> annexes) {
        Json body = Json.object()
                .put("annexes", annexes, Annex::json)
                .put("signature", Json.string(null))
                .put("statement", statement.json())
                .build();
        return Uni.createFrom()
                .deferred(() -> service.post("/statements", body))
                .map(Custody::disposition);
    }

    private static Disposition disposition(Reply reply) {
        if (reply.isSuccess()) {
            Members in = Members.of(reply.json());
            return new Accepted(in.integer("index", 1, Json.JsonInteger.MAX), in.parsed("time", 24, WireTime::instant));
        }
        if (DECIDES.contains(reply.status()) && reply.problem().isPresent()) {
            String field = Members.of(reply.json()).optionalString("field", 256).orElse("");
            int status = reply.status() == 409 ? 409 : 422;
            return new Refused(
                    reply.problem().get(), field, reply.detail().orElse("The statement was refused."), status);
        }
        throw Passing.unavailable("The custody service decided nothing.");
    }

    /** The statements after that index, in order. */
    public Uni<FeedPage> feed(long after) {
        String path = "/statements?after=" + after + "&limit=" + FeedPage.LIMIT;
        return Uni.createFrom().deferred(() -> service.get(path)).map(Custody::page);
    }

    private static FeedPage page(Reply reply) {
        if (!reply.isSuccess()) {
            throw Passing.unavailable("The custody service did not give its feed.");
        }
        try {
            return FeedPage.read(reply.json());
        } catch (FormatException e) {
            // Not the caller's document: it must not be told that it sent something malformed.
            throw new IllegalStateException("the feed is not what its format says", e);
        }
    }
}
