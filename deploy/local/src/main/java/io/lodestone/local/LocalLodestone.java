package io.lodestone.local;

import io.lodestone.local.host.DataDirectory;
import io.lodestone.local.host.LaunchException;
import io.lodestone.local.host.Ports;
import io.lodestone.local.host.Progress;
import io.lodestone.local.host.Tail;
import io.lodestone.local.host.Unprivileged;
import io.lodestone.local.identity.DevelopmentIssuer;
import io.lodestone.local.identity.Party;
import io.lodestone.local.identity.PartyIds;
import io.lodestone.local.identity.Secrets;
import io.lodestone.local.identity.TokenFiles;
import io.lodestone.local.postgres.DatabaseLogins;
import io.lodestone.local.postgres.Postgres;
import io.lodestone.local.process.Child;
import io.lodestone.local.process.Children;
import io.lodestone.local.process.Environment;
import io.lodestone.local.process.Leftovers;
import io.lodestone.local.process.Service;
import io.lodestone.local.process.Services;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL and the three services of one data directory, from start to stop.
 *
 * <p>{@link #close} stops everything that was started, at whatever point the start had arrived, and may be called twice
 * and from a shutdown hook.
 */
public final class LocalLodestone implements AutoCloseable {

    private final DataDirectory data;
    private final Ports ports;
    private final Progress progress;
    private final Children children;
    private final List<Child> watched = new ArrayList<>();
    private final ScheduledExecutorService refresher = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "token-refresh");
        thread.setDaemon(true);
        return thread;
    });

    private Optional<Postgres> postgres = Optional.empty();
    private volatile boolean closed;

    public LocalLodestone(DataDirectory data, Ports ports, Progress progress) {
        this.data = data;
        this.ports = ports;
        this.progress = progress;
        this.children = new Children(data.root());
    }

    /** Starts everything; {@code programs} has the arguments of {@code java} for each service. */
    public void start(Map<Service, List<String>> programs) {
        int left = Leftovers.end(data.root());
        if (left > 0) {
            progress.say("ended " + left + " process(es) that an earlier launcher left behind");
        }
        DatabaseLogins logins = DatabaseLogins.keptIn(data.databaseLogins());
        startDatabase(logins);
        startIssuer(PartyIds.keptIn(data.parties()));
        Secrets.ensurePassphrases(data);
        Environment environment = new Environment(data, ports, logins, Secrets.origin(data));
        watched.addAll(new Services(data, ports, progress).start(children, programs, environment));
    }

    private void startDatabase(DatabaseLogins logins) {
        if (!Postgres.exists(data)) {
            progress.say("preparing PostgreSQL in " + data.postgres() + ", once");
        }
        Postgres server = Postgres.prepared(data, logins, Unprivileged.detect());
        synchronized (this) {
            if (closed) {
                throw new LaunchException("stopped while starting");
            }
            if (server.running().isPresent()) {
                progress.say("stopping the PostgreSQL that an earlier launcher left behind");
                server.stop();
            }
            ports.requireFree();
            postgres = Optional.of(server);
            server.start(ports.postgres());
        }
        ProcessHandle process =
                server.running().orElseThrow(() -> new LaunchException("PostgreSQL ended while starting"));
        watched.add(new Child("PostgreSQL", process, server.log()));
        progress.say("PostgreSQL is ready");
    }

    private void startIssuer(PartyIds parties) {
        TokenFiles tokens =
                new TokenFiles(data, DevelopmentIssuer.keptIn(data.issuerKey(), data.issuerKeySet()), parties);
        tokens.write(Instant.now());
        long every = TokenFiles.REFRESH.toSeconds();
        var refresh = refresher.scheduleAtFixedRate(() -> refresh(tokens), every, every, TimeUnit.SECONDS);
        if (refresh.isCancelled()) {
            throw new LaunchException("stopped while starting");
        }
    }

    /** A refresh that fails is said and tried again; an exception would end all later ones silently. */
    private void refresh(TokenFiles tokens) {
        try {
            tokens.write(Instant.now());
        } catch (LaunchException e) {
            progress.say("the tokens were not refreshed: " + e.getMessage());
        }
    }

    /** Starts another Java process whose output goes to the terminal, and which ends with the rest. */
    public Process client(List<String> arguments) {
        return children.java(arguments, Map.of(), Optional.empty());
    }

    /** Waits until {@code client} ends and returns its exit code; refuses to go on if something it needs ends first. */
    public int await(Process client) {
        CompletableFuture<?> ended = CompletableFuture.anyOf(client.onExit(), anyDeath());
        ended.join();
        requireAllAlive();
        return client.exitValue();
    }

    /** Waits for ever, or until one of them ends, which is refused with the end of its log. */
    public void await() {
        anyDeath().join();
        requireAllAlive();
    }

    private CompletableFuture<?> anyDeath() {
        return CompletableFuture.anyOf(
                watched.stream().map(child -> child.process().onExit()).toArray(CompletableFuture[]::new));
    }

    private void requireAllAlive() {
        for (Child child : watched) {
            if (!child.process().isAlive()) {
                throw new LaunchException(child.name() + " (process "
                        + child.process().pid() + ") ended; the end of " + child.log() + ":\n"
                        + Tail.of(child.log(), 15));
            }
        }
    }

    /** Where everything listens and what a person may try. */
    public String listening() {
        StringBuilder text = new StringBuilder();
        for (Service service : Service.values()) {
            text.append(String.format(
                    "  %-20s %s  (health and metrics: http://127.0.0.1:%d/q/)%n",
                    service.id(), ports.url(service), ports.management(service)));
        }
        Path data = this.data.root();
        return text
                + String.format(
                        "  %-20s 127.0.0.1:%d  (logins: %s)%n",
                        "PostgreSQL", ports.postgres(), this.data.databaseLogins())
                + String.format("  %-20s %s%n", "tokens, an hour each", data.resolve("tokens"))
                + String.format("  %-20s %s%n", "logs", data.resolve("logs"))
                + "\nTry, as\n"
                + curl("the registrar", Party.REGISTRAR, Service.CERTIFICATES, "/rulesets")
                + curl("a refiner", Party.REFINER_CN, Service.CUSTODY, "/transfers?state=accepted")
                + curl("a magnet maker", Party.MAGNET_MAKER_DE, Service.LOT_REGISTRY, "/lots")
                + curl("an exporter", Party.MAGNET_MAKER_DE, Service.CERTIFICATES, "/rulesets/2026-11-22.1")
                + "  an auditor        curl " + ports.url(Service.CUSTODY) + "/checkpoint";
    }

    private String curl(String who, Party party, Service service, String path) {
        return String.format(
                "  %-17s curl -H \"Authorization: Bearer $(cat %s)\" '%s%s'%n",
                who, data.token(party.id()), ports.url(service), path);
    }

    @Override
    public void close() {
        closed = true;
        refresher.shutdownNow();
        children.stop();
        synchronized (this) {
            postgres.ifPresent(Postgres::stop);
            postgres = Optional.empty();
        }
    }
}
