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
import java.util.Optional;
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

    /**
     * The statement that was made, and what came of it.
     *
     * @param outcome empty where it was only prepared, and not submitted
     */
    public record Made(Submission submission, Optional<Outcome> outcome) {}

    /**
     * A request as it came.
     *
     * @param id under which the statement will stand
     * @param digest of all that makes two requests the same
     * @param prepare whether the statement is only made, so that its party can sign and submit it
     */
    public record Request(Actor actor, StatementId id, Digest digest, boolean prepare) {}

    /** @param body asked at most once, where the request is new */
    public Uni<Made> once(Request request, Supplier<Uni<? extends Body>> body) {
        return once(request, List.of(), body);
    }

    /** @param contents of annexes beside the one that names the person */
    public Uni<Made> once(Request request, List<JsonObject> contents, Supplier<Uni<? extends Body>> body) {
        return prepared.find(new StatementKey(request.actor().party(), request.id()))
                .chain(found -> found.map(kept -> Uni.createFrom().item(kept))
                        .orElseGet(() -> body.get()
                                .chain(made -> prepared.keep(
                                        new Kept(request.digest(), submission(request, contents, made))))))
                .chain(kept -> made(request, kept));
    }

    private Uni<Made> made(Request request, Kept kept) {
        if (!kept.request().equals(request.digest())) {
            return Uni.createFrom().item(new Made(kept.submission(), Optional.of(new Outcome.IdReused())));
        }
        return request.prepare()
                ? Uni.createFrom().item(new Made(kept.submission(), Optional.empty()))
                : submit.submit(request.actor(), kept.submission())
                        .map(outcome -> new Made(kept.submission(), Optional.of(outcome)));
    }

    /** The person who acts stands in an annex; what leaves this service passes the reader that checks every other. */
    private Submission submission(Request request, List<JsonObject> contents, Body body) {
        Actor actor = request.actor();
        List<Annex> annexes = new ArrayList<>();
        annexes.add(Annex.person(actor.person(), salt()));
        contents.forEach(content -> annexes.add(new Annex(content, salt())));
        List<Digest> digests = annexes.stream().map(Annex::digest).sorted().toList();
        Statement made =
                new Statement(actor.party(), digests, body, request.id(), log.origin(), salt(), clock.instant());
        return new Submission(Statement.read(made.json()), annexes);
    }

    private Salt salt() {
        return Salt.of(ids.random(Salt.LENGTH));
    }
}
