package io.lodestone.custody.witness.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lodestone.evidence.checkpoint.VerifierKey;
import io.lodestone.evidence.testing.Witnesses;
import io.lodestone.evidence.witness.AddCheckpoint;
import io.lodestone.evidence.witness.Seen;
import io.lodestone.evidence.witness.WitnessDecision;
import io.lodestone.evidence.witness.WitnessVerdict;
import io.lodestone.evidence.witness.WitnessVerdict.Cosigns;
import io.lodestone.evidence.witness.WitnessVerdict.Refuses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A witness over HTTP that decides as the kernel does, and may be told to answer something else. */
final class TestWitness implements AutoCloseable {

    final int number;
    final List<AddCheckpoint> asked = new CopyOnWriteArrayList<>();
    volatile Seen seen = Seen.NOTHING;
    volatile Optional<String> instead = Optional.empty();

    private final VerifierKey log;
    private final HttpServer server;

    TestWitness(int number, VerifierKey log) {
        this.number = number;
        this.log = log;
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/w/add-checkpoint", this::handle);
        server.start();
    }

    /** A line of a policy. */
    String line() {
        return "witness w" + number + " " + Witnesses.key(number) + " http://127.0.0.1:"
                + server.getAddress().getPort() + "/w/\n";
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            AddCheckpoint request =
                    AddCheckpoint.parse(exchange.getRequestBody().readAllBytes());
            asked.add(request);
            WitnessVerdict verdict = WitnessDecision.on(request, Optional.of(log), seen);
            if (instead.isPresent()) {
                reply(exchange, 200, instead.get());
            } else if (verdict instanceof Cosigns cosigns) {
                seen = Seen.of(cosigns.checkpoint());
                reply(exchange, 200, Witnesses.cosign(request.note(), number).line() + "\n");
            } else {
                reply(exchange, ((Refuses) verdict).reason().status(), seen.size() + "\n");
            }
        }
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
