package io.lodestone.local.endurance;

import io.lodestone.evidence.checkpoint.VerifierKey;
import io.lodestone.local.endurance.Judgement.Verdict;
import io.lodestone.local.host.DataDirectory;
import io.lodestone.local.host.LaunchException;
import io.lodestone.local.host.Liveness;
import io.lodestone.local.host.Ports;
import io.lodestone.local.host.PrivateFiles;
import io.lodestone.local.host.Unprivileged;
import io.lodestone.local.identity.DevelopmentIssuer;
import io.lodestone.local.identity.Party;
import io.lodestone.local.identity.PartyIds;
import io.lodestone.local.identity.Secrets;
import io.lodestone.local.identity.TokenFiles;
import io.lodestone.local.postgres.DatabaseLogins;
import io.lodestone.local.postgres.Postgres;
import io.lodestone.local.process.Children;
import io.lodestone.local.process.Environment;
import io.lodestone.local.process.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;

/** Two replicas, one database, load, and a kill every so often. */
public final class Endurance implements AutoCloseable {

    private static final int WRITERS = 16;
    private static final int SECOND = 10;
    private static final int VICTIMS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final DataDirectory data;
    private final Ports ports;
    private final Consumer<String> progress;
    private final DatabaseLogins logins;
    private final Postgres postgres;
    private final Children children;
    private final List<Replica> replicas;
    private final Writers writers;
    private final Checkpoints checkpoints;
    private final AtomicBoolean going = new AtomicBoolean(true);
    private final ExecutorService load = Executors.newFixedThreadPool(WRITERS + 1);
    private int kills;

    public Endurance(Path root, DataDirectory data, Ports ports, Consumer<String> progress) {
        this.data = data;
        this.ports = ports;
        this.progress = progress;
        this.logins = DatabaseLogins.keptIn(data.databaseLogins());
        this.postgres = Postgres.prepared(data, logins, Unprivileged.detect());
        this.children = new Children(data.root());
        PartyIds parties = PartyIds.keptIn(data.parties());
        Secrets.ensurePassphrases(data);
        String origin = Secrets.origin(data);
        Environment environment = new Environment(data, ports, logins, origin);
        this.replicas = List.of(
                new Replica(children, environment, data, root, 0),
                new Replica(children, environment, data, root, SECOND));
        tokens(parties);
        this.writers = new Writers(
                replicas,
                parties.of(Party.REGISTRAR),
                origin,
                () -> PrivateFiles.read(data.token(Party.REGISTRAR.id())).strip());
        this.checkpoints = new Checkpoints(replicas);
    }

    /** What came of it; {@code longestGap} is the longest time in which nothing was acknowledged. */
    public record Result(
            int kills,
            int acknowledged,
            long lost,
            long doubled,
            long gaps,
            long forks,
            long uncovered,
            int checkpoints,
            Duration longestGap,
            List<String> surprises) {

        /** Whether nothing went wrong that must not. */
        public boolean held() {
            boolean whole = lost == 0 && doubled == 0 && gaps == 0 && forks == 0 && uncovered == 0;
            return whole && surprises.isEmpty() && acknowledged > 0;
        }
    }

    /**
     * Kills one of the three after each {@code pause}, and starts it again at once.
     *
     * @param choice which of the three, 0 and 1 a replica, 2 PostgreSQL, by the number of the kill
     */
    public Result run(Duration whole, Duration pause, IntUnaryOperator choice) {
        postgres.start(ports.postgres());
        replicas.forEach(Replica::start);
        awaitBoth();
        writers.first();
        for (int i = 0; i < WRITERS; i++) {
            load.execute(() -> writers.write(going::get));
        }
        load.execute(() -> checkpoints.collect(going::get));
        long end = System.nanoTime() + whole.toNanos();
        while (System.nanoTime() + pause.toNanos() <= end) {
            sleep(pause);
            kill(Math.floorMod(choice.applyAsInt(kills), VICTIMS));
        }
        sleep(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        return judged();
    }

    private void kill(int victim) {
        kills++;
        if (victim < replicas.size()) {
            progress.accept("kill " + kills + ": " + replicas.get(victim) + ", " + writers.count() + " acknowledged");
            replicas.get(victim).kill();
            replicas.get(victim).start();
        } else {
            progress.accept("kill " + kills + ": PostgreSQL, " + writers.count() + " acknowledged");
            killPostgres();
            postgres.start(ports.postgres());
        }
        replicas.forEach(Replica::supervise);
    }

    private void killPostgres() {
        ProcessHandle server =
                postgres.running().orElseThrow(() -> new LaunchException("PostgreSQL had ended by itself"));
        if (!server.destroyForcibly()) {
            throw new LaunchException("PostgreSQL cannot be killed");
        }
        while (Liveness.alive(server)) {
            sleep(Duration.ofMillis(20));
        }
    }

    private Result judged() {
        awaitBoth();
        sleep(Duration.ofSeconds(1));
        going.set(false);
        load.shutdown();
        try {
            if (!load.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new LaunchException("a client does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted");
        }
        awaitCovered();
        String url = "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + Service.CUSTODY.database();
        VerifierKey key = VerifierKey.parse(checkpoints
                .served("/log.vkey")
                .orElseThrow(() -> new LaunchException("no replica answers"))
                .strip());
        Verdict verdict =
                new Judgement(url, logins.app(Service.CUSTODY)).of(writers.acknowledged(), checkpoints.notes(), key);
        return new Result(
                kills,
                writers.count(),
                verdict.lost(),
                verdict.doubled(),
                verdict.gaps(),
                verdict.forks(),
                verdict.uncovered(),
                checkpoints.notes().size(),
                writers.longestGap(),
                writers.surprises());
    }

    /** A log that nobody writes to is covered whole a moment later. */
    private void awaitCovered() {
        for (int i = 0; i < 30; i++) {
            sleep(Duration.ofMillis(100));
            checkpoints.collect();
        }
    }

    private void awaitBoth() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!replicas.stream().allMatch(Replica::ready)) {
            if (System.nanoTime() > end) {
                throw new LaunchException("a replica does not become ready; its log is in "
                        + data.root().resolve("logs"));
            }
            replicas.forEach(Replica::supervise);
            sleep(Duration.ofMillis(200));
        }
    }

    private void tokens(PartyIds parties) {
        new TokenFiles(data, DevelopmentIssuer.keptIn(data.issuerKey(), data.issuerKeySet()), parties)
                .write(Instant.now());
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted");
        }
    }

    @Override
    public void close() {
        going.set(false);
        load.shutdownNow();
        children.stop();
        postgres.stop();
        data.unlock();
    }
}
