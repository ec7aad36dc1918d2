package io.lodestone.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.certificate.Bundle;
import io.lodestone.evidence.certificate.TrustFile;
import io.lodestone.evidence.signature.Environment;
import io.lodestone.evidence.testing.BundleFixture;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a person or a script meets it. */
class VerifierTest {

    @TempDir
    private Path folder;

    private final BundleFixture fixture = new BundleFixture();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path bundle;
    private Path trust;

    @BeforeEach
    void writeFiles() throws IOException {
        bundle = Files.write(folder.resolve("bundle.json"), fixture.bytes());
        trust = Files.write(
                folder.resolve("trust.json"),
                CanonicalJson.bytes(fixture.trust().json()));
    }

    private int run(String... args) {
        return Verifier.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    private int verify(String... more) {
        String[] args = {"verify", bundle.toString(), "--trust", trust.toString()};
        String[] all = Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return run(all);
    }

    private List<String> lines() {
        return out.toString().lines().toList();
    }

    @Test
    void a_good_bundle_exits_0_and_says_what_it_proves() {
        int code = verify();

        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("VERIFIED certificate 01a20240-1000-7a01-8b02-0c03d4e5f6aa")
                .contains(BundleFixture.ISSUER.toString())
                .contains("1000 kg of 1000 kg")
                .contains("contained, item 120 USD/kg, Dy2O3 190 USD/kg")
                .contains("1.600000 % by mass, 2.907464 % by value")
                .contains("UNDETERMINED (certainty L): LICENCE (H) or SUSPENDED(LICENCE) (L)")
                .contains("cn-mofcom-2025-18   NOT_REQUIRED (certainty H)")
                .contains("if metal-made-in    NOT_REQUIRED (certainty H); 0.000000 % by mass, 0.000000 % by value")
                .contains("edition 2026-11-22.1, known to 2026-10-09")
                .contains("* Dy                16.000003188 kg: mined CN -> cracked CN -> separated CN -> metal JP")
                .contains("declared by registrants, accepted by the ledger")
                .contains("Not checked")
                .contains("articles II to V");
        assertThat(lines()).allMatch(line -> line.startsWith("[development] "));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void a_production_log_is_not_called_development() throws IOException {
        fixture.environment = Environment.PRODUCTION;
        fixture.issuer = fixture.authority.party("CN=" + BundleFixture.ISSUER);
        fixture.publisher = fixture.authority.party("CN=" + BundleFixture.PUBLISHER);
        writeFiles();

        assertThat(verify()).isZero();
        assertThat(out.toString()).doesNotContain("development").contains("environment         production");
    }

    @Test
    void the_report_for_programs_is_one_canonical_object() {
        assertThat(verify("--json")).isZero();

        JsonObject report = (JsonObject) CanonicalJson.parse(lines().get(0).getBytes(StandardCharsets.UTF_8));
        assertThat(lines()).hasSize(1);
        assertThat(report.get("result")).isEqualTo(Json.string("verified"));
        assertThat(report.get("environment")).isEqualTo(Json.string("development"));
        assertThat(report.get("certifiedKg")).isEqualTo(Json.string("1000"));
    }

    @Test
    void a_changed_byte_exits_1_with_reason_and_step() throws IOException {
        byte[] bad = fixture.bytes();
        bad[2_000] ^= 0x01;
        Files.write(bundle, bad);

        assertThat(verify()).isEqualTo(1);
        assertThat(lines().get(0)).isEqualTo("REJECTED claims-differ (step 15)");

        assertThat(verify("--json")).isEqualTo(1);
        assertThat(lines().get(lines().size() - 1)).contains("\"reason\":\"claims-differ\"", "\"step\":\"15\"");
    }

    @Test
    void a_bundle_of_any_size_is_read_no_further_than_the_limit() throws IOException {
        Files.write(bundle, new byte[Bundle.MAX_BYTES + 2]);

        assertThat(verify()).isEqualTo(1);
        assertThat(lines().get(0)).isEqualTo("REJECTED malformed (step 1)");
    }

    @Test
    void missing_files_exit_2() throws IOException {
        assertThat(run(
                        "verify",
                        bundle.toString(),
                        "--trust",
                        folder.resolve("none").toString()))
                .isEqualTo(2);
        assertThat(run("verify", folder.resolve("none").toString(), "--trust", trust.toString()))
                .isEqualTo(2);
        assertThat(run("verify", folder.toString(), "--trust", trust.toString()))
                .isEqualTo(2);
        assertThat(lines()).allMatch(line -> line.startsWith("INCOMPLETE "));
    }

    @Test
    void a_trust_file_that_lacks_keys_or_is_none_exits_2() throws IOException {
        TrustFile good = fixture.trust();
        TrustFile empty = new TrustFile(good.logs(), List.of(), good.rulesetPublishers());
        Files.write(trust, CanonicalJson.bytes(empty.json()));
        assertThat(verify()).isEqualTo(2);

        Files.writeString(trust, "{}");
        assertThat(verify()).isEqualTo(2);
        assertThat(lines())
                .containsExactly(
                        "INCOMPLETE the trust file names no root certificate",
                        "INCOMPLETE the trust file is not one: type: is required");
    }

    @Test
    void usage_errors_exit_2() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("verify")).isEqualTo(2);
        assertThat(run("verify", bundle.toString())).isEqualTo(2);
        assertThat(verify("--fast")).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void it_tells_its_version() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).startsWith("lodestone-verifier ");
    }
}
