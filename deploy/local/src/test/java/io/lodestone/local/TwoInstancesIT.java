package io.lodestone.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.checkpoint.NoteVerification;
import io.lodestone.evidence.checkpoint.VerifierKey;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.MerkleTree;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.PartyRegistered;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.evidence.statement.Uuid7;
import io.lodestone.local.host.DataDirectory;
import io.lodestone.local.host.Ports;
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
import io.lodestone.local.process.Health;
import io.lodestone.local.process.Service;
import io.lodestone.local.process.Services;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two packaged custody-services on one database under load for 30 seconds, one of them killed halfway: one log, no fork,
 * nothing acknowledged lost, and the other goes on by itself.
 */
class TwoInstancesIT {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();
    private static final Duration HALF = Duration.ofSeconds(15);
    private static final Ports PORTS = new Ports(27000);
    private static final int SECOND = 10;

    @TempDir
    Path temporary;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final SecureRandom random = new SecureRandom();
    private final Map<Long, String> acknowledged = new ConcurrentHashMap<>();
    private final Set<String> checkpoints = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<String> surprises = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean running = new AtomicBoolean(true);
    private final AtomicLong firstAfterKill = new AtomicLong();
    private volatile long killedAt;
    private String token = "";
    private String origin = "";
    private PartyId registrar = new PartyId(Uuid7.of(0, new byte[10]));

