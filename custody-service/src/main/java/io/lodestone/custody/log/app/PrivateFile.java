package io.lodestone.custody.log.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that are there whole or not at all, even after a power cut, and readable by their owner alone. */
final class PrivateFile {

    private PrivateFile() {}

    /** Temporary file, fsync, rename, fsync of the folder. */
    static void write(Path file, String text) throws IOException {
        write(file, text, (temporary, target) -> Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE));
    }

    /** The same for a file that is not there yet; of several that make it at once, the first one's stays. */
    static void create(Path file, String text) throws IOException {
        write(file, text, (temporary, target) -> {
            try {
                return Files.createLink(target, temporary);
            } catch (FileAlreadyExistsException e) {
                return target;
            }
        });
    }

    /** How a finished temporary file comes to its place. */
    private interface Placing {
        Path place(Path temporary, Path target) throws IOException;
    }

    private static void write(Path file, String text, Placing placing) throws IOException {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(
                folder,
                "." + target.getFileName(),
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                java.nio.ByteBuffer bytes = java.nio.ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    int ignored = channel.write(bytes);
                }
                channel.force(true);
            }
            sync(placing.place(temporary, target).getParent());
        } finally {
            boolean ignored = Files.deleteIfExists(temporary);
        }
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
