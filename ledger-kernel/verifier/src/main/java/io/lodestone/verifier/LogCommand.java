package io.lodestone.verifier;

import io.lodestone.evidence.archive.LogAudit;
import io.lodestone.evidence.archive.LogFiles;
import io.lodestone.evidence.archive.LogVerification;
import io.lodestone.evidence.archive.LogVerification.Incomplete;
import io.lodestone.evidence.archive.LogVerification.Rejected;
import io.lodestone.evidence.archive.LogVerification.Verified;
import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.certificate.TrustFile;
import io.lodestone.evidence.certificate.TrustFile.TrustedLog;
import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.checkpoint.SignedNote;
import io.lodestone.evidence.witness.PolicyVerdict;
import io.lodestone.evidence.witness.PolicyVerdict.Met;
import io.lodestone.evidence.witness.PolicyVerdict.Unmet;
import io.lodestone.evidence.witness.TlogPolicy;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Audits a whole log from a folder of its public files. */
@Command(
        name = "log",
        description = "Audits an exported log: 0 verified, 1 rejected, 2 something required was missing.",
        mixinStandardHelpOptions = true,
        versionProvider = Verifier.Version.class)
final class LogCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "The folder with checkpoint and tile/, as an export makes it.")
    private Path folder;

    @Option(names = "--trust", paramLabel = "TRUST", required = true, description = "The trust file: the log's key.")
    private Path trust;

    @Mixin
    private PolicyOption policy = new PolicyOption();

    @Option(names = "--json", description = "Print the report as one line of canonical JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    private Optional<Met> met = Optional.empty();

    @Override
    public Integer call() {
        LogVerification result = verify();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(CanonicalJson.text(LogReport.json(result, met)));
        } else {
            LogReport.text(result, met).forEach(out::println);
        }
        out.flush();
        if (result instanceof Verified) {
            return Verifier.VERIFIED;
        }
        return result instanceof Incomplete ? Verifier.MISSING : Verifier.REJECTED;
    }

    private LogVerification verify() {
        TrustFile trusted;
        try {
            trusted = TrustFile.read(VerifyCommand.read(trust, CanonicalJson.MAX_DOCUMENT_BYTES));
        } catch (IOException | FormatException e) {
            return new Incomplete("the trust file");
        }
        Optional<TlogPolicy> wanted;
        try {
            wanted = policy.read();
        } catch (IOException | FormatException e) {
            return new Incomplete(PolicyOption.missing(e));
        }
        try {
            return audit(trusted, wanted);
        } catch (IOException e) {
            return new Incomplete("a readable file: " + e.getMessage());
        }
    }

    private LogVerification audit(TrustFile trusted, Optional<TlogPolicy> wanted) throws IOException {
        LogFiles files = this::read;
        byte[] note = files.read(LogAudit.CHECKPOINT, SignedNote.MAX_LENGTH);
        if (note == null) {
            return new Incomplete(LogAudit.CHECKPOINT);
        }
        Optional<TrustedLog> log;
        try {
            log = trusted.log(Checkpoint.parse(SignedNote.parse(note).text()).origin());
        } catch (FormatException e) {
            return new Rejected(LogAudit.CHECKPOINT, "is malformed: " + e.reason());
        }
        if (log.isEmpty()) {
            return new Rejected(LogAudit.CHECKPOINT, "is of a log that the trust file does not name");
        }
        LogVerification result = new LogAudit(files, log.get().key(), Optional.empty(), entries -> {}).verify();
        if (result instanceof Verified verified
                && verified.environment() != log.get().environment()) {
            return new Rejected("entry 0", "states another environment than the trust file");
        }
        return result instanceof Verified verified && wanted.isPresent()
                ? witnessed(verified, wanted.get().judge(SignedNote.parse(verified.note()), log.get().key()))
                : result;
    }

    /** The policy comes last: what is wrong with the log itself is more to know. */
    private LogVerification witnessed(Verified verified, PolicyVerdict verdict) {
        if (verdict instanceof Met found) {
            met = Optional.of(found);
            return verified;
        }
        return new Rejected(
                LogAudit.CHECKPOINT,
                verdict instanceof Unmet unmet ? unmet.sentence() : ((PolicyVerdict.Rejected) verdict).detail());
    }

    /** The paths are the audit's own and lead nowhere but below the folder. */
    private byte @Nullable [] read(String path, int limit) throws IOException {
        Path file = folder.resolve(path);
        return Files.exists(file) ? VerifyCommand.read(file, limit) : null;
    }
}
