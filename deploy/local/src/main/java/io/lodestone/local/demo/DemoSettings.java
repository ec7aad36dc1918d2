package io.lodestone.local.demo;

import io.lodestone.local.host.DataDirectory;
import io.lodestone.local.host.Ports;
import io.lodestone.local.process.Service;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the launcher tells the demo's client where things are.
 *
 * @param data      the data directory: {@code tokens/<party>.jwt}, {@code parties.properties}, the client's own
 *                  {@code demo/}
 * @param scenarios the folder of the input files
 * @param verifier  the offline verifier's jar
 * @param out       where the results are written as files, if anywhere
 */
public record DemoSettings(
        Path data,
        Path scenarios,
        Path verifier,
        String lotRegistry,
        String custody,
        String certificates,
        Optional<Path> out) {

    public static DemoSettings of(DataDirectory data, Ports ports, Path root, Optional<Path> out) {
        return new DemoSettings(
                data.root(),
                root.resolve("deploy/scenarios"),
                root.resolve("ledger-kernel/verifier/target/lodestone-verifier.jar"),
                ports.url(Service.LOT_REGISTRY),
                ports.url(Service.CUSTODY),
                ports.url(Service.CERTIFICATES),
                out);
    }

    /** The client's command line, after {@code java}. */
    public List<String> javaArguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--data=" + data,
                "--scenarios=" + scenarios,
                "--verifier=" + verifier,
                "--lot-registry=" + lotRegistry,
                "--custody=" + custody,
                "--certificates=" + certificates));
        out.ifPresent(folder -> arguments.add("--out=" + folder));
        return arguments;
    }
}
