package io.lodestone.local.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lodestone.evidence.witness.AddCheckpoint;
import io.lodestone.local.host.LaunchException;
import io.lodestone.local.witness.Witness.Answer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A witness over HTTP. What is asked has a limit in size and time; TLS is a proxy's business. */
public final class WitnessServer implements AutoCloseable {

    private static final Pattern MONITOR = Pattern.compile("/([0-9a-f]{64})/checkpoint");
    private static final int THREADS = 8;
    private static final String SECONDS = "10";

    private final Witness witness;
    private final HttpServer server;
    private final ExecutorService threads;
    private final Consumer<String> journal;

    private WitnessServer(Witness witness, HttpServer server, Consumer<String> journal) {
        this.witness = witness;
        this.server = server;
        this.threads = Executors.newFixedThreadPool(THREADS);
        this.journal = journal;
    }

    /** @param journal is told each answer */
    public static WitnessServer start(Witness witness, InetSocketAddress address, Consumer<String> journal) {
        // The server reads these once: a client that dribbles its request is cut off.
        System.setProperty("sun.net.httpserver.maxReqTime", SECONDS);
        System.setProperty("sun.net.httpserver.maxRspTime", SECONDS);
        try {
            WitnessServer made = new WitnessServer(witness, HttpServer.create(address, 0), journal);
            made.server.createContext("/", made::handle);
            made.server.setExecutor(made.threads);
            made.server.start();
            return made;
        } catch (IOException e) {
            throw new LaunchException("cannot listen on " + address, e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean post = exchange.getRequestMethod().equals("POST");
        boolean get = exchange.getRequestMethod().equals("GET");
        if (path.equals("/add-checkpoint")) {
            return post ? add(exchange) : new Answer(405, Witness.TEXT, "a checkpoint is posted\n");
        }
        Matcher monitor = MONITOR.matcher(path);
        Optional<String> note = get && monitor.matches() ? witness.checkpoint(monitor.group(1)) : Optional.empty();
        return note.map(text -> new Answer(200, Witness.TEXT, text))
                .orElseGet(() -> new Answer(404, Witness.TEXT, "nothing is here\n"));
    }

    private Answer add(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(AddCheckpoint.MAX_BYTES + 1);
        if (body.length > AddCheckpoint.MAX_BYTES) {
            return new Answer(413, Witness.TEXT, "a request has at most " + AddCheckpoint.MAX_BYTES + " bytes\n");
        }
        Answer answer = witness.add(body);
        journal.accept(answer.status() + " " + answer.body().strip());
        return answer;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
