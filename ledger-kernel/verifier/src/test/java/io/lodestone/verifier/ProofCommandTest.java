package io.lodestone.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.certificate.TrustFile;
import io.lodestone.evidence.certificate.TrustFile.TrustedLog;
import io.lodestone.evidence.checkpoint.SignedNote;
import io.lodestone.evidence.checkpoint.TlogProof;
import io.lodestone.evidence.signature.Environment;
import io.lodestone.evidence.testing.ArchivedLog;
import io.lodestone.evidence.testing.Witnesses;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A receipt alone, as whoever got it holds it against a trust file and a policy. */
class ProofCommandTest {

    @TempDir
    private Path folder;

    private final ArchivedLog log = new ArchivedLog("one");
    private final StringWriter out = new StringWriter();

    @BeforeEach
    void receipt() throws IOException {
        log.grow(12);
        write("entry", log.entry(7).bytes());
        write(
                "trust",
                CanonicalJson.bytes(new TrustFile(
                                List.of(new TrustedLog(ArchivedLog.KEY, Environment.DEVELOPMENT)), List.of(), List.of())
                        .json()));
        write(
                "policy",
                Witnesses.policy(ArchivedLog.KEY.toString(), 2, List.of(1, 2, 3))
                        .getBytes(StandardCharsets.UTF_8));
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    private int run(SignedNote checkpoint, String... more) throws IOException {
        TlogProof proof = new TlogProof(Optional.empty(), log.inclusion(7), checkpoint);
        write("proof", proof.toString().getBytes(StandardCharsets.UTF_8));
        return run(more);
    }

    private int run(String... more) {
        out.getBuffer().setLength(0);
        PrintWriter writer = new PrintWriter(out, true);
        String[] args = {"proof", at("proof"), "--entry", at("entry"), "--trust", at("trust")};
        return Verifier.run(
                writer,
                writer,
                Stream.concat(Arrays.stream(args), Arrays.stream(more)).toArray(String[]::new));
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void a_receipt_verifies_and_a_policy_is_held_against_its_checkpoint() throws IOException {
        assertThat(run(log.note())).isZero();
        assertThat(out.toString()).startsWith("VERIFIED entry 7 of the log " + ArchivedLog.ORIGIN);
        assertThat(run("--policy", at("policy"))).isEqualTo(1);
        assertThat(out.toString()).contains("some has 0 of 2, without w1, w2, w3");
        assertThat(run(Witnesses.cosigned(log.note(), 1, 2), "--policy", at("policy")))
                .isZero();
        assertThat(out.toString()).contains("quorum some: w1 at 2026-11-22T07:30:00.000Z, w2 at");
        assertThat(run(Witnesses.cosigned(log.note(), 1), "--policy", at("policy")))
                .isEqualTo(1);
    }

    @Test
    void what_is_changed_exits_1_and_what_is_missing_2() throws IOException {
        byte[] entry = log.entry(7).bytes();
        write("entry", log.entry(8).bytes());
        assertThat(run(log.note())).isEqualTo(1);
        write("entry", "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(run(log.note())).isEqualTo(1);
        write("entry", entry);
        write("proof", "no proof\n".getBytes(StandardCharsets.UTF_8));
        assertThat(run()).isEqualTo(1);
        assertThat(run(log.note(), "--policy", at("none"))).isEqualTo(2);
        write("policy", "quorum\n".getBytes(StandardCharsets.UTF_8));
        assertThat(run(log.note(), "--policy", at("policy"))).isEqualTo(2);
        assertThat(out.toString()).contains("line 1");
    }
}
