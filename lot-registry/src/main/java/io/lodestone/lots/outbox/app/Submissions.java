package io.lodestone.lots.outbox.app;

import io.lodestone.evidence.acceptance.Acceptance;
import io.lodestone.evidence.acceptance.Decision;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.Annex;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.kit.actor.Actor;
import io.lodestone.kit.ids.Ids;
import io.lodestone.kit.problem.LedgerProblem;
import io.lodestone.kit.problem.Passing;
import io.lodestone.lots.custody.Disposition;
import io.lodestone.lots.feed.app.Feed;
import io.lodestone.lots.outbox.Inputs;
import io.lodestone.lots.outbox.Keeping;
import io.lodestone.lots.outbox.Kept;
import io.lodestone.lots.outbox.Outcome;
import io.lodestone.lots.outbox.Prepared;
import io.lodestone.lots.outbox.Refusals;
import io.lodestone.lots.outbox.Request;
import io.lodestone.lots.outbox.Source;
import io.lodestone.lots.outbox.SourceKey;
import io.lodestone.lots.outbox.store.KeyTaken;
import io.lodestone.lots.outbox.store.LedgerRows;
import io.lodestone.lots.outbox.store.Outbox;
import io.lodestone.lots.outbox.store.Sources;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes a statement of a request, once, and sees it through as far as it gets. */
@Singleton
public class Submissions {

    private final Outbox outbox;
    private final Sources sources;
    private final LedgerRows ledger;
    private final Delivery delivery;
    private final Feed feed;
    private final Ids ids;
    private final Clock clock;
    private final RefusalListener refusals;
    private final String log;

    @Inject
    Submissions(
            Outbox outbox,
            Sources sources,
            LedgerRows ledger,
            Delivery delivery,
            Feed feed,
            Ids ids,
            Clock clock,
            RefusalListener refusals,
            @ConfigProperty(name = "lodestone.log.origin") String log) {
        this.outbox = outbox;
        this.sources = sources;
        this.ledger = ledger;
        this.delivery = delivery;
        this.feed = feed;
        this.ids = ids;
        this.clock = clock;
        this.refusals = refusals;
        this.log = log;
    }

    /**
     * Submits what {@code prepare} makes of the request, unless that was done before.
     *
     * @param prepare asked at most once, after the feed was caught up
     */
    public Uni<Outcome> submit(Actor actor, Request<?> request, Supplier<Uni<Prepared>> prepare) {
        return bySource(actor, request)
                .chain(known -> known.<Uni<Outcome>>map(source -> repeated(source, request.digest()))
                        .orElseGet(() -> submitNew(actor, request, prepare)));
    }

