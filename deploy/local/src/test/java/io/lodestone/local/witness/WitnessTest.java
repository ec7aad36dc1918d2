package io.lodestone.local.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lodestone.evidence.checkpoint.Cosignature;
import io.lodestone.evidence.checkpoint.NoteSignature;
import io.lodestone.evidence.checkpoint.NoteVerification.Verified;
import io.lodestone.evidence.checkpoint.SignedNote;
import io.lodestone.evidence.checkpoint.WitnessKey;
import io.lodestone.evidence.merkle.TreeSize;
import io.lodestone.evidence.testing.ArchivedLog;
import io.lodestone.evidence.testing.Witnesses;
import io.lodestone.evidence.witness.AddCheckpoint;
import io.lodestone.local.host.LaunchException;
import io.lodestone.local.host.PrivateFiles;
import io.lodestone.local.witness.Witness.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessTest {

    private static final Clock CLOCK = Clock.fixed(Witnesses.TIME, ZoneOffset.UTC);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private Path root;

    private final ArchivedLog log = new ArchivedLog("one");
    private final ArchivedLog fork = new ArchivedLog("another");

    private static byte[] request(long old, ArchivedLog log) {
        long size = log.checkpoint().size().value();
        AddCheckpoint request = new AddCheckpoint(
                new TreeSize(old), old == 0 || old == size ? List.of() : log.consistency(old), log.note());
        return request.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Witness witness(WitnessFolder folder) {
        return new Witness(folder, WitnessSigner.of(folder, "witness.example/test"), List.of(ArchivedLog.KEY), CLOCK);
    }

    /** Set back to the first entry, as only a test may. */
    private Witness forgetting(WitnessFolder folder) {
        ArchivedLog begun = new ArchivedLog("one");
        begun.grow(1);
        WitnessSigner signer = WitnessSigner.of(folder, "witness.example/test");
        folder.keep(
                ArchivedLog.ORIGIN,
                begun.note()
                        .with(List.of(
                                signer.cosign(begun.note(), Witnesses.TIME).line())));
        return witness(folder);
    }

    private static SignedNote cosigned(ArchivedLog log, Answer answer) {
        return log.note().with(List.of(NoteSignature.parse(answer.body().strip())));
    }

    @Test
    void what_it_cosigns_is_on_the_disk_and_remembered_by_the_next_process() {
        WitnessKey key;
        try (WitnessFolder folder = WitnessFolder.open(root)) {
            Witness witness = witness(folder);
            key = WitnessKey.parse(
                    PrivateFiles.read(root.resolve("witness.vkey")).strip());
            log.grow(5);
            Answer first = witness.add(request(0, log));
            assertThat(first.status()).isEqualTo(200);
            SignedNote note = cosigned(log, first);
            assertThat(((Verified<List<Cosignature>>) Cosignature.on(note, List.of(key))).value())
                    .extracting(Cosignature::time)
                    .containsExactly(Witnesses.TIME);
            assertThat(witness.checkpoint(WitnessFolder.nameOf(ArchivedLog.ORIGIN)))
                    .hasValue(note.toString());
            assertThat(witness.checkpoint("0".repeat(64))).isEmpty();
        }
        try (WitnessFolder folder = WitnessFolder.open(root)) {
            Witness witness = witness(folder);
            fork.grow(5);
            assertThat(witness.add(request(5, fork)).status()).isEqualTo(422);
            fork.grow(9);
            assertThat(witness.add(request(5, fork)).status()).isEqualTo(422);
            assertThat(witness.add(request(0, fork))).isEqualTo(new Answer(409, "text/x.tlog.size", "5\n"));
            log.grow(9);
            assertThat(witness.add(request(5, log)).status()).isEqualTo(200);
            assertThat(WitnessKey.parse(
                            PrivateFiles.read(root.resolve("witness.vkey")).strip()))
                    .isEqualTo(key);
        }
    }

    @Test
    void of_two_histories_that_come_at_once_one_is_cosigned() {
        try (WitnessFolder folder = WitnessFolder.open(root)) {
            Witness witness = witness(folder);
            log.grow(1);
            assertThat(witness.add(request(0, log)).status()).isEqualTo(200);
            for (int size = 2; size <= 30; size++) {
                // Both continue the one entry that was cosigned.
                ArchivedLog one = new ArchivedLog("one");
                ArchivedLog other = new ArchivedLog("two");
                one.grow(size);
                other.grow(size);
                byte[] right = request(1, one);
                byte[] wrong = request(1, other);
                Witness fresh = forgetting(folder);
                List<CompletableFuture<Answer>> answers = Stream.of(right, wrong, right, wrong)
                        .map(body -> CompletableFuture.supplyAsync(() -> fresh.add(body)))
                        .toList();
                assertThat(answers.stream()
                                .map(CompletableFuture::join)
                                .filter(answer -> answer.status() == 200)
                                .count())
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void what_cannot_be_kept_is_not_cosigned() {
        try (WitnessFolder folder = WitnessFolder.open(root)) {
            Witness witness = witness(folder);
            log.grow(5);
            PrivateFiles.deleteTree(root);
            assertThat(witness.add(request(0, log)).status()).isEqualTo(503);
            PrivateFiles.directory(root);
            assertThat(witness.add(request(0, log)).status()).isEqualTo(200);
        }
    }

    @Test
    void it_does_not_begin_with_what_was_changed_or_beside_another() throws IOException {
        Path kept = root.resolve(WitnessFolder.nameOf(ArchivedLog.ORIGIN) + ".checkpoint");
        try (WitnessFolder folder = WitnessFolder.open(root)) {
            log.grow(5);
            assertThat(witness(folder).add(request(0, log)).status()).isEqualTo(200);
            assertThatExceptionOfType(LaunchException.class).isThrownBy(() -> WitnessFolder.open(root));
        }
        fork.grow(3);
        for (String changed : List.of(
                Files.readString(kept).replace("\n5\n", "\n4\n"), log.note().toString(), "", "x")) {
            Files.writeString(kept, changed);
            try (WitnessFolder folder = WitnessFolder.open(root)) {
                assertThatExceptionOfType(LaunchException.class)
                        .isThrownBy(() -> witness(folder))
                        .withMessageContaining("put back the right file");
            }
        }
    }

    @Test
    void over_http_everything_has_its_status() throws Exception {
        try (WitnessFolder folder = WitnessFolder.open(root);
                WitnessServer server = WitnessServer.start(
                        witness(folder), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), line -> {})) {
            String at = "http://127.0.0.1:" + server.port();
            log.grow(5);
            assertThat(post(at, request(0, log)).statusCode()).isEqualTo(200);
            HttpResponse<String> conflict = post(at, request(0, log));
            assertThat(conflict.statusCode()).isEqualTo(409);
            assertThat(conflict.headers().firstValue("Content-Type")).hasValue("text/x.tlog.size");
            assertThat(conflict.body()).isEqualTo("5\n");
            assertThat(post(at, "old 5\n".getBytes(StandardCharsets.UTF_8)).statusCode())
                    .isEqualTo(400);
            assertThat(post(at, new byte[AddCheckpoint.MAX_BYTES + 1]).statusCode())
                    .isEqualTo(413);
            SignedNote stranger =
                    SignedNote.parse(log.note().toString().replace(ArchivedLog.ORIGIN, "log.example/stranger"));
            assertThat(post(at, ("old 0\n\n" + stranger).getBytes(StandardCharsets.UTF_8))
                            .statusCode())
                    .isEqualTo(404);
            String changed = log.note().toString().replace("\n5\n", "\n6\n");
            assertThat(post(at, ("old 5\n\n" + changed).getBytes(StandardCharsets.UTF_8))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(get(at + "/" + WitnessFolder.nameOf(ArchivedLog.ORIGIN) + "/checkpoint"))
                    .contains("\n5\n")
                    .contains("witness.example/test");
            assertThat(get(at + "/" + "0".repeat(64) + "/checkpoint")).isEqualTo("nothing is here\n");
            assertThat(get(at + "/add-checkpoint")).isEqualTo("a checkpoint is posted\n");
        }
    }

    @Test
    void the_command_may_be_killed_at_any_time_and_never_cosigns_a_fork() throws Exception {
        Process process = start();
        String at = listening(process);
        log.grow(5);
        assertThat(post(at, request(0, log)).statusCode()).isEqualTo(200);
        process.destroyForcibly().waitFor();

        Process again = start();
        at = listening(again);
        fork.grow(9);
        assertThat(post(at, request(0, fork)).statusCode()).isEqualTo(409);
        assertThat(post(at, request(5, fork)).statusCode()).isEqualTo(422);
        log.grow(9);
        assertThat(post(at, request(5, log)).statusCode()).isEqualTo(200);
        again.destroyForcibly().waitFor();
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.lodestone.local.Launcher",
                        "witness",
                        "--log=" + ArchivedLog.KEY,
                        "--listen=0",
                        "--dir=" + root)
                .redirectErrorStream(true)
                .start();
    }

    private static String listening(Process process) {
        try {
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("listening=")) {
                    return line.substring("listening=".length());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("the witness ended");
    }

    private static HttpResponse<String> post(String at, byte[] body) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(at + "/add-checkpoint"))
                        .POST(BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String get(String uri) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(uri)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
