package io.lodestone.verifier;

import io.lodestone.evidence.archive.LogVerification;
import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.certificate.TrustFile;
import io.lodestone.evidence.history.Comparison;
import io.lodestone.evidence.history.HistoryVerification;
import io.lodestone.evidence.history.HistoryVerification.Incomplete;
import io.lodestone.evidence.history.HistoryVerification.Verified;
import io.lodestone.evidence.history.HistoryVerifier;
import io.lodestone.evidence.history.LogSearch;
import io.lodestone.evidence.history.LotHistory;
import io.lodestone.evidence.history.VerifiedHistory;
import io.lodestone.evidence.statement.SpendSecret;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies one lot's history, and looks for another history of it. */
@Command(
        name = "history",
        description = "Verifies a lot's history: 0 verified, 1 rejected, 2 something required was missing.",
        mixinStandardHelpOptions = true,
        versionProvider = Verifier.Version.class)
final class HistoryCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The lot's history, as custody-service gives it.")
    private Path file;

    @Option(names = "--trust", paramLabel = "TRUST", required = true, description = "The trust file: the log's key.")
    private Path trust;

    @Option(names = "--against", paramLabel = "FILE", description = "Another history of the lot, to compare with.")
    private @Nullable Path other;

    @Option(names = "--log", paramLabel = "DIR", description = "An exported log, to look for another history in.")
    private @Nullable Path log;

    @Option(
            names = "--secret",
            paramLabel = "FILE",
            description = "A file with the spendSecret of the last version, to see that the log shows it unspent.")
    private @Nullable Path secret;

    @Option(names = "--json", description = "Print the report as one line of canonical JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        HistoryReport report = report();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(CanonicalJson.text(report.json()));
        } else {
            report.text().forEach(out::println);
        }
        out.flush();
        return report.exitCode();
    }

    private HistoryReport report() {
        TrustFile trusted;
        try {
            trusted = TrustFile.read(VerifyCommand.read(trust, CanonicalJson.MAX_DOCUMENT_BYTES));
        } catch (IOException | FormatException e) {
            return HistoryReport.of(new Incomplete("a trust file"));
        }
        HistoryReport report = HistoryReport.of(verify(file, trusted));
        if (report.history().isEmpty()) {
            return report;
        }
        VerifiedHistory history = report.history().get();
        return searched(compared(report, history, trusted), history, trusted);
    }

    private HistoryReport compared(HistoryReport report, VerifiedHistory history, TrustFile trusted) {
        if (other == null) {
            return report;
        }
        HistoryVerification second = verify(other, trusted);
        return second instanceof Verified verified
                ? report.compared(Comparison.of(history, verified.history()))
                : report.without(second);
    }

    private HistoryReport searched(HistoryReport report, VerifiedHistory history, TrustFile trusted) {
        if (log == null || report.exitCode() != Verifier.VERIFIED) {
            return report;
        }
        try {
            LogSearch search = new LogSearch(history, secret(history));
            LogVerification audited = LogCommand.audit(log, trusted, search);
            return audited instanceof LogVerification.Verified
                    ? report.searched(search.result())
                    : report.without(audited, search.result());
        } catch (IllegalArgumentException e) {
            return HistoryReport.of(new Incomplete("the secret of the last version"));
        } catch (IOException e) {
            return HistoryReport.of(new Incomplete("a file that can be read: " + e.getMessage()));
        }
    }

    private Optional<SpendSecret> secret(VerifiedHistory history) throws IOException {
        if (secret == null) {
            return Optional.empty();
        }
        String text = new String(VerifyCommand.read(secret, 256), StandardCharsets.UTF_8);
        return Optional.of(new SpendSecret(history.lot(), text.strip()));
    }

    private static HistoryVerification verify(Path file, TrustFile trusted) {
        try {
            return new HistoryVerifier(trusted).verify(VerifyCommand.read(file, LotHistory.MAX_BYTES));
        } catch (IOException e) {
            return new Incomplete("a history that can be read");
        }
    }
}