    private Uni<Optional<Source>> bySource(Actor actor, Request<?> request) {
        return request.source()
                .map(key -> sources.find(actor.party(), key).map(found -> found.filter(Source::stands)))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Outcome> repeated(Source source, Digest request) {
        if (!source.request().equals(request)) {
            throw Refusals.keyReused(source.kept().statement().id());
        }
        return delivery.deliver(source.kept())
                .chain(this::outcome)
                .map(outcome -> outcome instanceof Outcome.Refused ? outcome : new Outcome.Repeated(outcome));
    }

    private Uni<Outcome> submitNew(Actor actor, Request<?> request, Supplier<Uni<Prepared>> prepare) {
        StatementId id = request.key().orElseGet(() -> new StatementId(ids.next()));
        return outbox.find(actor.party(), id)
                .chain(kept -> kept.isPresent()
                        ? again(kept.get(), request.digest())
                        : feed.current().chain(here -> fresh(actor, id, request, prepare, here)));
    }

    private Uni<Outcome> again(Kept kept, Digest request) {
        if (!kept.request().equals(request)) {
            throw Refusals.problem("statement-id-reused", 409, "This id belongs to another request of yours.");
        }
        return delivery.deliver(kept).chain(this::outcome);
    }

    private Uni<Outcome> fresh(
            Actor actor, StatementId id, Request<?> request, Supplier<Uni<Prepared>> prepare, boolean current) {
        return prepare.get().chain(prepared -> {
            if (prepared instanceof Prepared.Impossible impossible) {
                List<LotId> inputs = Inputs.of(request.value());
                return refused(actor.party(), id, inputs, impossible.refusal(), current);
            }
            Prepared.Ready ready = (Prepared.Ready) prepared;
            Keeping keeping = draft(actor, id, request.digest(), request.source(), ready);
            Statement statement = keeping.kept().statement();
            return decided(statement)
                    .chain(decision -> decision instanceof Decision.Refused refused
                            ? refused(
                                    actor.party(),
                                    id,
                                    Inputs.of(statement.body()),
                                    Disposition.Refused.of(refused.refusal()),
                                    current)
                            : request.toSign() ? toSign(keeping.kept()) : send(actor, request, keeping, current));
        });
    }

    private static Uni<Outcome> toSign(Kept draft) {
        return Uni.createFrom().item(new Outcome.ToSign(draft.statement(), draft.annexes()));
    }

    /** What is refused by data that may be old is not refused: nothing is decided. */
    private Uni<Outcome> refused(
            PartyId party, StatementId id, List<LotId> inputs, Disposition.Refused refusal, boolean current) {
        if (!current) {
            throw Passing.unavailable("The custody service is away, and without it this cannot be decided.");
        }
        return refusals.refused(party, id, inputs, refusal).replaceWith(new Outcome.Refused(refusal));
    }

    /** The statement to be kept: signed for by the person who acts, and with the key in an annex of its own. */
    public Keeping draft(
            Actor actor, StatementId id, Digest request, Optional<SourceKey> source, Prepared.Ready ready) {
        List<Annex> annexes = new ArrayList<>(ready.annexes());
        annexes.add(Annex.person(actor.person(), Salt.of(ids.random(Salt.LENGTH))));
        source.ifPresent(key -> annexes.add(key.annex(Salt.of(ids.random(Salt.LENGTH)))));
        TreeSet<Digest> digests = new TreeSet<>();
        annexes.forEach(annex -> digests.add(annex.digest()));
        Salt salt = Salt.of(ids.random(Salt.LENGTH));
        Statement statement =
                new Statement(actor.party(), List.copyOf(digests), ready.body(), id, log, salt, clock.instant());
        // Whatever bound a reader would refuse is refused now, while there is somebody to tell.
        Statement read = Statement.parse(statement.bytes());
        return new Keeping(new Kept(request, read, annexes, new Disposition.Queued()), source);
    }

    /** The rules are asked before anything is kept; the custody service asks them again, and its answer counts. */
    private Uni<Decision> decided(Statement statement) {
        return ledger.known(statement).map(view -> Acceptance.decide(statement, view, log, clock.instant()));
    }

    private Uni<Outcome> send(Actor actor, Request<?> request, Keeping keeping, boolean current) {
        Instant now = clock.instant();
        Instant due = current ? now.plus(Relay.LEASE) : now;
        Kept kept = keeping.kept();
        return outbox.keep(keeping, now, due)
                .chain(isNew -> {
                    if (!isNew) {
                        return outbox.find(
                                        kept.statement().actor(),
                                        kept.statement().id())
                                .chain(other -> again(other.orElseThrow(), kept.request()));
                    }
                    return current ? delivery.deliver(kept).chain(this::outcome) : outcome(kept);
                })
                .onFailure(KeyTaken.class)
                .recoverWithUni(() -> bySource(actor, request)
                        .chain(other -> repeated(other.orElseThrow(Submissions::tryAgain), request.digest())));
    }

    private static LedgerProblem tryAgain() {
        return Passing.unavailable("Another request with this key was under way; send it again.");
    }

    private Uni<Outcome> outcome(Kept kept) {
        if (kept.disposition() instanceof Disposition.Refused refused) {
            return Uni.createFrom().item(new Outcome.Refused(refused));
        }
        Outcome underway = new Outcome.Underway(kept.statement(), kept.disposition());
        if (kept.disposition() instanceof Disposition.Accepted accepted) {
            return feed.catchUpTo(accepted.index())
                    .<Outcome>map(done -> new Outcome.Recorded(kept.statement(), accepted))
                    .onFailure(LedgerProblem.class)
                    .recoverWithItem(underway);
        }
        return Uni.createFrom().item(underway);
    }
}
