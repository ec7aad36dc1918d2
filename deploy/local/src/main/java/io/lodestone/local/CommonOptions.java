package io.lodestone.local;

import io.lodestone.local.host.DataDirectory;
import io.lodestone.local.host.Ports;
import io.lodestone.local.process.Service;
import io.lodestone.local.process.Services;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command. */
final class CommonOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where everything is kept between starts (default: .lodestone in the project).")
    private @Nullable Path data;

    @Option(
            names = "--port-base",
            paramLabel = "N",
            defaultValue = "${env:LODESTONE_PORT_BASE:-" + Ports.DEFAULT_BASE + "}",
            description = "All ports lie at fixed distances above this one (now: ${DEFAULT-VALUE}).")
    private int portBase;

    @Option(
            names = "--root",
            hidden = true,
            defaultValue = "${env:LODESTONE_ROOT:-.}",
            description = "The project's folder.")
    private Path root = Path.of(".");

    Path root() {
        return root.toAbsolutePath().normalize();
    }

    /** The jar this launcher comes from, whose date says which build it is. */
    static Path ownJar(Path root) {
        return root.resolve("deploy/local/target/local.jar");
    }

    Ports ports() {
        return new Ports(portBase);
    }

    DataDirectory openData() {
        return DataDirectory.open(data == null ? root().resolve(".lodestone") : data);
    }

    /** Refuses to go on when a service is not built. */
    Map<Service, List<String>> programs(DataDirectory data, Set<Service> services) {
        Map<Service, List<String>> programs = new EnumMap<>(Service.class);
        for (Service service : services) {
            programs.put(service, Services.program(root(), data.archives(), service));
        }
        return programs;
    }
}
