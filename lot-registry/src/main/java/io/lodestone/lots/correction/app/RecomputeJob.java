package io.lodestone.lots.correction.app;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.LotsRecomputed;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.evidence.statement.Uuid7;
import io.lodestone.kit.ids.Ids;
import io.lodestone.kit.problem.LedgerProblem;
import io.lodestone.lots.correction.Part;
import io.lodestone.lots.correction.PendingCorrection;
import io.lodestone.lots.correction.Recomputed;
import io.lodestone.lots.correction.store.JustComputed;
import io.lodestone.lots.correction.store.PartRows;
import io.lodestone.lots.custody.Custody;
import io.lodestone.lots.custody.Disposition;
import io.lodestone.lots.feed.app.Feed;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Works off corrections, the oldest first, a part a statement. How far it has come follows from the feed, and a part
 * has one id and one spelling: whoever begins again after a crash submits the same bytes, and gets the same answer.
 */
@Singleton
public class RecomputeJob {

    private static final Logger LOG = Logger.getLogger(RecomputeJob.class);
    private static final int SEED_LENGTH = 32;

    private final PartRows rows;
    private final Custody custody;
    private final Feed feed;
    private final Ids ids;
    private final JustComputed computed;
    private final String log;

    @Inject
    RecomputeJob(
            PartRows rows,
            Custody custody,
            Feed feed,
            Ids ids,
            JustComputed computed,
            @ConfigProperty(name = "lodestone.log.origin") String log) {
        this.rows = rows;
        this.custody = custody;
        this.feed = feed;
        this.ids = ids;
        this.computed = computed;
        this.log = log;
    }

    @Scheduled(every = "${lodestone.recompute.every:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return rows.oldest()
                .chain(pending -> pending.isEmpty() ? Uni.createFrom().voidItem() : workedOff())
                .onFailure(LedgerProblem.class)
                .recoverWithNull()
                .onFailure()
                .invoke(failure -> LOG.error("computing again stopped short and will start again", failure));
    }

    private Uni<Void> workedOff() {
        return Uni.createFrom()
                .deferred(() -> rows.alone(ids.random(SEED_LENGTH), this::next))
                .repeat()
                .until(more -> !more)
                .onItem()
                .ignoreAsUni();
    }

    /** Whether there may be more to do. */
    private Uni<Boolean> next(byte[] seed) {
        return rows.oldest()
                .chain(pending -> pending.isEmpty()
                        ? Uni.createFrom().item(false)
                        : rows.registrar().chain(actor -> next(pending.get(), actor, seed)));
    }

    private Uni<Boolean> next(PendingCorrection pending, PartyId actor, byte[] seed) {
        return rows.leftOver(pending)
                .chain(left -> left.isEmpty()
                        ? steps(pending, actor, seed)
                        : named(pending, left).map(body -> statement(pending, body, actor, seed)))
                .chain(this::submitted);
    }

    /** Lots of which nothing is left to be computed, such as one that was never drawn from. */
    private Uni<LotsRecomputed> named(PendingCorrection pending, List<LotId> lots) {
        return rows.versions(lots)
                .map(versions -> new LotsRecomputed(pending.digest(), versions, List.of(), List.of()));
    }

    private Uni<Statement> steps(PendingCorrection pending, PartyId actor, byte[] seed) {
        return rows.part(pending)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(Part::compute)
                .chain(done -> {
                    List<LotId> settled = done.settled();
                    return rows.versions(settled.subList(0, Math.min(Part.MAX_LOTS, settled.size())))
                            .emitOn(Infrastructure.getDefaultWorkerPool())
                            .map(versions -> statement(pending, done, versions, actor, seed))
                            .invoke(statement -> computed.keep(statement.id(), done));
                });
    }

    /** A step that fills its statement leaves no room for lots: these are named by the next. */
    private Statement statement(
            PendingCorrection pending, Recomputed done, List<LotVersion> lots, PartyId actor, byte[] seed) {
        Statement full = statement(pending, recomputed(pending, done, lots), actor, seed);
        return done.steps().size() == 1 && full.bytes().length > Statement.MAX_BYTES
                ? statement(pending, recomputed(pending, done, List.of()), actor, seed)
                : full;
    }

    private static LotsRecomputed recomputed(PendingCorrection pending, Recomputed done, List<LotVersion> versions) {
        SortedMap<Digest, OriginProfile> named = new TreeMap<>();
        done.steps()
                .forEach(step -> step.inputs()
                        .forEach(input -> input.vector()
                                .rowList()
                                .forEach(row -> named.computeIfAbsent(row.profile(), done.profiles()::get))));
        return new LotsRecomputed(pending.digest(), versions, List.copyOf(named.values()), done.steps());
    }

    /** Id and salt follow from a secret and from how far the correction has come. */
    private Statement statement(PendingCorrection pending, LotsRecomputed body, PartyId actor, byte[] seed) {
        byte[] chance = Digest.sha256(ByteBuffer.allocate(SEED_LENGTH + 3 * Long.BYTES)
                        .put(seed)
                        .putLong(pending.index())
                        .putLong(pending.reached())
                        .putLong(pending.done())
                        .array())
                .bytes();
        Uuid7 id = Uuid7.of(pending.time().toEpochMilli(), Arrays.copyOf(chance, 10));
        Salt salt = Salt.of(Arrays.copyOfRange(chance, 10, 10 + Salt.LENGTH));
        return new Statement(actor, List.of(), body, new StatementId(id), log, salt, pending.time());
    }

    private Uni<Boolean> submitted(Statement statement) {
        return custody.decide(statement, List.of()).chain(decision -> {
            if (decision instanceof Disposition.Accepted accepted) {
                return feed.catchUpTo(accepted.index()).replaceWith(true);
            }
            LOG.errorf("what follows from a correction was refused, which needs an operator: %s", decision);
            return Uni.createFrom().item(false);
        });
    }
}
