package io.lodestone.local.postgres;

import io.lodestone.local.host.DataDirectory;
import io.lodestone.local.host.LaunchException;
import io.lodestone.local.host.Program;
import io.lodestone.local.host.Tail;
import io.lodestone.local.host.Unprivileged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The PostgreSQL server of one data directory.
 *
 * <p>It listens on 127.0.0.1 only, asks every login for its password, and keeps what it acknowledged: the durability
 * settings stand on its command line, where no configuration file can undo them. It outlives a killed launcher; the
 * next one stops it before it starts its own.
 */
public final class Postgres {

    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "max_connections=200",
            "log_line_prefix=%m_%d_");
    private static final int START_ATTEMPTS = 20;
    private static final long BETWEEN_ATTEMPTS_MILLIS = 250;

    private final Path cluster;
    private final Path log;
    private final Path binaries;
    private final Unprivileged user;

    private Postgres(DataDirectory data, Path binaries, Unprivileged user) {
        this.cluster = data.postgres().resolve("cluster");
        this.log = data.postgres().resolve("server.log");
        this.binaries = binaries;
        this.user = user;
    }

    /** Unpacks the binaries and makes the cluster where that was not done before; starts nothing. */
    public static Postgres prepared(DataDirectory data, DatabaseLogins logins, Unprivileged user) {
        Postgres postgres = new Postgres(data, Binaries.unpackedIn(data.postgres()), user);
        if (!Files.isDirectory(postgres.cluster)) {
            new Cluster(postgres.binaries, user, logins).makeIn(data.postgres(), data.root());
        }
        user.own(data.postgres(), data.root());
        return postgres;
    }

    /** Whether there is a cluster already, or {@link #prepared} will take its time to make one. */
    public static boolean exists(DataDirectory data) {
        return Files.isDirectory(data.postgres().resolve("cluster"));
    }

    /** Starts the server and waits until it answers. */
    public void start(int port) {
        StringBuilder options = new StringBuilder("-p " + port);
        SETTINGS.forEach(setting -> options.append(" -c ").append(setting));
        List<String> command = pgCtl("start", "-w", "-t", "60", "-l", log.toString(), "-o", options.toString());
        for (int attempt = 1; ; attempt++) {
            Program.Result result = Program.run(command, "");
            if (result.exit() == 0) {
                return;
            }
            // After a kill -9 of the server its workers may hold the shared memory a moment longer.
            if (attempt == START_ATTEMPTS || !Tail.of(log, 5).contains("shared memory block")) {
                throw new LaunchException("PostgreSQL did not start; the end of " + log + ":\n" + Tail.of(log, 15));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_ATTEMPTS_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted while PostgreSQL was starting", e);
        }
    }

    /** The server of this cluster that is running now, whoever started it. */
    public Optional<ProcessHandle> running() {
        Path pidFile = cluster.resolve("postmaster.pid");
        try {
            List<String> lines = Files.readAllLines(pidFile);
            return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                    .filter(process -> process.isAlive() && isPostgres(process));
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** The number in a stale file may meanwhile belong to any program. */
    private boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(path -> path.equals(binaries.resolve("bin/postgres").toString()))
                .orElse(true);
    }

    /** Stops the server if one runs, this launcher's or one left behind; connected clients are cut off. */
    public void stop() {
        Optional<ProcessHandle> server = running();
        if (server.isEmpty()) {
            return;
        }
        Program.Result fast = Program.run(pgCtl("stop", "-w", "-t", "20", "-m", "fast"), "");
        if (fast.exit() != 0 && server.get().isAlive()) {
            Program.Result immediate = Program.run(pgCtl("stop", "-w", "-t", "20", "-m", "immediate"), "");
            if (immediate.exit() != 0 && server.get().isAlive()) {
                throw new LaunchException("PostgreSQL (process " + server.get().pid() + ") does not stop");
            }
        }
    }

    private List<String> pgCtl(String action, String... options) {
        List<String> command =
                new ArrayList<>(List.of(binaries.resolve("bin/pg_ctl").toString(), action, "-D", cluster.toString()));
        command.addAll(List.of(options));
        return user.command(command);
    }

    public Path log() {
        return log;
    }
}
