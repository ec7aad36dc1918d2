package io.lodestone.custody.statement.api;

import io.lodestone.custody.statement.Outcome;
import io.lodestone.custody.statement.Submission;
import io.lodestone.custody.statement.app.Answer;
import io.lodestone.custody.statement.app.Answer.Decided;
import io.lodestone.custody.statement.app.Answer.Undecided;
import io.lodestone.custody.statement.app.BulkStatements;
import io.lodestone.custody.wire.OutcomeReply;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.kit.actor.Actor;
import io.lodestone.kit.actor.CurrentActor;
import io.lodestone.kit.actor.Role;
import io.lodestone.kit.body.BodyItems;
import io.lodestone.kit.body.BodyItems.Item;
import io.lodestone.kit.body.JsonReply;
import io.lodestone.kit.problem.FormatProblem;
import io.lodestone.kit.problem.LedgerProblem;
import io.lodestone.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Many statements in one request. Each has the answer that it would have had alone. */
@Path("/statements/bulk")
@Tag(name = "statements")
public class BulkResource {

    private static final int MAX_ITEMS = 1_000;

    private final BulkStatements statements;
    private final CurrentActor actor;

    @Inject
    BulkResource(BulkStatements statements, CurrentActor actor) {
        this.statements = statements;
        this.actor = actor;
    }

    /** What was read of one item: a submission, or what is wrong with it. */
    private record ReadItem(Optional<Submission> submission, Optional<LedgerProblem> problem) {

        static ReadItem of(Item item) {
            try {
                return new ReadItem(Optional.of(SubmissionReader.readItem(item.members())), Optional.empty());
            } catch (FormatException e) {
                FormatException whole = e.path().startsWith(item.path()) ? e : item.at(e);
                return new ReadItem(Optional.empty(), Optional.of(FormatProblem.of(whole)));
            } catch (LedgerProblem e) {
                String field = e.field().map(inner -> item.path() + "." + inner).orElseGet(item::path);
                return new ReadItem(Optional.empty(), Optional.of(e.at(field)));
            }
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
    @Operation(summary = "Submits up to 1,000 finished statements in order, each with a result of its own")
    public Uni<Response> submit(byte[] body) {
        Actor submitter = actor.get();
        return Uni.createFrom()
                .item(() -> BodyItems.read(body, MAX_ITEMS).stream()
                        .map(ReadItem::of)
                        .toList())
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(items -> statements
                        .submit(submitter, submissions(items))
                        .map(answers -> reply(items, answers.iterator())));
    }

    private static List<Submission> submissions(List<ReadItem> items) {
        return items.stream().flatMap(item -> item.submission().stream()).toList();
    }

    private static Response reply(List<ReadItem> items, Iterator<Answer> answers) {
        List<JsonObject> results = new ArrayList<>(items.size());
        boolean wait = false;
        for (ReadItem item : items) {
            Answer answer = item.problem().<Answer>map(Undecided::new).orElseGet(answers::next);
            wait |= answer instanceof Undecided undecided
                    && undecided.problem().retryAfter().isPresent();
            results.add(result(results.size(), answer));
        }
        Response.ResponseBuilder reply = JsonReply.of(
                200, Json.object().put("results", results, one -> one).build());
        return wait ? reply.header(HttpHeaders.RETRY_AFTER, 1).build() : reply.build();
    }

    private static JsonObject result(int position, Answer answer) {
        if (answer instanceof Decided decided && decided.outcome() instanceof Outcome.Accepted accepted) {
            return OutcomeReply.json(accepted)
                    .put("position", position)
                    .put("status", 201)
                    .build();
        }
        LedgerProblem problem = answer instanceof Decided decided
                ? OutcomeReply.problem(decided.outcome())
                : ((Undecided) answer).problem();
        return Json.object()
                .put("position", position)
                .put("problem", Problems.json(problem))
                .put("status", problem.type().status())
                .build();
    }
}
