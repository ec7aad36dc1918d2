package io.lodestone.kit.client;

import io.lodestone.kit.problem.Passing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A service's own bearer token, kept in a file that something else renews. Read again whenever the file has changed,
 * so that a renewal needs no restart; a token is small and local, so reading it blocks for no time that counts.
 */
public final class TokenFile implements Supplier<String> {

    private static final Logger LOG = Logger.getLogger(TokenFile.class);

    private record Version(
            FileTime modified, long size, @Nullable Object key) {
        static Version of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Version(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
        }
    }

    private record Content(Version version, String token) {}

    private final Path file;
    private volatile @Nullable Content content;

    public TokenFile(Path file) {
        this.file = file;
    }

    /** The token as the file holds it now; unavailable where it cannot be read. */
    @Override
    public String get() {
        try {
            Version version = Version.of(file);
            Content present = content;
            if (present == null || !Objects.equals(present.version(), version)) {
                present = new Content(
                        version,
                        Files.readString(file, StandardCharsets.US_ASCII).strip());
                content = present;
            }
            return present.token();
        } catch (IOException e) {
            LOG.errorf(e, "the service's own token cannot be read from %s", file);
            throw Passing.unavailable(
                    "A service this one needs cannot be called now; send it again under the same id.");
        }
    }
}
