package io.lodestone.lots.custody;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonArray;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.statement.Annex;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.WireTime;
import io.lodestone.kit.client.Reply;
import io.lodestone.kit.client.Sibling;
import io.lodestone.kit.client.Siblings;
import io.lodestone.kit.problem.Passing;
import io.lodestone.kit.problem.ProblemType;
import io.lodestone.lots.custody.Disposition.Accepted;
import io.lodestone.lots.custody.Disposition.Refused;
import io.lodestone.lots.feed.FeedPage;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        return Uni.createFrom()
                .deferred(() -> service.post("/statements", new Submission(statement, annexes).json()))
                .map(Custody::disposition);
    }

    /** A statement with its annexes, as it is sent. */
    public record Submission(Statement statement, List<Annex> annexes) {

        public Submission {
            annexes = List.copyOf(annexes);
        }

        Json json() {
            return Json.object()
                    .put("annexes", annexes, Annex::json)
                    .put("signature", Json.string(null))
                    .put("statement", statement.json())
                    .build();
        }
    }

    private static Disposition disposition(Reply reply) {
        if (reply.isSuccess()) {
            return accepted(Members.of(reply.json()));
        }
        if (DECIDES.contains(reply.status()) && reply.problem().isPresent()) {
            return refused(
                    Members.of(reply.json()), reply.status(), reply.problem().get());
        }
        throw Passing.unavailable("The custody service decided nothing.");
    }

    private static Accepted accepted(Members in) {
        return new Accepted(in.integer("index", 1, Json.JsonInteger.MAX), in.parsed("time", 24, WireTime::instant));
    }

    private static Refused refused(Members problem, int status, String code) {
        return new Refused(
                code,
                problem.optionalString("field", 256).orElse(""),
                problem.optionalString("detail", 4_096).orElse("The statement was refused."),
                status == 409 ? 409 : 422);
    }

    /**
     * Submits several in order. One answer for each: {@link Undecided} where that one has to be asked again. Fails with
     * {@code unavailable} where nobody answered, which leaves open what was decided.
     */
    public Uni<List<BulkAnswer>> decide(List<Submission> submissions) {
        return Uni.createFrom()
                .item(() -> CanonicalJson.bytes(Json.object()
                        .put("items", submissions, Submission::json)
                        .build()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(body -> service.post("/statements/bulk", Map.of(), body))
                .map(reply -> answers(reply, submissions.size()));
    }

    private static List<BulkAnswer> answers(Reply reply, int count) {
        if (!reply.isSuccess()) {
            throw Passing.unavailable("The custody service decided nothing.");
        }
        List<BulkAnswer> answers = new ArrayList<>(count);
        if (Members.of(reply.json()).value("results") instanceof JsonArray results) {
            results.items().forEach(item -> answers.add(answer(Members.of(item, "results"))));
        }
        if (answers.size() != count) {
            throw new IllegalStateException("the custody service did not answer for every statement");
        }
        return answers;
    }

    private static BulkAnswer answer(Members in) {
        int status = (int) in.integer("status", 100, 599);
        if (status == 201) {
            return new BulkAnswer.Decided(accepted(in));
        }
        Members problem = in.object("problem");
        String type = problem.string("type", 256);
        return DECIDES.contains(status) && type.startsWith(ProblemType.BASE)
                ? new BulkAnswer.Decided(refused(problem, status, type.substring(ProblemType.BASE.length())))
                : new BulkAnswer.Undecided(status == 503);
    }

    /** The statements after that index, in order. */
    public Uni<FeedPage> feed(long after) {
        String path = "/statements?after=" + after + "&limit=" + FeedPage.LIMIT;
        return Uni.createFrom()
                .deferred(() -> service.get(path))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(Custody::page);
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
