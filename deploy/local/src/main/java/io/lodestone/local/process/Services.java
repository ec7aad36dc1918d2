package io.lodestone.local.process;

import io.lodestone.local.host.DataDirectory;
import io.lodestone.local.host.LaunchException;
import io.lodestone.local.host.Ports;
import io.lodestone.local.host.Progress;
import io.lodestone.local.host.Tail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts services at the same time and waits until each says that it is ready. */
public final class Services {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final long BETWEEN_PROBES_MILLIS = 100;

    private final DataDirectory data;
    private final Ports ports;
    private final Progress progress;

    public Services(DataDirectory data, Ports ports, Progress progress) {
        this.data = data;
        this.ports = ports;
        this.progress = progress;
    }

    /** The arguments of {@code java} that run a service from its built jar. */
    public static List<String> program(Path root, Path archives, Service service) {
        Path jar = service.jar(root);
        if (!Files.isRegularFile(jar)) {
            throw new LaunchException(service.id() + " is not built: " + jar + " is missing"
                    + "\nBuild it with: mvn -B -q -DskipTests package");
        }
        List<String> arguments = new ArrayList<>(QuickStart.options(archives, service.id(), jar));
        arguments.addAll(
                List.of("-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-jar", jar.toString()));
        return arguments;
    }

    /** Starts those in {@code programs}, which has the arguments of {@code java} for each. */
    public List<Child> start(Children children, Map<Service, List<String>> programs, Environment environment) {
        List<Child> started = new ArrayList<>();
        Map<Service, Child> waitingFor = new EnumMap<>(Service.class);
        for (Map.Entry<Service, List<String>> program : new EnumMap<>(programs).entrySet()) {
            Service service = program.getKey();
            Path log = data.log(service);
            keepPrevious(log);
            Process process = children.java(program.getValue(), environment.of(service), Optional.of(log));
            Child child = new Child(service.id(), process.toHandle(), log);
            started.add(child);
            waitingFor.put(service, child);
        }
        awaitReady(waitingFor);
        return started;
    }

    private static void keepPrevious(Path log) {
        try {
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new LaunchException("cannot keep the earlier " + log, e);
        }
    }

    private void awaitReady(Map<Service, Child> waitingFor) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!waitingFor.isEmpty()) {
            for (Service service : List.copyOf(waitingFor.keySet())) {
                if (Health.ready(ports.management(service))) {
                    waitingFor.remove(service);
                    progress.say(service.id() + " is ready");
                }
            }
            waitingFor.values().forEach(Services::requireAlive);
            if (System.nanoTime() > deadline) {
                Child late = waitingFor.values().iterator().next();
                throw new LaunchException(late.name() + " did not become ready within " + PATIENCE.toSeconds()
                        + " s; the end of " + late.log() + ":\n" + Tail.of(late.log(), 25));
            }
            pause();
        }
    }

    private static void requireAlive(Child child) {
        if (!child.process().isAlive()) {
            throw new LaunchException(child.name() + " ended while starting; the end of " + child.log() + ":\n"
                    + Tail.of(child.log(), 25));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_PROBES_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted while the services were starting", e);
        }
    }
}
