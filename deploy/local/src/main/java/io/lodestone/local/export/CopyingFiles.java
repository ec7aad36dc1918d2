package io.lodestone.local.export;

import io.lodestone.evidence.archive.EntryBundle;
import io.lodestone.evidence.archive.LogAudit;
import io.lodestone.evidence.archive.LogFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A log's files out of a folder, and from the source where the folder lacks one, which is then kept. The checkpoint is
 * asked for once and kept by nobody but the export, at its end.
 */
final class CopyingFiles implements LogFiles {

    private final LogFiles source;
    private final Path folder;
    private final Set<String> kept = new HashSet<>();
    private byte @Nullable [] checkpoint;
    private long copied;
    private long bytes;

    CopyingFiles(LogFiles source, Path folder) {
        this.source = source;
        this.folder = folder;
    }

    @Override
    public byte @Nullable [] read(String path, int limit) throws IOException {
        if (path.equals(LogAudit.CHECKPOINT)) {
            checkpoint = checkpoint == null ? source.read(path, limit) : checkpoint;
            return checkpoint;
        }
        Path file = folder.resolve(path);
        if (Files.exists(file)) {
            kept.add(path);
            try (InputStream in = Files.newInputStream(file)) {
                return in.readNBytes(limit + 1);
            }
        }
        byte[] body = source.read(path, limit);
        if (body != null && body.length <= limit) {
            write(path, body);
            copied++;
            bytes += body.length;
        }
        return body;
    }

    /** Whole or not at all: what a killed export leaves is never taken for a file of the log. */
    void write(String path, byte[] body) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.write(part, body);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The same files as the source has them, of the same checkpoint; nothing is kept of them. */
    LogFiles served() {
        return (path, limit) -> path.equals(LogAudit.CHECKPOINT) ? read(path, limit) : source.read(path, limit);
    }

    /** Copies again what the folder had and the source has otherwise. */
    void repair() throws IOException {
        for (String path : List.copyOf(kept)) {
            byte[] body = source.read(path, EntryBundle.MAX_BYTES);
            if (body != null && !Arrays.equals(body, Files.readAllBytes(folder.resolve(path)))) {
                write(path, body);
                kept.remove(path);
                copied++;
                bytes += body.length;
            }
        }
    }

    long copied() {
        return copied;
    }

    long bytes() {
        return bytes;
    }

    int kept() {
        return kept.size();
    }
}
