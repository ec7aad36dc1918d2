package io.lodestone.local.host;

import io.lodestone.local.process.Service;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Where a local Lodestone keeps everything between starts, and which file is where.
 *
 * <p>One launcher at a time: the folder stays locked until that process ends, however it ends.
 */
public final class DataDirectory {

    private final Path root;

    // Held, never read: the lock lasts as long as this object's process.
    private final FileLock lock;

    private DataDirectory(Path root, FileLock lock) {
        this.root = root;
        this.lock = lock;
    }

    /** Makes the folder if there is none and locks it; refuses a folder that another launcher uses. */
    public static DataDirectory open(Path path) {
        Path root = path.toAbsolutePath().normalize();
        PrivateFiles.directory(root);
        for (String folder : new String[] {"postgres", "keys", "tokens", "outside", "trust", "logs", "demo"}) {
            PrivateFiles.directory(root.resolve(folder));
        }
        FileLock lock;
        try {
            lock = tryLock(FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw new LaunchException("cannot lock " + root, e);
        }
        if (lock == null) {
            throw new LaunchException(
                    "another launcher is using " + root
                            + "\nStop it with Ctrl-C, or use another folder with --data DIR and other ports with --port-base N.");
        }
        return new DataDirectory(root, lock);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Lets another launcher in; for tests, since a process that ends unlocks anyway. */
    public void unlock() {
        try {
            lock.channel().close();
        } catch (IOException e) {
            throw new LaunchException("cannot unlock " + root, e);
        }
    }

    public Path root() {
        return root;
    }

    /** PostgreSQL's own part: binaries, cluster and server log. */
    public Path postgres() {
        return root.resolve("postgres");
    }

    public Path databaseLogins() {
        return root.resolve("keys/database-logins.properties");
    }

    public Path issuerKey() {
        return root.resolve("keys/development-issuer.pem");
    }

    public Path issuerKeySet() {
        return root.resolve("keys/jwks.json");
    }

    /** Opens the sealed log key. */
    public Path logPassphrase() {
        return root.resolve("keys/log-passphrase");
    }

    /** Opens the sealed keys of the certificate authority and of the parties. */
    public Path trustPassphrase() {
        return root.resolve("keys/trust-passphrase");
    }

    public Path logKey() {
        return root.resolve("keys/log-key.sealed");
    }

    public Path origin() {
        return root.resolve("origin");
    }

    public Path parties() {
        return root.resolve("parties.properties");
    }

    /** The last signed checkpoint, kept where no restored database can reach it. */
    public Path outsideCheckpoint() {
        return root.resolve("outside/checkpoint");
    }

    public Path trust() {
        return root.resolve("trust");
    }

    public Path token(String name) {
        return root.resolve("tokens/" + name + ".jwt");
    }

    public Path log(Service service) {
        return root.resolve("logs/" + service.id() + ".log");
    }
}