    @Test
    void one_log_survives_the_death_of_one_of_two_sequencers() throws Exception {
        DataDirectory data = DataDirectory.open(temporary.resolve("data"));
        DatabaseLogins logins = DatabaseLogins.keptIn(data.databaseLogins());
        Postgres postgres = Postgres.prepared(data, logins, Unprivileged.detect());
        Children children = new Children(data.root());
        ExecutorService load = Executors.newFixedThreadPool(17);
        try {
            postgres.start(PORTS.postgres());
            Environment environment = environment(data, logins);
            Process first = start(children, environment, data, 0);
            awaitReady(PORTS.management(Service.CUSTODY));
            start(children, environment, data, SECOND);
            awaitReady(PORTS.management(Service.CUSTODY) + SECOND);
            post(0, registrar);
            for (int i = 0; i < 16; i++) {
                int offset = i % 2 == 0 ? 0 : SECOND;
                load.execute(() -> registerParties(offset));
            }
            load.execute(this::collectCheckpoints);
            Thread.sleep(HALF.toMillis());
            first.destroyForcibly().waitFor();
            killedAt = System.nanoTime();
            Thread.sleep(HALF.toMillis());
            running.set(false);
            load.shutdown();
            assertThat(load.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            Thread.sleep(500);
            collectCheckpoint(SECOND);
            judge(data, logins);
        } finally {
            running.set(false);
            load.shutdownNow();
            children.stop();
            postgres.stop();
            data.unlock();
        }
    }

    private Environment environment(DataDirectory data, DatabaseLogins logins) {
        PartyIds parties = PartyIds.keptIn(data.parties());
        registrar = parties.of(Party.REGISTRAR);
        new TokenFiles(data, DevelopmentIssuer.keptIn(data.issuerKey(), data.issuerKeySet()), parties)
                .write(Instant.now());
        Secrets.ensurePassphrases(data);
        origin = Secrets.origin(data);
        try {
            token = Files.readString(data.token(Party.REGISTRAR.id())).strip();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return new Environment(data, PORTS, logins, origin);
    }

    private static Process start(Children children, Environment environment, DataDirectory data, int offset) {
        Map<String, String> settings = new HashMap<>(environment.of(Service.CUSTODY));
        settings.put("QUARKUS_HTTP_PORT", String.valueOf(PORTS.http(Service.CUSTODY) + offset));
        settings.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(PORTS.management(Service.CUSTODY) + offset));
        return children.java(
                Services.program(ROOT, data.archives(), Service.CUSTODY),
                settings,
                Optional.of(data.root().resolve("logs/custody-" + offset + ".log")));
    }

    private static void awaitReady(int port) throws InterruptedException {
        for (int i = 0; i < 600 && !Health.ready(port); i++) {
            Thread.sleep(100);
        }
        assertThat(Health.ready(port)).isTrue();
    }

    private void registerParties(int offset) {
        while (running.get()) {
            try {
                post(offset, new PartyId(fresh()));
                if (killedAt != 0) {
                    firstAfterKill.compareAndSet(0, System.nanoTime());
                }
            } catch (IOException e) {
                pause();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void post(int offset, PartyId party) throws IOException, InterruptedException {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        Statement statement = new Statement(
                registrar,
                List.of(),
                new PartyRegistered("CH", party),
                new StatementId(fresh()),
                origin,
                Salt.of(salt),
                Instant.now());
        String body = CanonicalJson.text(Json.object()
                .put("annexes", Json.array(List.of()))
                .put("signature", Json.JsonNull.NULL)
                .put("statement", statement.json())
                .build());
        HttpResponse<String> answer = client.send(
                request(offset, "/statements")
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 201) {
            Json json = CanonicalJson.read(answer.body().getBytes(), CanonicalJson.MAX_DOCUMENT_BYTES);
            long index = ((Json.JsonInteger) ((Json.JsonObject) json).members().get("index")).value();
            if (acknowledged.put(index, statement.digest().toString()) != null) {
                surprises.add("index " + index + " was given twice");
            }
        } else if (answer.statusCode() != 503) {
            surprises.add(answer.statusCode() + " " + answer.body());
        }
    }

    private HttpRequest.Builder request(int offset, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + (PORTS.http(Service.CUSTODY) + offset) + path))
                .timeout(Duration.ofSeconds(10));
    }

    private void collectCheckpoints() {
        while (running.get()) {
            collectCheckpoint(0);
            collectCheckpoint(SECOND);
            pause();
        }
    }

    private void collectCheckpoint(int offset) {
        try {
            HttpResponse<String> answer =
                    client.send(request(offset, "/checkpoint").build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                checkpoints.add(answer.body());
            }
        } catch (IOException gone) {
            pause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void judge(DataDirectory data, DatabaseLogins logins) throws Exception {
        assertThat(surprises).isEmpty();
        System.out.printf(
                "accepted=%d checkpoints=%d first_acceptance_after_kill_ms=%d%n",
                acknowledged.size(), checkpoints.size(), (firstAfterKill.get() - killedAt) / 1_000_000);
        assertThat(firstAfterKill.get()).as("an acceptance after the kill").isPositive();
        assertThat(Duration.ofNanos(firstAfterKill.get() - killedAt)).isLessThan(Duration.ofSeconds(5));
        VerifierKey key = VerifierKey.parse(
                client.send(request(SECOND, "/log.vkey").build(), HttpResponse.BodyHandlers.ofString())
                        .body()
                        .strip());
        List<Digest> leaves = new ArrayList<>();
        Map<Long, String> stored = new HashMap<>();
        String url = "jdbc:postgresql://127.0.0.1:" + PORTS.postgres() + "/" + Service.CUSTODY.database();
        DatabaseLogins.Login login = logins.app(Service.CUSTODY);
        try (Connection connection = DriverManager.getConnection(url, login.user(), login.password())) {
            try (ResultSet rows = connection
                    .createStatement()
                    .executeQuery("SELECT log_index, bytes FROM entry ORDER BY log_index")) {
                while (rows.next()) {
                    assertThat(rows.getLong(1)).isEqualTo(leaves.size());
                    leaves.add(Digest.leaf(rows.getBytes(2)));
                }
            }
            try (ResultSet rows =
                    connection.createStatement().executeQuery("SELECT log_index, digest FROM statement")) {
                while (rows.next()) {
                    stored.put(rows.getLong(1), Digest.of(rows.getBytes(2)).toString());
                }
            }
        }
        assertThat(stored).as("what was acknowledged is there").containsAllEntriesOf(acknowledged);
        // Every checkpoint commits to a prefix of one sequence of leaves: so any two of them are consistent.
        assertThat(checkpoints).hasSizeGreaterThan(50);
        Map<String, Digest> nodes = new HashMap<>();
        for (String note : checkpoints) {
            Checkpoint checkpoint = ((NoteVerification.Verified<Checkpoint>) Checkpoint.open(note, key)).value();
            assertThat(checkpoint.root())
                    .isEqualTo(MerkleTree.root(checkpoint.size(), (level, index) -> node(leaves, nodes, level, index)));
        }
    }

    private static Digest node(List<Digest> leaves, Map<String, Digest> nodes, int level, long index) {
        if (level == 0) {
            return leaves.get((int) index);
        }
        String name = level + "/" + index;
        Digest known = nodes.get(name);
        if (known == null) {
            known = Digest.node(
                    node(leaves, nodes, level - 1, 2 * index), node(leaves, nodes, level - 1, 2 * index + 1));
            nodes.put(name, known);
        }
        return known;
    }

    private Uuid7 fresh() {
        byte[] bytes = new byte[10];
        random.nextBytes(bytes);
        return Uuid7.of(Instant.now().toEpochMilli(), bytes);
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
