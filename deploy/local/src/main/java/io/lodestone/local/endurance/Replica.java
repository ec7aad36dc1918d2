package io.lodestone.local.endurance;

import io.lodestone.local.host.DataDirectory;
import io.lodestone.local.host.Ports;
import io.lodestone.local.process.Children;
import io.lodestone.local.process.Environment;
import io.lodestone.local.process.Health;
import io.lodestone.local.process.Service;
import io.lodestone.local.process.Services;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One of the custody-services, killed and started again on the same ports. */
final class Replica {

    private final Children children;
    private final List<String> program;
    private final Map<String, String> settings;
    private final Path logs;
    private final String name;
    private final int http;
    private final int management;
    private Optional<Process> process = Optional.empty();
    private int starts;

    /** @param offset how far its ports lie from the service's usual ones */
    Replica(Children children, Environment environment, DataDirectory data, Path root, int offset) {
        Ports ports = environment.ports();
        this.children = children;
        this.program = Services.program(root, data.archives(), Service.CUSTODY);
        this.http = ports.http(Service.CUSTODY) + offset;
        this.management = ports.management(Service.CUSTODY) + offset;
        this.settings = new HashMap<>(environment.of(Service.CUSTODY));
        settings.put("QUARKUS_HTTP_PORT", String.valueOf(http));
        settings.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(management));
        this.logs = data.root().resolve("logs");
        this.name = "custody-" + http;
    }

    synchronized void start() {
        starts++;
        process =
                Optional.of(children.java(program, settings, Optional.of(logs.resolve(name + "-" + starts + ".log"))));
    }

    /** Does what a supervisor would: one that could not start, because PostgreSQL was away, is started again. */
    synchronized void supervise() {
        if (process.isPresent() && !process.get().isAlive()) {
            start();
        }
    }

    /** SIGKILL, which no process can catch. */
    synchronized void kill() {
        process.ifPresent(Process::destroyForcibly);
        process.ifPresent(killed -> killed.onExit().join());
    }

    boolean ready() {
        return Health.ready(management);
    }

    String url() {
        return "http://127.0.0.1:" + http;
    }

    @Override
    public String toString() {
        return name;
    }
}
