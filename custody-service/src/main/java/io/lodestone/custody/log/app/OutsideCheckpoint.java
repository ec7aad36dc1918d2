package io.lodestone.custody.log.app;

import io.lodestone.custody.log.LogDisagreement;
import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.checkpoint.NoteVerification;
import io.lodestone.evidence.checkpoint.NoteVerification.Rejected;
import io.lodestone.evidence.checkpoint.NoteVerification.Verified;
import io.lodestone.evidence.checkpoint.SignedNote;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The last checkpoint, kept where whoever changes the database does not reach. Read and written only by who holds the
 * publication's row lock; blocks, so never on an event loop.
 */
@Singleton
public class OutsideCheckpoint {

    private final Path file;
    private final LogKey key;

    @Inject
    public OutsideCheckpoint(LogSettings settings, LogKey key) {
        this.file = settings.outsideCheckpoint();
        this.key = key;
    }

    /** Empty where none was written yet; {@link LogDisagreement} where the file is not a checkpoint of this log. */
    public Optional<Checkpoint> read() {
        String note;
        try {
            note = Files.readString(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoint outside the database cannot be read", e);
        }
        NoteVerification<Checkpoint> opened = Checkpoint.open(note, key.verifier());
        if (opened instanceof Rejected<Checkpoint> rejected) {
            throw new LogDisagreement(
                    "the checkpoint outside the database is not one of this log and key: " + rejected.detail());
        }
        return Optional.of(((Verified<Checkpoint>) opened).value());
    }

    /** Keeps a checkpoint; a smaller size never replaces a larger. */
    public void write(Checkpoint checkpoint, SignedNote note) {
        Optional<Checkpoint> kept = read();
        if (kept.isPresent() && kept.get().size().compareTo(checkpoint.size()) >= 0) {
            return;
        }
        try {
            PrivateFile.write(file, note.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoint outside the database cannot be written", e);
        }
    }
}
