package io.lodestone.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.certificate.BundleVerifier;
import io.lodestone.evidence.certificate.TrustFile;
import io.lodestone.evidence.certificate.Verification;
import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.checkpoint.NoteVerification;
import io.lodestone.evidence.checkpoint.TlogProof;
import io.lodestone.evidence.checkpoint.VerifierKey;
import io.lodestone.evidence.digest.Digest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job over the three packaged services, as {@code deploy/demo --exit --out DIR} runs it. */
class MainJobIT {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();

    @TempDir
    static Path temporary;

    private static int exit;
    private static String said = "";

    @BeforeAll
    static void runTheDemo() throws Exception {
        Path log = temporary.resolve("demo.log");
        Process demo = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        ROOT.resolve("deploy/local/target/local.jar").toString(),
                        "demo",
                        "--exit",
                        "--root",
                        ROOT.toString(),
                        "--data",
                        temporary.resolve("data").toString(),
                        "--out",
                        temporary.resolve("out").toString(),
                        "--port-base",
                        "26000")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(demo.waitFor(180, TimeUnit.SECONDS)).isTrue();
        exit = demo.exitValue();
        said = Files.readString(log);
    }

    @Test
    void every_step_holds_and_the_figures_are_those_of_the_worked_example() {
        assertThat(exit).as(said).isZero();
        assertThat(said)
                .contains("16.000003188", "295.000010398")
                .contains("5.333334407", "98.333336996")
                .contains("2.907464 % / 1.600000 %")
                .containsPattern("2025-11-06 +traced-through +No. 61 +NOT_REQUIRED")
                .containsPattern("2025-12-01 +traced-through +No. 61 +SUSPENDED\\(LICENCE\\)")
                .containsPattern("2026-11-22 +traced-through +No. 61 +UNDETERMINED: .*LICENCE")
                .containsPattern("2026-11-22 +metal-made-in +No. 61 +NOT_REQUIRED")
                .containsPattern("2026-11-22 +traced-through +No. 18 +NOT_REQUIRED");
    }

    @Test
    void the_bundle_verifies_with_the_trust_file_alone() throws Exception {
        TrustFile trust = TrustFile.read(Files.readAllBytes(out("trust.json")));
        assertThat(new BundleVerifier(trust).verify(Files.readAllBytes(out("bundle.json"))))
                .isInstanceOf(Verification.Verified.class);
    }

    @Test
    void every_statement_has_a_proof_of_its_entry() throws Exception {
        VerifierKey log = VerifierKey.parse(Files.readString(out("log.vkey")).strip());
        NoteVerification<Checkpoint> checkpoint = Checkpoint.open(Files.readString(out("checkpoint")), log);
        assertThat(checkpoint).isInstanceOf(NoteVerification.Verified.class);
        List<Path> proofs;
        try (Stream<Path> files = Files.list(temporary.resolve("out"))) {
            proofs = files.filter(file -> file.toString().endsWith(".tlog-proof"))
                    .toList();
        }
        assertThat(proofs).hasSizeGreaterThan(20);
        for (Path proof : proofs) {
            Path entry = Path.of(proof.toString().replace(".tlog-proof", ".entry"));
            assertThat(TlogProof.parse(Files.readAllBytes(proof)).verify(Digest.leaf(Files.readAllBytes(entry)), log))
                    .as(proof.toString())
                    .isInstanceOf(NoteVerification.Verified.class);
        }
    }

    private static Path out(String name) {
        return temporary.resolve("out").resolve(name);
    }
}
