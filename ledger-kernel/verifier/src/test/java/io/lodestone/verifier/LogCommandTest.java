package io.lodestone.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.certificate.TrustFile;
import io.lodestone.evidence.certificate.TrustFile.TrustedLog;
import io.lodestone.evidence.signature.Environment;
import io.lodestone.evidence.testing.ArchivedLog;
import io.lodestone.evidence.testing.SignedHistory;
import io.lodestone.evidence.testing.SignedHistory.Accepted;
import io.lodestone.evidence.testing.Witnesses;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Auditing a folder as a person or a script meets it. */
class LogCommandTest {

    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    private final StringWriter out = new StringWriter();

    @BeforeEach
    void export() throws IOException {
        ArchivedLog log = new ArchivedLog("one");
        log.grow(300);
        write(log);
        trust(List.of(new TrustedLog(ArchivedLog.KEY, Environment.DEVELOPMENT)));
    }

    private void write(ArchivedLog log) throws IOException {
        for (Map.Entry<String, byte[]> file : log.files().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    private void trust(List<TrustedLog> logs) throws IOException {
        Files.write(
                elsewhere.resolve("trust.json"), CanonicalJson.bytes(new TrustFile(logs, List.of(), List.of()).json()));
    }

    private int run(String... more) {
        out.getBuffer().setLength(0);
        PrintWriter writer = new PrintWriter(out, true);
        String trust = elsewhere.resolve("trust.json").toString();
        return more.length == 0
                ? Verifier.run(writer, writer, "log", folder.toString(), "--trust", trust)
                : Verifier.run(writer, writer, "log", folder.toString(), "--trust", trust, more[0]);
    }

    @Test
    void a_whole_log_exits_0_and_says_what_it_proves_and_what_not() {
        assertThat(run()).isZero();
        assertThat(out.toString())
                .contains(
                        "VERIFIED log " + ArchivedLog.ORIGIN,
                        "300, each naming",
                        "99 spent, none twice",
                        "Not checked");
        assertThat(out.toString().lines()).allMatch(line -> line.startsWith("[development] "));
        assertThat(run("--json")).isZero();
        assertThat(out.toString()).contains("\"entries\":300", "\"result\":\"verified\"", "\"spent\":99");
    }

    @Test
    void a_changed_file_exits_1_and_names_it() throws IOException {
        Path tile = folder.resolve("tile/0/000");
        byte[] bytes = Files.readAllBytes(tile);
        bytes[4_000] ^= 1;
        Files.write(tile, bytes);
        assertThat(run()).isEqualTo(1);
        assertThat(out.toString()).startsWith("REJECTED tile/0/000: ");
        assertThat(run("--json")).isEqualTo(1);
        assertThat(out.toString()).contains("\"path\":\"tile/0/000\"");
    }

    @Test
    void a_missing_file_exits_2_and_names_it() throws IOException {
        Files.delete(folder.resolve("tile/entries/001.p/44"));
        assertThat(run()).isEqualTo(2);
        assertThat(out.toString()).startsWith("INCOMPLETE tile/entries/001.p/44 is missing");
        Files.delete(folder.resolve("checkpoint"));
        assertThat(run()).isEqualTo(2);
        Files.delete(elsewhere.resolve("trust.json"));
        assertThat(run()).isEqualTo(2);
    }

    @Test
    void statements_are_audited_beside_the_log_with_their_signatures() throws IOException {
        List<Accepted> accepted = new SignedHistory(3).accepted();
        write(SignedHistory.log(accepted));
        Path file = elsewhere.resolve("statements.jsonl");
        write(file, accepted);
        assertThat(run("--statements=" + file)).isZero();
        assertThat(out.toString())
                .contains("7, of which 4 signed by their party")
                .doesNotContain("not public");

        write(file, accepted.subList(0, 6));
        assertThat(run("--statements=" + file)).isEqualTo(2);
        assertThat(out.toString()).startsWith("INCOMPLETE statement 7 is missing");

        Accepted last = accepted.get(6);
        accepted.set(6, new Accepted(last.statement(), last.record(), Optional.empty()));
        write(file, accepted);
        assertThat(run("--statements=" + file)).isEqualTo(1);
        assertThat(out.toString()).startsWith("REJECTED statement 7: signature-invalid");

        Files.delete(file);
        assertThat(run("--statements=" + file)).isEqualTo(2);
    }

    private static void write(Path file, List<Accepted> accepted) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (int i = 0; i < accepted.size(); i++) {
            lines.writeBytes(accepted.get(i).item(i + 1));
            lines.write('\n');
        }
        Files.write(file, lines.toByteArray());
    }

    @Test
    void a_log_that_is_not_trusted_or_of_another_environment_exits_1() throws IOException {
        trust(List.of());
        assertThat(run()).isEqualTo(1);
        assertThat(out.toString()).contains("trust file does not name");
        trust(List.of(new TrustedLog(ArchivedLog.KEY, Environment.PRODUCTION)));
        assertThat(run()).isEqualTo(1);
        assertThat(out.toString()).contains("another environment");
    }

    @Test
    void a_policy_is_held_against_the_checkpoint_and_who_is_missing_is_named() throws IOException {
        ArchivedLog log = new ArchivedLog("one");
        log.grow(300);
        Path policy = elsewhere.resolve("policy");
        Files.writeString(policy, Witnesses.policy(ArchivedLog.KEY.toString(), 2, List.of(1, 2, 3)));
        String option = "--policy=" + policy;

        assertThat(run(option)).isEqualTo(1);
        assertThat(out.toString())
                .startsWith("REJECTED checkpoint: the quorum some has not cosigned")
                .contains("some has 0 of 2, without w1, w2, w3");

        Files.writeString(
                folder.resolve("checkpoint"),
                Witnesses.cosigned(log.note(), 1, 3).toString());
        assertThat(run(option)).isZero();
        assertThat(out.toString())
                .contains("quorum some: w1 at 2026-11-22T07:30:00.000Z, w3 at 2026-11-22T07:30:00.000Z");
        assertThat(run()).isZero();
        assertThat(out.toString()).contains("no policy was given, so 2 cosignature(s) not checked");

        ArchivedLog fork = new ArchivedLog("another");
        fork.grow(300);
        for (Map.Entry<String, byte[]> file : fork.files().entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        assertThat(run()).as("a fork is whole in itself").isZero();
        Files.writeString(
                folder.resolve("checkpoint"), Witnesses.cosigned(fork.note(), 2).toString());
        assertThat(run(option)).as("but has not the quorum").isEqualTo(1);
        assertThat(out.toString()).contains("some has 1 of 2, without w1, w3");

        Files.writeString(policy, "quorum nobody\n");
        assertThat(run(option)).isEqualTo(2);
        assertThat(out.toString()).contains("line 1");
        assertThat(run("--policy=" + elsewhere.resolve("none"))).isEqualTo(2);
    }
}
