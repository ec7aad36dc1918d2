package io.lodestone.custody.transfer.app;

import io.lodestone.custody.log.app.LogSettings;
import io.lodestone.custody.statement.Outcome;
import io.lodestone.custody.statement.StatementKey;
import io.lodestone.custody.statement.Submission;
import io.lodestone.custody.statement.app.Statements;
import io.lodestone.custody.transfer.app.Prepared.Kept;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.Annex;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.kit.actor.Actor;
import io.lodestone.kit.ids.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Makes statements on behalf of a caller. A statement is kept under the request's id before it is submitted, so that a
 * retry, after a crash too, sends the same bytes, and another request under that id is refused.
 */
@Singleton
public class OnBehalf {

    private final Prepared prepared;
    private final Statements submit;
    private final LogSettings log;
    private final Ids ids;
    private final Clock clock;

    @Inject
    OnBehalf(Prepared prepared, Statements submit, LogSettings log, Ids ids, Clock clock) {
        this.prepared = prepared;
        this.submit = submit;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of it, and the statement that was made. */
    public record Made(Submission submission, Outcome outcome) {}

    /**
     * @param request digest of the request as it came
     * @param body asked at most once, where the request is new
     */
    public Uni<Made> once(Actor actor, StatementId id, Digest request, Supplier<Uni<? extends Body>> body) {
        return once(actor, id, request, List.of(), body);
    }

    /** @param contents of annexes beside the one that names the person */
    public Uni<Made> once(
            Actor actor,
            StatementId id,
            Digest request,
            List<JsonObject> contents,
            Supplier<Uni<? extends Body>> body) {
        return prepared.find(new StatementKey(actor.party(), id))
                .chain(found -> found.map(kept -> Uni.createFrom().item(kept))
                        .orElseGet(() -> body.get()
                                .chain(made ->
                                        prepared.keep(new Kept(request, submission(actor, id, contents, made))))))
                .chain(kept -> kept.request().equals(request)
                        ? submit.submit(actor, kept.submission()).map(outcome -> new Made(kept.submission(), outcome))
                        : Uni.createFrom().item(new Made(kept.submission(), new Outcome.IdReused())));
    }

    /** The person who acts stands in an annex; what leaves this service passes the reader that checks every other. */
    private Submission submission(Actor actor, StatementId id, List<JsonObject> contents, Body body) {
        List<Annex> annexes = new ArrayList<>();
        annexes.add(Annex.person(actor.person(), salt()));
        contents.forEach(content -> annexes.add(new Annex(content, salt())));
        List<Digest> digests = annexes.stream().map(Annex::digest).sorted().toList();
        Statement made = new Statement(actor.party(), digests, body, id, log.origin(), salt(), clock.instant());
        return new Submission(Statement.read(made.json()), annexes);
    }

    private Salt salt() {
        return Salt.of(ids.random(Salt.LENGTH));
    }
}
