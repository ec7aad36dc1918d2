package io.lodestone.verifier;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.certificate.Bundle;
import io.lodestone.evidence.certificate.BundleVerifier;
import io.lodestone.evidence.certificate.TrustFile;
import io.lodestone.evidence.certificate.Verification;
import io.lodestone.evidence.certificate.Verification.Incomplete;
import io.lodestone.evidence.certificate.Verification.Verified;
import io.lodestone.evidence.witness.TlogPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies one bundle against one trust file and prints the report. */
@Command(
        name = "verify",
        description = "Verifies a bundle: 0 verified, 1 rejected, 2 something required was missing.",
        mixinStandardHelpOptions = true,
        versionProvider = Verifier.Version.class)
final class VerifyCommand implements Callable<Integer> {

    @Parameters(paramLabel = "BUNDLE", description = "The bundle: a certificate with all its proofs.")
    private Path bundle;

    @Option(
            names = "--trust",
            paramLabel = "TRUST",
            required = true,
            description = "The trust file: log keys, root certificates and ruleset publishers you trust.")
    private Path trust;

    @Mixin
    private PolicyOption policy = new PolicyOption();

    @Option(names = "--json", description = "Print the report as one line of canonical JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Verification result = verify();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(CanonicalJson.text(JsonReport.of(result)));
        } else {
            TextReport.of(result).forEach(out::println);
        }
        out.flush();
        if (result instanceof Verified) {
            return Verifier.VERIFIED;
        }
        return result instanceof Incomplete ? Verifier.MISSING : Verifier.REJECTED;
    }

    private Verification verify() {
        TrustFile trusted;
        try {
            trusted = TrustFile.read(read(trust, CanonicalJson.MAX_DOCUMENT_BYTES));
        } catch (IOException e) {
            return new Incomplete("the trust file cannot be read");
        } catch (FormatException e) {
            return new Incomplete("the trust file is not one: " + e.getMessage());
        }
        Optional<TlogPolicy> witnesses;
        try {
            witnesses = policy.read();
        } catch (IOException | FormatException e) {
            return new Incomplete(PolicyOption.missing(e));
        }
        try {
            return new BundleVerifier(trusted, witnesses).verify(read(bundle, Bundle.MAX_BYTES));
        } catch (IOException e) {
            return new Incomplete("the bundle cannot be read");
        }
    }

    /** Never holds more than one byte above the limit, whatever the file turns out to be; the parser refuses that one. */
    static byte[] read(Path file, int limit) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(limit + 1);
        }
    }
}
