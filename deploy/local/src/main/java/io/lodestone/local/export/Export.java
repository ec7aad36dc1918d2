package io.lodestone.local.export;

import io.lodestone.evidence.archive.LogAudit;
import io.lodestone.evidence.archive.LogFiles;
import io.lodestone.evidence.archive.LogVerification;
import io.lodestone.evidence.archive.LogVerification.Rejected;
import io.lodestone.evidence.archive.LogVerification.Verified;
import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.checkpoint.NoteVerification;
import io.lodestone.evidence.checkpoint.SignedNote;
import io.lodestone.evidence.checkpoint.VerifierKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * One run of an export. What an earlier run left is audited with the rest and copied again only where it is wrong; a log
 * that does not continue the folder's checkpoint is refused, and the folder keeps the one it has.
 */
public final class Export {

    /** The log's key beside its files, which C2SP leaves to other ways. */
    public static final String KEY = "log.vkey";

    private final CopyingFiles files;
    private final Path folder;
    private final VerifierKey key;
    private final LongConsumer progress;

    /** What a run found, how many files it copied and how many it found to be there. */
    public record Outcome(LogVerification result, long copied, long bytes, int kept) {}

    public Export(LogFiles source, Path folder, VerifierKey key, LongConsumer progress) {
        this.files = new CopyingFiles(source, folder);
        this.folder = folder;
        this.key = key;
        this.progress = progress;
    }

    public Outcome run() throws IOException {
        LogVerification result = verified();
        if (result instanceof Verified verified) {
            files.write(KEY, (key + "\n").getBytes(StandardCharsets.UTF_8));
            files.write(LogAudit.CHECKPOINT, verified.note().getBytes(StandardCharsets.UTF_8));
        }
        return new Outcome(result, files.copied(), files.bytes(), files.kept());
    }

    private LogVerification verified() throws IOException {
        Path note = folder.resolve(LogAudit.CHECKPOINT);
        Optional<Checkpoint> earlier = Optional.empty();
        if (Files.exists(note)) {
            NoteVerification<Checkpoint> opened = Checkpoint.open(Files.readString(note), key);
            if (!(opened instanceof NoteVerification.Verified<Checkpoint> verified)) {
                return new Rejected(LogAudit.CHECKPOINT, "of the folder is not signed by this log");
            }
            earlier = Optional.of(verified.value());
        }
        LogVerification result = audit(files, earlier);
        if (result instanceof Rejected && files.kept() > 0) {
            // The folder's files are evidence: they give way only to a log that is whole and continues its checkpoint.
            result = audit(files.served(), earlier);
            if (result instanceof Verified) {
                files.repair();
                result = audit(files, earlier);
            }
        }
        return result;
    }

    private LogVerification audit(LogFiles read, Optional<Checkpoint> earlier) throws IOException {
        return new LogAudit(read, key, earlier, progress).verify();
    }

    /** The key that the folder has, or else the one that is served, which is then taken on trust. */
    public static VerifierKey key(LogFiles source, Path folder) throws IOException {
        Path kept = folder.resolve(KEY);
        byte[] text = Files.exists(kept) ? Files.readAllBytes(kept) : source.read(KEY, SignedNote.MAX_LENGTH);
        if (text == null) {
            throw new IOException("the log serves no " + KEY);
        }
        return VerifierKey.parse(new String(text, StandardCharsets.UTF_8).strip());
    }
}
