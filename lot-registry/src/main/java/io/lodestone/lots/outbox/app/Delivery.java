package io.lodestone.lots.outbox.app;

import io.lodestone.evidence.statement.Statement;
import io.lodestone.kit.problem.LedgerProblem;
import io.lodestone.lots.custody.BulkAnswer;
import io.lodestone.lots.custody.BulkAnswer.Undecided;
import io.lodestone.lots.custody.Custody;
import io.lodestone.lots.custody.Custody.Submission;
import io.lodestone.lots.custody.Disposition;
import io.lodestone.lots.outbox.Inputs;
import io.lodestone.lots.outbox.Kept;
import io.lodestone.lots.outbox.store.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jboss.logging.Logger;

/** Sends kept statements and keeps the decisions. Sending twice is harmless: the decision is stored under its id. */
@Singleton
public class Delivery {

    private static final Logger LOG = Logger.getLogger(Delivery.class);

    /** What the custody service takes at once, less something for the JSON around it. */
    private static final int MAX_ITEMS = 1_000;

    private static final long MAX_BYTES = 15L << 20;

    /** Until a statement is asked about again that the custody service answered oddly; the others go on meanwhile. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Custody custody;
    private final Outbox outbox;
    private final Clock clock;
    private final RefusalListener refusals;

    @Inject
    Delivery(Custody custody, Outbox outbox, Clock clock, RefusalListener refusals) {
        this.custody = custody;
        this.outbox = outbox;
        this.clock = clock;
        this.refusals = refusals;
    }

    /** The statement with its decision; still queued where the custody service is away. */
    public Uni<Kept> deliver(Kept kept) {
        if (!(kept.disposition() instanceof Disposition.Queued)) {
            return Uni.createFrom().item(kept);
        }
        return custody.decide(kept.statement(), kept.annexes())
                .map(kept::decided)
                .call(decided -> outbox.decide(List.of(decided)))
                .call(this::told)
                .onFailure(LedgerProblem.class)
                .recoverWithUni(away -> later(kept, away));
    }

    private Uni<Void> told(Kept decided) {
        Statement statement = decided.statement();
        return decided.disposition() instanceof Disposition.Refused refused
                ? refusals.refused(statement.actor(), statement.id(), Inputs.of(statement.body()), refused)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> told(List<Kept> decided) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Kept one : decided) {
            if (one.disposition() instanceof Disposition.Refused) {
                all = all.chain(() -> told(one));
            }
        }
        return all;
    }

    private Uni<Kept> later(Kept kept, Throwable away) {
        LOG.infof("statement %s stays queued: %s", kept.statement().id(), away.getMessage());
        return outbox.release(List.of(kept.statement()), clock.instant()).replaceWith(kept);
    }

    /**
     * The statements, in the order in which they were kept, with the decisions that there are. Where the custody service
     * is away or one has to wait, the rest waits too: it may build on that one.
     */
    public Uni<List<Kept>> deliver(List<Kept> kept) {
        return deliver(kept, 0, new ArrayList<>());
    }

    private Uni<List<Kept>> deliver(List<Kept> kept, int from, List<Kept> soFar) {
        if (from == kept.size()) {
            return Uni.createFrom().item(soFar);
        }
        int to = end(kept, from);
        List<Kept> part = kept.subList(from, to);
        return custody.decide(part.stream()
                        .map(one -> new Submission(one.statement(), one.annexes()))
                        .toList())
                .onFailure(LedgerProblem.class)
                .recoverWithItem(away -> Collections.nCopies(part.size(), new Undecided(true)))
                .chain(answers -> settle(part, answers, soFar))
                .chain(goOn -> goOn
                        ? deliver(kept, to, soFar)
                        : wait(kept.subList(to, kept.size()), soFar).replaceWith(soFar));
    }

    private Uni<Boolean> settle(List<Kept> part, List<BulkAnswer> answers, List<Kept> soFar) {
        List<Kept> decided = new ArrayList<>();
        List<Statement> waiting = new ArrayList<>();
        List<Statement> odd = new ArrayList<>();
        for (int i = 0; i < part.size(); i++) {
            Kept one = part.get(i);
            if (answers.get(i) instanceof BulkAnswer.Decided answer) {
                one = one.decided(answer.decision());
                decided.add(one);
            } else {
                (((Undecided) answers.get(i)).passing() ? waiting : odd).add(one.statement());
            }
            soFar.add(one);
        }
        odd.forEach(one -> LOG.errorf("the custody service cannot decide statement %s", one.id()));
        Instant now = clock.instant();
        return outbox.decide(decided)
                .chain(() -> told(decided))
                .chain(() -> outbox.release(waiting, now))
                .chain(() -> outbox.release(odd, now.plus(PAUSE)))
                .replaceWith(waiting.isEmpty());
    }

    private Uni<Void> wait(List<Kept> rest, List<Kept> soFar) {
        soFar.addAll(rest);
        LOG.infof("statements stay queued, %d of them unsent", rest.size());
        return outbox.release(rest.stream().map(Kept::statement).toList(), clock.instant());
    }

    private static int end(List<Kept> kept, int from) {
        int to = from;
        long bytes = 0;
        while (to < kept.size() && to - from < MAX_ITEMS) {
            bytes += kept.get(to).size();
            if (bytes > MAX_BYTES && to > from) {
                break;
            }
            to++;
        }
        return to;
    }
}
