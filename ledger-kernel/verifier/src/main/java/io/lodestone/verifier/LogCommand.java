package io.lodestone.verifier;

import io.lodestone.evidence.archive.EntryObserver;
import io.lodestone.evidence.archive.LogAudit;
import io.lodestone.evidence.archive.LogFiles;
import io.lodestone.evidence.archive.LogVerification;
import io.lodestone.evidence.archive.LogVerification.Incomplete;
import io.lodestone.evidence.archive.LogVerification.Rejected;
import io.lodestone.evidence.archive.LogVerification.Verified;
import io.lodestone.evidence.archive.StatementAudit;
import io.lodestone.evidence.archive.StatementVerification;
import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.certificate.TrustFile;
import io.lodestone.evidence.certificate.TrustFile.TrustedLog;
import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.checkpoint.SignedNote;
import io.lodestone.evidence.checkpoint.VerifierKey;
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

    @Option(
            names = "--statements",
            paramLabel = "FILE",
            description = "What custody answers at GET /statements, one item a line from the first on: audited too,"
                    + " with the parties' signatures.")
    @Nullable
    private Path statements;

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
        Optional<StatementVerification> stated = statements(result);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(CanonicalJson.text(LogReport.json(result, met, stated)));
        } else {
            LogReport.text(result, met, stated).forEach(out::println);
        }
        out.flush();
        if (result instanceof Incomplete
                || stated.filter(StatementVerification.Incomplete.class::isInstance)
                        .isPresent()) {
            return Verifier.MISSING;
        }
        boolean rejected = result instanceof Rejected
                || stated.filter(StatementVerification.Rejected.class::isInstance)
                        .isPresent();
        return rejected ? Verifier.REJECTED : Verifier.VERIFIED;
    }

    /** Nothing where they are not asked for, or the log itself is not verified. */
    private Optional<StatementVerification> statements(LogVerification result) {
        Path file = statements;
        if (file == null || !(result instanceof Verified verified)) {
            return Optional.empty();
        }
        StatementAudit audit =
                new StatementAudit((path, limit) -> read(folder.resolve(path), limit), verified.checkpoint());
        try (StatementLines lines = StatementLines.open(file)) {
            for (byte[] line = lines.next(); line != null && audit.next(line); ) {
                line = lines.next();
            }
        } catch (IOException e) {
            return Optional.of(new StatementVerification.Incomplete(1));
        }
        return Optional.of(audit.end());
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
            LogVerification result = audit(folder, trusted, (index, entry, leaf) -> {});
            return result instanceof Verified verified && wanted.isPresent()
                    ? witnessed(verified, wanted.get(), trusted)
                    : result;
        } catch (IOException e) {
            return new Incomplete("a readable file: " + e.getMessage());
        }
    }

    /** Audits the log in a folder, and shows its entries meanwhile. */
    static LogVerification audit(Path folder, TrustFile trusted, EntryObserver observer) throws IOException {
        LogFiles files = (path, limit) -> read(folder.resolve(path), limit);
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
        LogVerification result = new LogAudit(files, log.get().key(), Optional.empty(), entries -> {})
                .showing(observer)
                .verify();
        if (result instanceof Verified verified
                && verified.environment() != log.get().environment()) {
            return new Rejected("entry 0", "states another environment than the trust file");
        }
        return result;
    }

    /** The policy comes last: what is wrong with the log itself is more to know. */
    private LogVerification witnessed(Verified verified, TlogPolicy wanted, TrustFile trusted) {
        VerifierKey key =
                trusted.log(verified.checkpoint().origin()).orElseThrow().key();
        PolicyVerdict verdict = wanted.judge(SignedNote.parse(verified.note()), key);
        if (verdict instanceof Met found) {
            met = Optional.of(found);
            return verified;
        }
        return new Rejected(
                LogAudit.CHECKPOINT,
                verdict instanceof Unmet unmet ? unmet.sentence() : ((PolicyVerdict.Rejected) verdict).detail());
    }

    /** The paths are the audit's own and lead nowhere but below the folder. */
    private static byte @Nullable [] read(Path file, int limit) throws IOException {
        return Files.exists(file) ? VerifyCommand.read(file, limit) : null;
    }
}
