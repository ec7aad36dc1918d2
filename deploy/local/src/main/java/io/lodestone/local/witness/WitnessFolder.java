package io.lodestone.local.witness;

import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.checkpoint.Cosignature;
import io.lodestone.evidence.checkpoint.NoteVerification.Verified;
import io.lodestone.evidence.checkpoint.SignedNote;
import io.lodestone.evidence.checkpoint.VerifierKey;
import io.lodestone.evidence.checkpoint.WitnessKey;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.witness.Seen;
import io.lodestone.local.host.LaunchException;
import io.lodestone.local.host.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a witness keeps its key and, for each log, the checkpoint it cosigned last, as others may read it.
 *
 * <p>One witness at a time: the folder stays locked until the process ends, however it ends. A checkpoint that is
 * written is on the disk when {@link #keep} returns, and after a crash there is the earlier one or the later one.
 */
public final class WitnessFolder implements AutoCloseable {

    private final Path root;
    private final FileLock lock;

    private WitnessFolder(Path root, FileLock lock) {
        this.root = root;
        this.lock = lock;
    }

    /** Makes the folder if there is none and locks it; refuses one that another witness uses. */
    public static WitnessFolder open(Path path) {
        Path root = path.toAbsolutePath().normalize();
        PrivateFiles.directory(root);
        try {
            FileChannel channel =
                    FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                throw new LaunchException("another witness is using " + root);
            }
            return new WitnessFolder(root, lock);
        } catch (IOException e) {
            throw new LaunchException("cannot lock " + root, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    Path signingKey() {
        return root.resolve("witness.key");
    }

    Path verifierKey() {
        return root.resolve("witness.vkey");
    }

    /** The name that C2SP tlog-witness gives a log's checkpoint. */
    public static String nameOf(String origin) {
        return Digest.sha256(origin.getBytes(StandardCharsets.UTF_8)).hex();
    }

    private Path checkpoint(String origin) {
        return root.resolve(nameOf(origin) + ".checkpoint");
    }

    /** The last checkpoint cosigned, as it was kept. */
    Optional<String> note(String origin) {
        Path file = checkpoint(origin);
        return Files.exists(file) ? Optional.of(PrivateFiles.read(file)) : Optional.empty();
    }

    /** What was kept of a log; refuses a file that log and witness have not both signed: it was changed. */
    Seen seen(VerifierKey log, WitnessKey own) {
        Optional<String> kept = note(log.name());
        if (kept.isEmpty()) {
            return Seen.NOTHING;
        }
        try {
            SignedNote note = SignedNote.parse(kept.get());
            if (Checkpoint.of(note, log) instanceof Verified<Checkpoint> checkpoint
                    && Cosignature.on(note, List.of(own)) instanceof Verified<List<Cosignature>> cosigned
                    && !cosigned.value().isEmpty()) {
                return Seen.of(checkpoint.value());
            }
        } catch (FormatException e) {
            // Said below: what is damaged is not what was signed.
        }
        throw new LaunchException(checkpoint(log.name()) + " is not a checkpoint that " + log.name() + " and this"
                + " witness signed. A witness that forgets can be shown two histories: put back the right file.");
    }

    void keep(String origin, SignedNote cosigned) {
        PrivateFiles.write(checkpoint(origin), cosigned.toString());
    }

    @Override
    public void close() {
        try {
            lock.channel().close();
        } catch (IOException e) {
            throw new LaunchException("cannot unlock " + root, e);
        }
    }
}
