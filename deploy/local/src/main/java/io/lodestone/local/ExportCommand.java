package io.lodestone.local;

import io.lodestone.evidence.archive.LogAudit;
import io.lodestone.evidence.archive.LogFiles;
import io.lodestone.evidence.archive.LogVerification.Incomplete;
import io.lodestone.evidence.archive.LogVerification.Rejected;
import io.lodestone.evidence.archive.LogVerification.Verified;
import io.lodestone.evidence.checkpoint.VerifierKey;
import io.lodestone.local.export.Export;
import io.lodestone.local.export.Export.Outcome;
import io.lodestone.local.export.HttpFiles;
import io.lodestone.local.host.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies a whole log into a folder that any web server can serve in its place. */
@Command(
        name = "export",
        description = "Copies a whole log over HTTP into a folder, audits it on the way and goes on where it stopped.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    /** Between two lines of progress. */
    private static final long EVERY_NANOS = 2_000_000_000L;

    @Parameters(index = "0", paramLabel = "URL", description = "The log's address, such as http://127.0.0.1:18082")
    private String url = "";

    @Parameters(index = "1", paramLabel = "DIR", description = "The folder; made if need be.")
    private Path folder = Path.of(".");

    @Option(
            names = "--vkey",
            paramLabel = "KEY",
            description = "The log's verifier key. Without it the folder's, or else the one that the log serves.")
    private @Nullable String vkey;

    @Option(
            names = "--cosigned",
            description = "Up to the last checkpoint that the log's witnesses cosigned in sufficient number.")
    private boolean cosigned;

    private final Progress progress = new Progress(System.out);
    private long said = System.nanoTime();

    @Override
    public Integer call() {
        LogFiles log = new HttpFiles(url.replaceAll("/+$", ""));
        LogFiles source = (path, limit) -> log.read(
                cosigned && path.equals(LogAudit.CHECKPOINT) ? LogAudit.CHECKPOINT + "/cosigned" : path, limit);
        try {
            VerifierKey key = vkey == null ? Export.key(source, folder) : VerifierKey.parse(vkey);
            progress.say("copying the log " + key.name() + " to " + folder);
            return report(new Export(source, folder, key, this::say).run());
        } catch (IOException e) {
            progress.plain("The export stopped: " + e.getMessage() + "\nStart it again to go on.");
            return 1;
        } catch (IllegalArgumentException e) {
            progress.plain("This does not work: " + e.getMessage());
            return 2;
        }
    }

    private void say(long entries) {
        if (System.nanoTime() - said > EVERY_NANOS) {
            said = System.nanoTime();
            progress.say(entries + " entries");
        }
    }

    private int report(Outcome outcome) {
        if (outcome.result() instanceof Verified verified) {
            progress.plain("export=verified entries=" + verified.checkpoint().size() + " files_copied="
                    + outcome.copied() + " bytes_copied=" + outcome.bytes() + " files_kept=" + outcome.kept());
            return 0;
        }
        progress.plain(
                outcome.result() instanceof Rejected rejected
                        ? "export=rejected " + rejected.path() + ": " + rejected.detail()
                        : "export=incomplete " + ((Incomplete) outcome.result()).path() + " is not served");
        return 1;
    }
}
