package io.lodestone.local;

import io.lodestone.evidence.checkpoint.VerifierKey;
import io.lodestone.local.host.LaunchException;
import io.lodestone.local.host.Progress;
import io.lodestone.local.witness.Witness;
import io.lodestone.local.witness.WitnessFolder;
import io.lodestone.local.witness.WitnessServer;
import io.lodestone.local.witness.WitnessSigner;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a witness for one log or more until it is stopped. */
@Command(
        name = "witness",
        description = "Cosigns the checkpoints of logs, each only if it continues the one before (C2SP tlog-witness).",
        mixinStandardHelpOptions = true)
final class WitnessCommand implements Callable<Integer> {

    @Option(
            names = "--log",
            paramLabel = "VKEY",
            required = true,
            description = "The verifier key of a log, by another way than from the log; may be given several times.")
    private List<String> logs = List.of();

    @Option(
            names = "--listen",
            paramLabel = "[HOST:]PORT",
            required = true,
            description = "Where it listens; on this machine alone unless a host is given.")
    private String listen = "";

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            required = true,
            description = "Its key and what it cosigned last. Never run it from a copy or an older state.")
    private Path folder = Path.of(".");

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The name of a key that is made now (default: ${DEFAULT-VALUE}).",
            defaultValue = "witness.example/local")
    private String name = "";

    private final Progress progress = new Progress(System.out);

    @Override
    public Integer call() throws InterruptedException {
        try (WitnessFolder kept = WitnessFolder.open(folder)) {
            WitnessSigner signer = WitnessSigner.of(kept, name);
            List<VerifierKey> keys = logs.stream().map(VerifierKey::parse).toList();
            Witness witness = new Witness(kept, signer, keys, Clock.systemUTC());
            try (WitnessServer server = WitnessServer.start(witness, address(), progress::say)) {
                progress.plain("witness=" + signer.key());
                progress.plain("listening=http://" + address().getHostString() + ":" + server.port());
                new CountDownLatch(1).await();
            }
            return 0;
        } catch (LaunchException e) {
            progress.plain(String.valueOf(e.getMessage()));
            return 1;
        } catch (IllegalArgumentException e) {
            progress.plain("This does not work: " + e.getMessage());
            return 2;
        }
    }

    private InetSocketAddress address() {
        int colon = listen.lastIndexOf(':');
        String host = colon < 0 ? "127.0.0.1" : listen.substring(0, colon);
        return new InetSocketAddress(host, Integer.parseInt(listen.substring(colon + 1)));
    }
}
